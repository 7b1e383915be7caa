"""Help, leaving, the language, and a kind answer to whatever else comes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handlers.events import Said
from handlers.flow import texts as flow_texts
from handlers.flow.buttons import Steer, encode
from handlers.flow.words import folded
from handlers.guide import texts
from handlers.markup import Button, Html, column, lines, paragraphs, plain
from handlers.programme_file import ProgrammeFile, is_for_individuals
from handlers.programme_file.teams import team_of
from handlers.remind.ladder import speaks
from handlers.tongue import Tongue
from handlers.turn import LEADERS, Turn
from handlers.visits import place
from storage.records import Role

# A nod is answer enough to these, and the whole help is too much.
_COURTESIES = frozenset(
    "takk, tusen takk, takk skal du ha, ok, fint, bra, thanks, thank you".split(", ")
)

_COME: frozenset[Role] = frozenset({"participant", "facilitator"})
# Each language by its own name, so that one who reads no other finds it.
LANGUAGES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}


def show_help(turn: Turn, _rest: str = "") -> None:
    t = turn.tongue
    if turn.programme is None:
        turn.say(paragraphs(texts.not_joined(t), texts.help_language(t)))
        return
    turn.say(paragraphs(texts.help_heading(t), _can_do(turn, turn.programme)))


def _can_do(turn: Turn, programme: ProgrammeFile) -> Html:
    has_page, speaks_for = place(turn.unit) is not None, _speaks_for_team(turn, programme)
    return can_do(turn.tongue, programme, turn.roles, has_page=has_page, speaks_for=speaks_for)


def _speaks_for_team(turn: Turn, programme: ProgrammeFile) -> bool:
    """Whether they are contact person or deputy of a team that takes part."""
    mine = turn.membership("participant")
    team = team_of(programme, mine.team or "") if mine else None
    if mine is None or team is None or team.withdrawn:
        return False
    return speaks(team, mine, turn.person.name if turn.person else None)


def can_do(
    t: Tongue,
    programme: ProgrammeFile,
    roles: frozenset[Role],
    *,
    has_page: bool = False,
    speaks_for: bool = False,
) -> Html:
    """A line for each thing that these roles can do in this programme.

    ``speaks_for``: they are a team's contact person or its deputy.
    """
    takes_part = "participant" in roles
    asks_measures = programme.report is not None and programme.report.measures
    has_score = programme.report is not None and programme.report.score is not None
    alone = is_for_individuals(programme)
    report = texts.help_own_report if alone else texts.help_report
    looks_on = bool(roles & LEADERS) and not alone
    files = "organiser" in roles and looks_on and programme.report is not None
    return paragraphs(
        lines(
            texts.help_status(t),
            texts.help_programme(t),
            report(t) if takes_part and programme.report else "",
            texts.help_measures(t) if asks_measures and (takes_part or looks_on) else "",
            texts.help_template(t) if (takes_part and programme.report) or files else "",
            texts.help_reflect(t) if takes_part and programme.reflection else "",
            *_around_a_samling(t, programme, roles),
            texts.help_answer(t) if roles & LEADERS else texts.help_ask(t) if takes_part else "",
            texts.help_summary_line(t, alone=alone) if roles & LEADERS else "",
            texts.help_for_teams(t) if files else "",
            texts.help_assess(t, alone=alone) if roles & LEADERS and has_score else "",
            texts.help_broadcast(t) if roles & LEADERS else "",
            texts.help_change(t) if "organiser" in roles else "",
            _teams(t, programme, roles, speaks_for=speaks_for),
            texts.help_series(t) if "organiser" in roles else "",
            texts.help_page(t) if roles & LEADERS and has_page else "",
            texts.help_reminders(t),
            texts.help_data(t),
            texts.help_language(t),
            texts.help_cancel(t),
        ),
        texts.without_slash(t),
    )


def _teams(
    t: Tongue, programme: ProgrammeFile, roles: frozenset[Role], *, speaks_for: bool
) -> Html:
    if "organiser" in roles:
        return texts.help_teams(t, alone=is_for_individuals(programme))
    return texts.help_own_team(t) if speaks_for else Html("")


def _around_a_samling(
    t: Tongue, programme: ProgrammeFile, roles: frozenset[Role]
) -> Iterator[Html]:
    asks = programme.samling is not None and programme.samling.sign_up is not None
    if asks and roles & _COME:
        yield texts.help_sign_up(t)
    if programme.samling is not None and roles & LEADERS:
        yield texts.help_attendance(t)
    if programme.milestone:
        yield texts.help_calendar(t)


def cancel(turn: Turn, _rest: str = "") -> None:
    """Leave what is open as it is: the draft stands, and a button leads back to it."""
    seat = turn.seat
    draft = turn.unit.drafts.find(seat.draft) if seat.draft else None
    if seat.draft or seat.waiting:
        turn.sit(replace(seat, draft=None, question=None, revision=None, waiting=None))
    if draft is not None and draft.state == "open":
        back = Button(plain(flow_texts.resume(turn.tongue)), encode(Steer("resume", draft.id)))
        turn.say(flow_texts.stopped(turn.tongue), column(back))
    elif seat.waiting:
        turn.say(texts.left(turn.tongue))
    else:
        turn.say(texts.nothing_open(turn.tongue))


def lost(turn: Turn) -> None:
    """Answer a text that nobody understands: never with silence, except in others' talk."""
    if not turn.event.private:
        return
    t, what = turn.tongue, turn.event.what
    if turn.programme is None:
        turn.say(texts.lost_not_joined(t))
        return
    if isinstance(what, Said) and folded(what.text) in _COURTESIES:
        turn.react(what.message, "👍")
        return
    turn.say(paragraphs(texts.lost(t), _can_do(turn, turn.programme)))


def cannot_keep(turn: Turn) -> None:
    """Answer a photo, a voice message or a file that nobody has a use for; none of it is kept."""
    turn.unit.inbox.blank_one(turn.event.source, turn.event.update)
    if turn.event.private:
        turn.say(texts.cannot_keep(turn.tongue))


def not_yours(turn: Turn) -> None:
    """Answer a command that is for another role."""
    t = turn.tongue
    turn.say(texts.not_yours(t) if turn.programme else texts.not_yours_not_joined(t))


def old_button(turn: Turn, _arguments: Sequence[str] = ()) -> None:
    """Answer a button whose feature is gone, with the way to where things stand."""
    t = turn.tongue
    waits = column(Button(plain(texts.what_waits(t)), "status:")) if turn.programme else ()
    turn.say(texts.old_button(t), waits)


def apologise(turn: Turn) -> None:
    """Answer what was tried several times and could not take effect."""
    turn.say(texts.apologise(turn.tongue))


def ask_language(turn: Turn, _rest: str = "") -> None:
    if turn.person is None:
        turn.say(texts.language_later(turn.tongue))
        return
    choices = (Button(name, f"lang:{code}") for code, name in LANGUAGES.items())
    turn.say(texts.which_language(turn.tongue), column(*choices))


def choose_language(turn: Turn, arguments: Sequence[str]) -> None:
    """Speak to the person in the language that they chose; the menu follows after the turn."""
    match arguments:
        case [code] if code in LANGUAGES and turn.person is not None:
            turn.unit.people.speak(turn.person.id, code)
            turn.forget_what_was_read()
            turn.roles_changed = True
            turn.say(texts.language_chosen(turn.tongue))
        case _:
            ask_language(turn)
