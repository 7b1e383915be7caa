"""Those who help answer a call in the chat, and everybody in the party has the answer at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers import pleas
from handlers.flow import talk
from handlers.flow.party import person_party
from handlers.guidance import texts
from handlers.guidance.answer_form import FORM
from handlers.markup import Button, Html, column, lines, plain
from handlers.programme_file import ProgrammeFile, load, zone
from handlers.tongue import Tongue
from handlers.turn import Turn
from storage.records import Plea, ProgrammeRow

MOST = 20  # calls in one list


@dataclass(frozen=True, slots=True)
class _Call:
    """A call for help that the speaker may answer, in its programme as it is now."""

    plea: Plea
    row: ProgrammeRow
    programme: ProgrammeFile


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Answer the buttons under a call; each deed asks anew who may help the party."""
    match arguments:
        case [("answer" | "more" | "done") as word, plea]:
            found = _found(turn, plea)
            if found is not None:
                _do(turn, found, word)
        case _:
            turn.say(texts.gone(turn.tongue))


def unanswered(turn: Turn) -> None:
    """Show a leader the calls that nobody has answered yet, the oldest first."""
    programme, t, me = turn.programme, turn.tongue, turn.person
    if programme is None or me is None:
        return
    every = [one for one in turn.unit.help.pleas(programme.id) if one.answered_at is None]
    mine = [one for one in every if pleas.may_help(turn.unit, programme, one.party, me.id)]
    if not mine:
        turn.say(texts.none_waits(t))
        return
    names = [(pleas.name_of_party(turn.unit, programme, one.party, t), one) for one in mine[:MOST]]
    told = [texts.since(t, name, _day(t, programme, one.raised_at)) for name, one in names]
    buttons = [_button(texts.answer_whom(t, name), "answer", one) for name, one in names]
    turn.say(lines(texts.these_wait(t, len(mine)), *told), column(*buttons))


def _found(turn: Turn, plea_id: str) -> _Call | None:
    """The call, if it is theirs to answer; None once they are told why not."""
    plea = turn.unit.help.plea(plea_id)
    row = turn.unit.programmes.find(plea.programme) if plea else None
    if plea is None or row is None or turn.person is None:
        turn.say(texts.gone(turn.tongue))
        return None
    programme = load(row.body)
    if not pleas.may_help(turn.unit, programme, plea.party, turn.person.id):
        turn.say(texts.not_yours_to_answer(turn.tongue))
        return None
    return _Call(plea, row, programme)


def _do(turn: Turn, found: _Call, word: str) -> None:
    """Note that it is answered, say that it is, or let the answer be written."""
    assert turn.person is not None  # noqa: S101 - who may help is somebody
    plea = found.plea
    if word == "done":
        _is_done(turn, found)
    elif word == "answer" and plea.answered_at is not None:
        more = _button(texts.write_more(turn.tongue), "more", plea)
        turn.say(_answered(turn, found, plea.answered_at), column(more))
    else:
        talk.begin(turn, FORM, person_party(turn.person.id), plea.id, programme=found.row)


def _is_done(turn: Turn, found: _Call) -> None:
    """Keep that the party has its answer, from outside the chat."""
    plea, me = found.plea, turn.person
    if plea.answered_at is None:
        turn.unit.help.answer(plea.id, me.id if me else None, turn.now)
        turn.note("plea", plea.about)
    turn.say(texts.noted(turn.tongue, _name(turn, found)))


def _answered(turn: Turn, found: _Call, at: datetime) -> Html:
    """Who has answered, and when."""
    t, by = turn.tongue, found.plea.answered_by
    person = turn.unit.people.find(by) if by else None
    day = _day(t, found.programme, at)
    return texts.has_answer(t, _name(turn, found), person.name if person else None, day)


def _name(turn: Turn, found: _Call) -> str:
    return pleas.name_of_party(turn.unit, found.programme, found.plea.party, turn.tongue)


def _day(t: Tongue, programme: ProgrammeFile, at: datetime) -> str:
    return t.day(at.astimezone(zone(programme)).date())


def _button(label: Html, word: str, plea: Plea) -> Button:
    return Button(plain(label), f"plea:{word}:{plea.id}")
