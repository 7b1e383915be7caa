"""Coming in by a browser: what a code opens, and a new link by mail for whoever lost theirs."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers import codes, visits
from handlers.events import Address
from handlers.join import page_texts, words
from handlers.markup import Html
from handlers.post import LINK, Letter, address_of, mail_of, post, sends_mail
from handlers.programme_file import load
from handlers.tongue import Tongue, tongue
from handlers.visits import MAIL, PAGE, Entered
from storage.records import Person
from storage.unit import Unit

MOST = 5  # letters with a link to one person in an hour
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Opening:
    """What a code opens, in words; ``telegram`` is the link to the chat, None without a bot.

    ``personal``: it is one person's own way in. ``by_mail``: one can be told of news by mail.
    """

    welcome: Html
    telegram: str | None
    personal: bool
    by_mail: bool


def opening(unit: Unit, code: str, now: datetime, t: Tongue) -> Opening | None:
    """What a code would open; looking spends nothing."""
    grant = codes.recognised(unit, code, now)
    row = unit.programmes.find(grant.programme) if grant else None
    if grant is None or row is None:
        return None
    telegram = codes.ways(unit, codes.read_code(code)).telegram
    welcome = words.welcome(t, load(row.body), grant)
    return Opening(welcome, telegram, grant.person is not None, sends_mail(unit))


def ask(unit: Unit, mail: str, now: datetime) -> bool:
    """Owe a letter to a mail address that is somebody's; the mail door puts the link into it.

    At most one a minute and five an hour to one person; false where none is sent.
    """
    person = unit.people.at(MAIL, mail) or unit.people.at(MAIL, mail.lower())
    if person is None or not sends_mail(unit):
        return False
    to = next(one.key for one in unit.people.addresses(person.id) if one.door == MAIL)
    if unit.outbox.how_many_to(MAIL, to, LINK, now - HOUR) >= MOST:
        return False
    t = _tongue(unit, person)
    letter = Letter(
        page_texts.your_link(t), fleeting=True, about=LINK, stale_after=now + visits.ASKED_FOR
    )
    key = f"{LINK}:{person.id}:{now:%Y%m%d%H%M}"
    return post(unit, Address(MAIL, to), letter, key, t.language, now) is not None


def confirm(unit: Unit, entered: Entered, mail: str, now: datetime) -> None:
    """Say in the conversation that an address is proven, if it became theirs."""
    person = entered.person
    if mail_of(unit, person.id) != mail:
        return
    t, to = _tongue(unit, person), address_of(unit, person)
    words = page_texts.told_there if to is None or to.door == PAGE else page_texts.is_proven
    key = f"proven:{person.id}:{now:%Y%m%d%H%M%S}"
    post(unit, Address(PAGE, entered.key), Letter(words(t, mail)), key, t.language, now)


def tell_the_others(unit: Unit, entered: Entered, now: datetime) -> None:
    """Say in the conversation that a link was used, where another browser reads it already."""
    if not any(one.expires_at > now for one in unit.visits.sessions_at(entered.key)):
        return
    t = _tongue(unit, entered.person)
    letter = Letter(page_texts.came_in(t), silent=True)
    key = f"came-in:{entered.person.id}:{now:%Y%m%d%H%M%S}"
    post(unit, Address(PAGE, entered.key), letter, key, t.language, now)


def _tongue(unit: Unit, person: Person) -> Tongue:
    """What somebody reads: their own choice, else the language of the programme joined last."""
    mine = unit.people.memberships(person.id)
    row = unit.programmes.find(mine[-1].programme) if mine else None
    return tongue(person.language or (load(row.body).language if row is not None else "nb"))
