"""A participant asks for help, or writes back to an answer, and those who help hear it at once."""

from handlers import pleas
from handlers.events import Said
from handlers.flow import talk
from handlers.flow.form import Refusal
from handlers.flow.party import person_party
from handlers.guidance import passing, texts
from handlers.guidance.ask_form import AT_ONCE, FORM, READ, WORDS, my_party
from handlers.markup import lines
from handlers.turn import Turn
from storage.records import AnswerRow, Draft


def ask(turn: Turn, rest: str) -> None:
    """Ask for the words, or take what stood behind the command; say who gets them."""
    programme, t = turn.programme, turn.tongue
    party = my_party(turn, programme) if programme else None
    if programme is None or turn.person is None or party is None:
        whom = pleas.whom_to_ask(t, programme) if programme else None
        turn.say(lines(texts.no_team(t), whom))
    elif not pleas.helpers(turn.unit, programme, party):
        turn.say(pleas.who_gets_it(turn, programme, party))
    elif rest and isinstance(turn.event.what, Said):
        _take(turn, rest, turn.event.what.message)
    else:
        talk.begin(turn, FORM, person_party(turn.person.id), "")


def back(turn: Turn, plea_id: str) -> None:
    """Write back to those who answered a call of one's own party."""
    plea = turn.unit.help.plea(plea_id)
    row = turn.unit.programmes.find(plea.programme) if plea else None
    if plea is None or row is None or turn.person is None:
        turn.say(texts.gone(turn.tongue))
        return
    talk.begin(turn, FORM, person_party(turn.person.id), plea.id, programme=row)


def edited(turn: Turn, message: str, text: str) -> bool:
    """Take the new words of a message that waits for a yes; false if none waits."""
    if not any(draft.about == message for draft in _waiting(turn)) or not turn.memberships:
        return False
    words = text.partition(" ")[2] if text.startswith("/") else text
    _take(turn, words.strip(), message)
    return True


def _take(turn: Turn, words: str, message: str) -> None:
    """Show the words and ask whether they should go; nothing else of theirs waits beside them."""
    row = turn.programme_row
    assert row is not None  # noqa: S101 - they are in a programme
    assert turn.person is not None  # noqa: S101 - and somebody
    for draft in _waiting(turn):
        turn.unit.drafts.drop(draft.id)
    passing.forget_this(turn)
    try:
        value = READ(words, turn.tongue)
    except Refusal as refusal:
        turn.say(refusal.sentence)
        talk.begin(turn, FORM, person_party(turn.person.id), "")
        return
    me, at = turn.person.id, turn.event.said_at
    party = person_party(me)
    draft = turn.unit.drafts.start(row.id, row.version, AT_ONCE.key, party, message, me, turn.now)
    turn.unit.drafts.put(AnswerRow(draft.id, WORDS, "given", value, 1, me, at), turn.now)
    talk.begin(turn, AT_ONCE, party, message)


def _waiting(turn: Turn) -> list[Draft]:
    mine = turn.unit.drafts.open_for(person_party(turn.person.id)) if turn.person else []
    return [draft for draft in mine if draft.form == AT_ONCE.key]
