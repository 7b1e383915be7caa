"""The form in which an organiser changes a milestone: what, to what, and a yes to what is told."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from handlers.change import form_texts as texts
from handlers.change.asking import details, new_deadlines, what
from handlers.change.days_off import warnings
from handlers.change.letter import letter
from handlers.change.proposal import loses_agenda, proposed
from handlers.change.readers import NO, Place, sure
from handlers.changed import News, apply, facts_of, foresee, in_words
from handlers.events import Pressed
from handlers.flow import readers
from handlers.flow.form import Option, Question, Questions
from handlers.flow.position import Position
from handlers.flow.scene import Form, Scene
from handlers.markup import Button, Html, column, lines, paragraphs, plain, quote
from handlers.programme_file import (
    Milestone,
    ProgrammeErrors,
    ProgrammeFile,
    first_day,
    milestone,
)
from handlers.timeline import is_over
from storage.records import Membership

_SURE = "sure-"


def _questions(scene: Scene) -> Questions:
    """What is asked depends on what is changed; the last question is about one version alone."""

    def asked(answers: Mapping[str, str]) -> tuple[Question, ...]:
        place = Place(scene.programme, scene.draft.about, scene.turn.now, answers)
        t = scene.turn.tongue
        found = [what(t, place), *details(t, place)]
        if any(question.key not in answers and not question.optional for question in found):
            return tuple(found)
        try:
            after = proposed(place.programme, place.milestone, answers)
        except ProgrammeErrors as errors:
            return (*found, _impossible(scene, errors))
        found += new_deadlines(t, place, after)
        if all(question.key in answers or question.optional for question in found):
            found.append(_sure(scene, place, after))
        return tuple(found)

    return asked


def _impossible(scene: Scene, errors: ProgrammeErrors) -> Question:
    """Others have changed the programme so that this no longer holds: it can only be let go."""
    t = scene.turn.tongue
    why = lines(*(one.sentence(t) for one in errors.complaints))
    options = (Option(NO, plain(texts.let_go(t))),)
    read = readers.choice(options)
    return Question(_key(scene), texts.holds_no_longer(t), read, options, hint=why)


def _key(scene: Scene) -> str:
    """The last question is about one version of the programme, and about no other."""
    row = scene.turn.unit.programmes.find(scene.draft.programme)
    return f"{_SURE}{row.version if row else 0}"


def _sure(scene: Scene, place: Place, after: ProgrammeFile) -> Question:
    """The very text that people get, how many they are, and when."""
    turn, t = scene.turn, scene.turn.tongue
    foreseen = foresee(turn.unit, after, turn.now, turn.person.id if turn.person else None)
    told = foreseen.reach.people
    yes = texts.change_and_tell(t, told) if told else texts.change(t)
    lost = loses_agenda(place.programme, after, place.milestone)
    shown = paragraphs(
        quote(_preview(scene, place, after)),
        texts.agenda_is_lost(t) if lost else "",
        warnings(t, place.programme, after, place.milestone),
        in_words(t, after, foreseen, turn.now),
    )
    key = _key(scene)
    is_seen = isinstance(turn.event.what, Pressed) or turn.seat.question == key
    read = sure(plain(yes), plain(texts.no(t)), is_seen=is_seen)
    return Question(key, texts.this_is_told(t), read, read.options, hint=shown)


def _preview(scene: Scene, place: Place, after: ProgrammeFile) -> Html:
    """What a participant reads who knows how it stands now."""
    one = News(
        place.milestone,
        facts_of(place.programme, place.milestone),
        facts_of(after, place.milestone),
        replace(_me(scene), role="participant"),
    )
    return letter(scene.turn.tongue, after, [one], place.today)


def _me(scene: Scene) -> Membership:
    return next(one for one in scene.turn.memberships if _leads(scene, one))


def _leads(scene: Scene, one: Membership) -> bool:
    return (one.programme, one.role) == (scene.programme.id, "organiser")


def _may(scene: Scene) -> Html | None:
    """None for an organiser, while what it is about can be changed."""
    turn, one = scene.turn, milestone(scene.programme, scene.draft.about)
    if not any(_leads(scene, each) for each in turn.memberships):
        return texts.only_organisers(turn.tongue)
    if one is None or is_closed(scene.programme, one, turn.now):
        return texts.gone(turn.tongue)
    return None


def is_closed(programme: ProgrammeFile, one: Milestone, now: datetime) -> bool:
    """Whether nothing can be changed any more; what is cancelled may be held another day."""
    return not one.cancelled and is_over(programme, one, now)


def _title(scene: Scene) -> Html:
    t, one = scene.turn.tongue, milestone(scene.programme, scene.draft.about)
    return texts.title(t, t.pick(one.title) if one else "")


def _finish(scene: Scene, position: Position) -> None:
    """Let it be so, and say how many hear of it; the version is the one that was shown."""
    turn, t, about = scene.turn, scene.turn.tongue, scene.draft.about
    turn.unit.drafts.drop(scene.draft.id)
    after = proposed(scene.programme, about, position.values)
    if after == scene.programme:
        turn.say(texts.is_so_already(t))
        return
    by = turn.person.id if turn.person else None
    foreseen = foresee(turn.unit, after, turn.now, by)
    apply(turn.unit, after, turn.now, by)
    turn.note("change", about)
    mine = Button(plain(texts.in_my_calendar(t)), f"calendar:{about}")
    told = in_words(t, after, foreseen, turn.now)
    said = paragraphs(lines(texts.done(t), told), texts.also_in_the_file(t))
    turn.say(said, column(mine) if _has_day(after, about) else ())


def _has_day(programme: ProgrammeFile, about: str) -> bool:
    one = milestone(programme, about)
    return one is not None and first_day(one.when) is not None


def _declined(_scene: Scene, position: Position) -> bool:
    return any(key.startswith(_SURE) and said == NO for key, said in position.values.items())


def _decline(scene: Scene) -> None:
    scene.turn.say(texts.not_changed(scene.turn.tongue))


FORM = Form(
    "change",
    _questions,
    _title,
    _may,
    _finish,
    review=False,
    declined=_declined,
    decline=_decline,
)
