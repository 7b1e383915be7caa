"""How a sentence becomes rows in the outbox: addressed, split to size, keyed, in one lane."""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from handlers.events import Address
from handlers.markup import Button, Html, Keyboard, split
from handlers.visits import MAIL, PAGE
from storage.records import Person
from storage.shelves.outbox import ANSWER, Owed
from storage.unit import Unit

ANSWER_IS_TRUE_FOR = timedelta(days=1)
# In UTF-16 units: what every door takes beside a file.
BESIDE_A_FILE = 1024
# What a last word is about: its address is forgotten once it is out.
GOODBYE = "goodbye"
# What a file with people's names is about: it goes when one of them is erased.
NAMES = "names"
# What the house keeps under the mail door's name while it can send mail.
ON = "on"
# What the key of a message ends with that goes by mail, beside the one on the page.
BY_MAIL = ":mail"
# What a mail is about that is no message of the page's: it decides what its link is good for.
INVITATION = "invitation"
LINK = "link"  # somebody asked for one
CONFIRM = "confirm:"  # and whose address it is to be
TAKEN = "taken:"  # and by whom, no link: it tells its holder that somebody else gave an address


@dataclass(frozen=True, slots=True)
class Letter:
    """What to say, and how: a ``silent`` one makes no sound, a ``fleeting`` one leaves no text.

    ``file`` is a file's id; ``about`` names what it is about, so that it can be made moot;
    ``stale_after`` defaults to a day from now for answers.
    """

    text: Html
    buttons: Keyboard = ()
    file: str | None = None
    silent: bool = False
    fleeting: bool = False
    about: str = ""
    priority: int = ANSWER
    stale_after: datetime | None = None
    not_before: datetime | None = None
    push: str | None = None


def post(  # noqa: PLR0913 - who, where, what, when
    unit: Unit, to: Address, letter: Letter, key: str, language: str, now: datetime
) -> int | None:
    """Owe a letter to an address; return the row that carries its buttons, None if owed before.

    A text that is too long for one message becomes several, in order, the buttons on the last, and
    beside a file there is less room. A mail is long enough for anything.
    """
    parts = [letter.text] if to.door == MAIL else _parts(letter)
    row = None
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        row = unit.outbox.owe(
            Owed(
                door=to.door,
                key=to.key,
                dedupe_key=key if len(parts) == 1 else f"{key}:part{number}",
                text=part,
                buttons=keyboard_json(letter.buttons) if last else "[]",
                file=letter.file if last else None,
                language=language,
                silent=letter.silent,
                priority=letter.priority,
                about=letter.about,
                fleeting=letter.fleeting,
                push=letter.push,
                not_before=letter.not_before,
                stale_after=letter.stale_after or now + ANSWER_IS_TRUE_FOR,
            ),
            now,
        )
    if to.door == PAGE and letter.priority != ANSWER:
        _tell_by_mail(unit, to, letter, key, language, now)
    return row


def _parts(letter: Letter) -> list[Html]:
    parts = split(letter.text) or [Html("")]
    if letter.file is not None:
        parts[-1:] = split(parts[-1], BESIDE_A_FILE)
    return parts


def mail_is(unit: Unit, *, on: bool) -> None:
    """Note at the start whether the house can send mail."""
    unit.house.keep(MAIL, ON if on else "")


def sends_mail(unit: Unit) -> bool:
    return unit.house.value(MAIL) == ON


def address_of(unit: Unit, person: Person) -> Address | None:
    """Where to write to a person: their first address that is open, or None («ikke nådd»).

    The page comes last: it is silent, and a mail tells of what waits there.
    """
    there = [one for one in unit.people.addresses(person.id) if one.unreachable_since is None]
    chats = sorted((one for one in there if one.door != MAIL), key=lambda one: one.door == PAGE)
    return Address(chats[0].door, chats[0].key) if chats else None


def mail_of(unit: Unit, person: str) -> str | None:
    """The mail address that tells a person what waits on the page; None: nothing does."""
    if not sends_mail(unit):
        return None
    there = (one for one in unit.people.addresses(person) if one.door == MAIL)
    return next((one.key for one in there if one.unreachable_since is None), None)


def hears(unit: Unit, person: Person) -> bool:
    """Whether what is said unasked comes to a person's notice: by a chat, or by mail and page."""
    to = address_of(unit, person)
    return to is not None and (to.door != PAGE or mail_of(unit, person.id) is not None)


def has_neither(unit: Unit, person: str) -> bool:
    """Whether somebody has no chat and no mail: an organiser tells them, «uten Telegram og e-post».

    Whoever shut the door, or whose mail came back, has one: of them it is known alone that they
    were not reached.
    """
    doors = {one.door for one in unit.people.addresses(person)} - {PAGE}
    return not doors - {MAIL} and not (doors and sends_mail(unit))


def _tell_by_mail(  # noqa: PLR0913 - as it was posted
    unit: Unit, to: Address, letter: Letter, key: str, language: str, now: datetime
) -> None:
    """Owe the same words to the mail address of whoever is at the page: no mail for an answer."""
    person = unit.people.at(to.door, to.key)
    mail = mail_of(unit, person.id) if person is not None else None
    if mail is not None:
        post(unit, Address(MAIL, mail), letter, f"{key}{BY_MAIL}", language, now)


def move(unit: Unit, old: Address, key: str) -> None:
    """Let everything that stands at an address stand at its new key."""
    unit.people.move(old.door, old.key, key)
    unit.outbox.move(old.door, old.key, key)
    unit.drafts.move(old.door, old.key, key)


def keyboard_json(buttons: Keyboard) -> str:
    """Buttons as the outbox keeps them."""
    rows = [[{"text": b.text, "data": b.data, "url": b.url} for b in row] for row in buttons]
    return json.dumps(rows, ensure_ascii=False)


def read_keyboard(text: str) -> Keyboard:
    """Buttons as the outbox kept them."""
    return tuple(
        tuple(Button(b["text"], b.get("data"), b.get("url")) for b in row)
        for row in json.loads(text)
    )


def silently(letter: Letter) -> Letter:
    """The same letter, without a sound."""
    return replace(letter, silent=True)
