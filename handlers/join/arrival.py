"""Somebody with a good code: already in, moving, or on the way in."""

from collections.abc import Sequence

from handlers.flow import talk
from handlers.flow.party import person_party
from handlers.join import finish, texts, words
from handlers.join.codes import Grant, proven
from handlers.join.flow import FORM, asked
from handlers.markup import Button, column, lines, paragraphs
from handlers.programme_file import ProgrammeFile, is_for_individuals
from handlers.turn import Turn
from storage.records import Membership

MOVE = "move"


def first(turn: Turn, grant: Grant, programme: ProgrammeFile, language: str) -> None:
    """Someone's phone may have Telegram: say what is kept, and from here on keep it."""
    if turn.person is None:
        if finish.is_full(turn, grant, programme):
            turn.say(finish.full(turn, grant, programme))
            return
        person = turn.unit.people.add(None, language, turn.now)
        turn.unit.people.live_at(person.id, turn.address.door, turn.event.speaker)
        turn.forget_what_was_read()
        t, alone = turn.tongue, is_for_individuals(programme)
        turn.say(lines(texts.before_you_begin(t), texts.what_is_kept(t, alone=alone)))
    arrive(turn, grant, programme)


def arrive(turn: Turn, grant: Grant, programme: ProgrammeFile) -> None:
    """Bring a known person where the code leads."""
    mine = _membership(turn, grant)
    if mine is None:
        _begin(turn, grant, programme)
    elif mine.team in (None, grant.team) or grant.for_one:
        stands(turn, programme, mine)
    else:
        _ask_move(turn, grant, programme, mine)


def stands(turn: Turn, programme: ProgrammeFile, mine: Membership) -> None:
    """Say that they are in, and what comes next there."""
    finish.sit_in(turn, programme)
    t = turn.tongue
    already = words.already(t, programme, mine.team or "")
    turn.say(paragraphs(already, words.next_up(t, programme, turn.now)))


def move_pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Move to the team whose code's hash the button holds, or stay («no»)."""
    proof = arguments[0] if arguments else ""
    grant = proven(turn.unit, proof, turn.now)
    programme = words.programme_of(turn, grant.programme) if grant else None
    mine = _membership(turn, grant) if grant else None
    if grant is None or programme is None or mine is None or grant.for_one:
        turn.say(texts.wrong_code(turn.tongue))
    elif arguments[1:] == ["no"]:
        turn.say(texts.stayed(turn.tongue))
    elif mine.team == grant.team:
        stands(turn, programme, mine)
    else:
        finish.move(turn, grant, programme, mine)


def _begin(turn: Turn, grant: Grant, programme: ProgrammeFile) -> None:
    if finish.is_full(turn, grant, programme):
        turn.say(finish.full(turn, grant, programme))
    elif not asked(turn, programme, grant):
        finish.come_in(turn, grant, programme, None, None)
    elif turn.person is not None:
        row = turn.unit.programmes.find(programme.id)
        talk.begin(turn, FORM, person_party(turn.person.id), grant.proof, programme=row)


def _ask_move(turn: Turn, grant: Grant, programme: ProgrammeFile, mine: Membership) -> None:
    t = turn.tongue
    old = words.team_name(t, programme, mine.team or "")
    new = words.team_name(t, programme, grant.team)
    yes = Button(texts.move(t), f"{MOVE}:{grant.proof}")
    no = Button(texts.stay(t), f"{MOVE}:{grant.proof}:no")
    turn.say(texts.ask_move(t, old, new), column(yes, no))


def _membership(turn: Turn, grant: Grant) -> Membership | None:
    """What the speaker is already in the grant's programme, in the grant's role."""
    mine = (m for m in turn.memberships if m.programme == grant.programme)
    return next((m for m in mine if m.role == grant.role), None)
