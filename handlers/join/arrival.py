"""Somebody with a good code: already in, moving, or on the way in."""

from collections.abc import Sequence

from handlers.flow import talk
from handlers.flow.party import person_party
from handlers.join import finish, page_texts, texts, words
from handlers.join.codes import Grant, proven
from handlers.join.flow import FORM, asked
from handlers.join.plan import language_of, other_than
from handlers.markup import Button, column, lines, paragraphs
from handlers.programme_file import ProgrammeFile, is_for_individuals
from handlers.turn import Turn
from handlers.visits import PAGE
from storage.records import Membership

MOVE = "move"
SPEAK = "speak"


def at_the_page(turn: Turn, grant: Grant, programme: ProgrammeFile) -> None:
    """A newcomer in a browser: no phone has to be asked about."""
    first(turn, grant, programme, language_of(turn.event.language, programme, grant.team))


def greet(turn: Turn) -> None:
    """Tell somebody whom an organiser has entered what is kept, the first time that they act."""
    programme = turn.programme
    if programme is None or turn.person is None or not any(m.listed for m in turn.memberships):
        return
    turn.unit.people.come_in(turn.person.id)
    turn.forget_what_was_read()
    turn.roles_changed = True
    t, alone = turn.tongue, is_for_individuals(programme)
    turn.say(page_texts.you_are_listed(t, t.pick(programme.name), alone=alone))


def first(turn: Turn, grant: Grant, programme: ProgrammeFile, language: str) -> None:
    """Someone is at the page, or may have Telegram: say what is kept, and from here on keep it."""
    if turn.person is None:
        if finish.is_full(turn, grant, programme):
            turn.say(finish.full(turn, grant, programme))
            return
        person = turn.unit.people.add(None, language, turn.now)
        turn.unit.people.live_at(person.id, turn.address.door, turn.event.speaker)
        turn.forget_what_was_read()
        _tell_what_is_kept(turn, grant, programme)
    arrive(turn, grant, programme)


def _tell_what_is_kept(turn: Turn, grant: Grant, programme: ProgrammeFile) -> None:
    """Five lines; at the page they come with the welcome, and with the other language."""
    t, alone = turn.tongue, is_for_individuals(programme)
    if turn.address.door != PAGE:
        turn.say(lines(texts.before_you_begin(t), texts.what_is_kept(t, alone=alone)))
        return
    welcome, kept = words.welcome(t, programme, grant), page_texts.before_you_begin(t, alone=alone)
    other = other_than(t.language, programme)
    button = Button(texts.other_language(other), f"{SPEAK}:{other}")
    turn.say(paragraphs(welcome, kept), column(button))


def arrive(turn: Turn, grant: Grant, programme: ProgrammeFile) -> None:
    """Bring a known person where the code leads."""
    mine = _membership(turn, grant)
    if grant.person is not None and mine is not None:
        _show_the_place(turn, grant, programme, mine)
    elif mine is None:
        _begin(turn, grant, programme)
    elif mine.team in (None, grant.team) or grant.for_one:
        stands(turn, programme, mine)
    else:
        _ask_move(turn, grant, programme, mine)


def _show_the_place(turn: Turn, grant: Grant, programme: ProgrammeFile, mine: Membership) -> None:
    """Somebody opened a personal link, and is in that programme already: it is theirs, or not."""
    if grant.person == mine.person:
        stands(turn, programme, mine)
    else:
        turn.say(page_texts.not_yours(turn.tongue))


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
    elif grant.person is not None or not asked(turn, programme, grant):
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
