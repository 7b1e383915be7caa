"""The turn in which one event is answered: who speaks, where they sit, what they are told."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from handlers.events import Address, Event, Pressed
from handlers.markup import Html, Keyboard, held
from handlers.post import GOODBYE, Letter, address_of, hears, keyboard_json, post
from handlers.programme_file import ProgrammeFile, load
from handlers.tongue import Tongue, tongue
from handlers.visits import PAGE
from storage.records import Membership, Person, ProgrammeRow, Role, Seat, Verb
from storage.shelves.outbox import ANSWER, REMINDER, Owed
from storage.unit import Unit

DEFAULT_LANGUAGE = "nb"
MEMBERS: frozenset[Role] = frozenset({"participant", "facilitator", "organiser", "observer"})
LEADERS: frozenset[Role] = frozenset({"facilitator", "organiser"})


@dataclass(slots=True)
class Nod:
    """The small answer to a tap, given after the commit, best effort."""

    text: str | None = None


class Turn:
    """One event being answered: who speaks, where they sit, and what they are owed in reply.

    It reads everything anew from the unit, so that no role is ever remembered from before.
    """

    def __init__(self, unit: Unit, now: datetime, event: Event) -> None:
        """Begin to answer ``event`` at ``now`` (aware, UTC) within ``unit``."""
        self.unit = unit
        self.now = now
        self.event = event
        self.nod = Nod()
        self.roles_changed = False  # or their language: the desk then offers the menu anew
        self._letters = 0

    @property
    def address(self) -> Address:
        return self.event.address

    @cached_property
    def person(self) -> Person | None:
        return self.unit.people.at(self.address.door, self.event.speaker)

    @cached_property
    def memberships(self) -> list[Membership]:
        return self.unit.people.memberships(self.person.id) if self.person else []

    @cached_property
    def seat(self) -> Seat:
        return self.unit.drafts.seat(self.address.door, self.address.key, self.event.speaker)

    @cached_property
    def programme_row(self) -> ProgrammeRow | None:
        """The programme that the speaker sits in: the one they chose, or joined last."""
        joined = [one.programme for one in self.memberships]
        if not joined:
            return None
        seated = self.seat.programme
        current = seated if seated in joined else joined[-1]
        return self.unit.programmes.find(current)

    @cached_property
    def programme(self) -> ProgrammeFile | None:
        return load(self.programme_row.body) if self.programme_row else None

    @property
    def roles(self) -> frozenset[Role]:
        """What the speaker is in the current programme, as of this transaction."""
        if self.programme is None:
            return frozenset()
        return frozenset(m.role for m in self.memberships if m.programme == self.programme.id)

    def membership(self, role: Role) -> Membership | None:
        """The speaker's membership in that role in the current programme."""
        if self.programme is None:
            return None
        mine = (m for m in self.memberships if m.programme == self.programme.id)
        return next((m for m in mine if m.role == role), None)

    @cached_property
    def tongue(self) -> Tongue:
        return self.tongue_of(self.person)

    def tongue_of(self, person: Person | None) -> Tongue:
        """The language a person reads: their own choice, the programme's, or the door's hint."""
        if person is not None and person.language:
            return tongue(person.language)
        if self.programme is not None:
            return tongue(self.programme.language)
        hinted = (self.event.language or "")[:2]
        return tongue("en" if hinted == "en" else DEFAULT_LANGUAGE)

    def press(self, *words: str) -> str:
        """What a button holds, so that it is about the same programme when it is tapped later."""
        several = len({one.programme for one in self.memberships}) > 1
        return held(":".join(words), self.programme.id if self.programme else "", several=several)

    def forget_what_was_read(self) -> None:
        """Read person, seat and programme anew after this turn has changed them."""
        for name in ("person", "memberships", "seat", "programme_row", "programme", "tongue"):
            self.__dict__.pop(name, None)

    def sit(self, seat: Seat) -> None:
        """Remember where the speaker sits now."""
        self.unit.drafts.sit(seat)
        self.forget_what_was_read()

    def say(
        self,
        text: Html,
        buttons: Keyboard = (),
        *,
        file: str | None = None,
        fleeting: bool = False,
        about: str = "",
    ) -> int | None:
        """Answer the speaker; return the outbox row."""
        letter = Letter(text, buttons, file=file, fleeting=fleeting, about=about)
        return post(self.unit, self.address, letter, self._key(), self.tongue.language, self.now)

    def say_goodbye(self, text: Html) -> None:
        """Say a last word to somebody of whom nothing is kept, and have the disk wiped after."""
        self.unit.house.want_wipe()
        self.say(text, fleeting=True, about=GOODBYE)

    def tell(self, person: Person, letter: Letter) -> bool:
        """Say something to somebody else; false if they do not hear of it now.

        Whoever has only the page is told of it by mail too, unless it is silent; without mail it
        stands on their page.
        """
        to = address_of(self.unit, person)
        if to is None:
            return False
        if to.door == PAGE and letter.priority == ANSWER and not letter.silent:
            letter = replace(letter, priority=REMINDER)
        language = self.tongue_of(person).language
        post(self.unit, to, letter, self._key(), language, self.now)
        return hears(self.unit, person)

    def edit(
        self,
        text: Html,
        buttons: Keyboard = (),
        message: str | None = None,
        *,
        fleeting: bool = False,
    ) -> None:
        """Change one of our messages at the speaker's: the one that was tapped, or ``message``."""
        what = self.event.what
        target = message or (what.message if isinstance(what, Pressed) else None)
        if target is None:
            return
        self._owe_to_message("edit", target, text, keyboard_json(buttons), fleeting=fleeting)

    def delete(self, message: str) -> None:
        """Take a message out of the chat, where the door lets us."""
        self._owe_to_message("delete", message, Html(""), "[]")

    def react(self, message: str, emoji: str) -> None:
        """Put a small mark on what the speaker wrote."""
        self._owe_to_message("react", message, Html(emoji), "[]")

    def offer_menu(self, commands: str) -> None:
        """Set the menu of this chat; ``commands`` is JSON ``[[command, description], …]``."""
        self.unit.outbox.owe(
            Owed(
                self.address.door,
                self.address.key,
                self._key(),
                text=commands,
                verb="menu",
                language=self.tongue.language,
            ),
            self.now,
        )

    def note(self, what: str, about: str = "") -> None:
        """Write a deed in the log: what was done to what, and never a text."""
        programme = self.programme.id if self.programme else None
        person = self.person.id if self.person else None
        self.unit.deeds.note(what, about, self.now, programme, person)

    def _key(self) -> str:
        """A key that is the same when the same update is answered again."""
        self._letters += 1
        return f"{self.event.source}:{self.event.update}:{self._letters}"

    def _owe_to_message(
        self, verb: Verb, message: str, text: Html, buttons: str, *, fleeting: bool = False
    ) -> None:
        owed = Owed(
            self.address.door,
            self.address.key,
            self._key(),
            verb=verb,
            text=text,
            buttons=buttons,
            language=self.tongue.language,
            target_message=message,
            fleeting=fleeting,
        )
        self.unit.outbox.owe(owed, self.now)
