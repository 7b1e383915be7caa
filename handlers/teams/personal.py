"""A link for one person alone, to hand over: it is said once, and forgotten."""

from handlers.codes import personal_ways
from handlers.markup import code, lines, paragraphs, plain
from handlers.post import Letter, address_of, mail_of, post
from handlers.teams import people_texts as texts
from handlers.teams.roll import Entry
from handlers.turn import Turn
from handlers.visits import INVITED, PAGE
from storage.records import Person


def asked(turn: Turn, one: Entry) -> None:
    """Make a link for one who has not come in, or has no other way back; else say why not.

    A link opens what is theirs alone. Who has a chat or an address asks for their own.
    """
    if one.member.listed:
        hand_over(turn, one.person)
    elif _has_no_way(turn, one.person):
        _tell(turn, one.person)
        hand_over(turn, one.person)
    else:
        name = one.name or plain(texts.an_organiser(turn.tongue))
        turn.say(texts.has_own_door(turn.tongue, name))


def hand_over(turn: Turn, person: Person) -> None:
    """Say a new link, of which nothing is kept but a hash.

    Those before open nothing any more, unless one of them may have gone out by mail.
    """
    t = turn.tongue
    if mail_of(turn.unit, person.id) is None:
        turn.unit.visits.void(person.id, turn.now)
    found = personal_ways(turn.unit, person.id, turn.now)
    links = (
        texts.link_web(t, found.web) if found.web else None,
        texts.link_telegram(t, found.telegram) if found.telegram else None,
    )
    shown = lines(*links) or texts.code_alone(t, code(found.code))
    turn.note("personal link")
    turn.say(
        paragraphs(
            texts.link_for(t, person.name or ""), shown, texts.link_is_once(t, INVITED.days)
        ),
        fleeting=True,
    )


def _has_no_way(turn: Turn, person: Person) -> bool:
    """Whether they live on the page alone, and no mail tells them of it."""
    to = address_of(turn.unit, person)
    return to is not None and to.door == PAGE and mail_of(turn.unit, person.id) is None


def _tell(turn: Turn, person: Person) -> None:
    to, t = address_of(turn.unit, person), turn.tongue_of(person)
    by = turn.person.name if turn.person and turn.person.name else plain(texts.an_organiser(t))
    key = f"{turn.event.source}:{turn.event.update}:new-link"
    if to is not None:
        letter = Letter(texts.new_link_was_made(t, by))
        post(turn.unit, to, letter, key, t.language, turn.now)
