"""The sign-up as a form: who comes, and where people meet in person, for which days and meals."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from handlers.attendance import samling, texts
from handlers.flow import readers
from handlers.flow.choices import Choice
from handlers.flow.form import Option, Question, Questions
from handlers.flow.scene import Scene
from handlers.flow.words import folded
from handlers.markup import Html, lines, plain
from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    milestone,
    on_days,
    sign_up_due,
    sign_up_is_binding,
    zone,
)
from handlers.tongue import Tongue
from handlers.turn import Turn
from storage.records import SignUpAnswer

KEY = "sign-up"
COMES, DAYS, LUNCH, DINNER, NIGHT = "comes", "days", "lunch", "dinner", "overnight"
ALL = "all"
ANSWERS: Mapping[str, SignUpAnswer] = {
    "y": "coming", "n": "not-coming", "s": "substitute", "u": "unsure",
}  # fmt: skip
ATTENDED = ("y", "s")  # with somebody in the room
_SHORT = {
    "ja": "y", "yes": "y", "kommer": "y", "kjem": "y",
    "nei": "n", "no": "n", "kommer ikke": "n", "kjem ikkje": "n", "kan ikke": "n",
    "kan ikkje": "n",
}  # fmt: skip
_A_PAIR = 2


@dataclass(frozen=True, slots=True)
class Coming:
    """Reads one of the four answers; a yes or a no is enough."""

    options: tuple[Option, ...]

    def __call__(self, said: str, t: Tongue) -> str:
        """The answer's key; Refusal for anything else."""
        return _SHORT.get(folded(said)) or Choice(self.options)(said, t)


def about(one: Milestone) -> str:
    """What a draft is about: a samling as it stands; no milestone's id has a point.

    When it moves, nothing that was answered before answers the new question.
    """
    return f"{one.id}.{on_days(one)}"


def milestone_of(scene: Scene) -> Milestone | None:
    return milestone(scene.programme, scene.draft.about.partition(".")[0])


def title(scene: Scene) -> Html:
    t, one = scene.turn.tongue, milestone_of(scene)
    return texts.do_you_come(t, t.pick(one.title) if one else "")


def may(scene: Scene) -> Html | None:
    """None for one of those who come, while it can still be said."""
    one = milestone_of(scene)
    if one is None:
        return texts.not_asked(scene.turn.tongue)
    refused = refusal(scene.turn, scene.programme, one)
    if refused is None and scene.draft.about != about(one):
        return texts.has_moved(scene.turn.tongue, scene.turn.tongue.pick(one.title), one.when)
    return refused


def refusal(turn: Turn, programme: ProgrammeFile, one: Milestone) -> Html | None:
    """Why the speaker cannot say at all whether they come; None if they can."""
    t, name = turn.tongue, turn.tongue.pick(one.title)
    if not samling.comes(programme, one, turn.memberships):
        return texts.not_for_you(t)
    if one.cancelled:
        return texts.is_cancelled(t, name)
    if not samling.asks_sign_up(programme, one, turn.now):
        return texts.not_asked(t)
    return None


def questions(scene: Scene) -> Questions:
    one = milestone_of(scene)
    if one is None:
        return lambda _: ()
    late = samling.is_late(scene.programme, one, scene.turn.event.said_at)
    return asking(scene.programme, one, scene.turn.tongue, late=late)


def asking(programme: ProgrammeFile, one: Milestone, t: Tongue, *, late: bool = False) -> Questions:
    """The questions for one reader; all but the first hang on whether somebody comes, and when."""
    first = _comes(programme, one, t, late=late)
    rest = _in_the_room(programme, one, t)

    def asked(answers: Mapping[str, str]) -> tuple[Question, ...]:
        if answers.get(COMES) not in ATTENDED:
            return (first,)
        dines = samling.has_dinner(programme, one, answers.get(DAYS, ""))
        return (first, *(question for question in rest if dines or question.key != DINNER))

    return asked


def options(t: Tongue) -> tuple[Option, ...]:
    return tuple(Option(key, plain(texts.answer(t, said))) for key, said in ANSWERS.items())


def _comes(programme: ProgrammeFile, one: Milestone, t: Tongue, *, late: bool) -> Question:
    choice = Coming(options(t))
    asked = texts.do_you_come(t, t.pick(one.title))
    hint = _what_it_is(programme, one, t, late=late)
    return Question(COMES, asked, choice, choice.options, hint=hint)


def _what_it_is(programme: ProgrammeFile, one: Milestone, t: Tongue, *, late: bool) -> Html:
    """When and where, until when to answer, and the programme's own words."""
    asked = samling.step(programme)
    return lines(
        t.when(one.when, year=True),
        t.pick(one.place) if one.place else texts.digital(t) if one.mode == "digital" else None,
        _until(programme, one, t, late=late),
        t.pick(asked.text) if asked and asked.text else None,
    )


def _until(programme: ProgrammeFile, one: Milestone, t: Tongue, *, late: bool) -> Html | None:
    due = sign_up_due(programme, one)
    if due is None:
        return None
    day = due.astimezone(zone(programme)).date()
    if late:
        return texts.deadline_was(t, day)
    return texts.answer_by(t, day, binding=sign_up_is_binding(programme, one))


def _in_the_room(programme: ProgrammeFile, one: Milestone, t: Tongue) -> tuple[Question, ...]:
    if not samling.is_in_person(one):
        return ()
    yes_or_no = readers.yesno()
    eats = [
        (LUNCH, texts.lunch(t), samling.has_lunch(programme, one)),
        (DINNER, texts.dinner(t), bool(samling.dinner_days(programme, one))),
        (NIGHT, texts.overnight(t), bool(samling.nights(programme, one))),
    ]
    asked = samling.asked_days(one)
    found = [_which_days(asked, t)] if asked else []
    wanted = [(key, words) for key, words, is_wanted in eats if is_wanted]
    for place, (key, words) in enumerate(wanted):
        first_meal = place == 0 and key != NIGHT
        hint = allergies(programme, t) if first_meal else None
        found.append(Question(key, words, yes_or_no, hint=hint))
    return tuple(found)


def _which_days(asked: tuple[date, ...], t: Tongue) -> Question:
    """All of them with one tap; of more than two, any number."""
    each = tuple(Option(day.isoformat(), t.day(day)) for day in asked)
    if len(asked) == _A_PAIR:
        read = readers.choice((Option(ALL, plain(texts.both_days(t))), *each))
        return Question(DAYS, texts.which_days(t), read, read.options)
    several = readers.several(each)
    hint = texts.none_is_all(t)
    return Question(DAYS, texts.which_days(t), several, each, hint=hint, several=True)


def allergies(programme: ProgrammeFile, t: Tongue) -> Html:
    """Where allergies are told: never here."""
    asked = samling.step(programme)
    if asked is not None and asked.allergies:
        return texts.allergies_in_form(t, asked.allergies)
    return texts.allergies_to(t, whom(t, programme))


def whom(t: Tongue, programme: ProgrammeFile) -> str:
    """The programme's first contact who can be reached; "" for none."""
    for one in programme.contact:
        if one.reach:
            return f"{one.name or t.pick(one.role)} ({t.pick(one.reach)})"
    return ""
