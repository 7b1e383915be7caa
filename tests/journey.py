"""A journey at the wire: people say and tap at a real house, restarted after each step."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from handlers.programme_file import ProgrammeFile
from storage.unit import Unit
from tests.botapi import BotApi
from tests.botapi.message import Message
from tests.botapi.person import Person
from tests.home import Home

VERBS = {
    "sendMessage": "send",
    "sendDocument": "send",
    "sendPhoto": "send",
    "editMessageText": "edit",
    "setMyCommands": "menu",
    "deleteMyCommands": "menu",
    "setMessageReaction": "react",
    "deleteMessage": "delete",
}


class Journey:
    """A house with a programme, the links to it, and the people who opened them."""

    def __init__(self, home: Home, programme: ProgrammeFile, links: dict[str, str]) -> None:
        """Use ``begun`` instead."""
        self.home = home
        self.programme = programme
        self._links = links
        self._seen: dict[int, int] = {}

    @classmethod
    async def begun(
        cls,
        api: BotApi,
        folder: Path,
        now: datetime,
        file: str = "eksempel.toml",
        edited: Callable[[str], str] = str,
    ) -> "Journey":
        home = Home(api, folder, now)
        await home.start()
        programme = await home.imports(file, edited)
        links = {one.team or one.role: one.link or "" for one in await home.codes(programme)}
        return cls(home, programme, links)

    @property
    def people(self) -> list[Person]:
        return list(self.home.api.people.values())

    async def joins(self, number: int, name: str, link: str) -> Person:
        """Let somebody open the link of a team (by its id) or of a role, and answer."""
        person = self.home.api.person(number, name, "en")
        await self.does(lambda: person.opens(self._links[link]))
        await self.taps(person, "Yes, it is private", name)
        if link not in {"organiser", "facilitator"}:
            await self.taps(person, "Skip")
        return person

    async def says(self, person: Person, *texts: str) -> None:
        for text in texts:
            await self.does(lambda text=text: person.says(text))  # type: ignore[misc]

    async def taps(self, person: Person, *labels: str) -> None:
        for label in labels:
            await self.does(lambda label=label: person.taps(label))  # type: ignore[misc]

    async def does(self, deed: Callable[[], object]) -> None:
        """Let something happen, wait for all that comes of it, and start the house anew."""
        deed()
        await self.home.settled()
        await self.home.restart()

    async def moves_to(self, now: datetime) -> None:
        await self.home.moves_to(now)
        await self.home.restart()

    def looks(self) -> None:
        """Let everybody read what there is, so that ``news`` tells what comes after."""
        for person in self.people:
            self._seen[person.id] = len(person.messages)

    def news(self, person: Person) -> list[Message]:
        """What the bot has written to somebody since they last looked."""
        return [one for one in person.messages[self._seen.get(person.id, 0) :] if one.by_bot]

    def letters(self) -> dict[str, list[str]]:
        """The texts that everybody got since they last looked; who got none is left out."""
        found = {one.user["first_name"]: [m.text for m in self.news(one)] for one in self.people}
        return {name: texts for name, texts in found.items() if texts}

    def outcomes(self) -> set[str]:
        """How the calls to Telegram ended."""
        return {call.outcome for call in self.home.api.calls}

    def carried(self) -> Counter[str]:
        """How often Telegram did what, by the outbox's verbs."""
        done = [call.method for call in self.home.api.calls if call.done]
        return Counter(VERBS[method] for method in done if method in VERBS)

    async def owed(self) -> Counter[str]:
        """How often the outbox says that something went out, by verb."""
        return await self.home.does(_sent)

    async def unanswered(self) -> int:
        """How many updates never took effect."""
        return await self.home.does(_unanswered)


def _sent(unit: Unit) -> Counter[str]:
    rows = unit.outbox.connection.execute("SELECT verb FROM outbox WHERE state = 'sent'")
    return Counter(row["verb"] for row in rows)


def _unanswered(unit: Unit) -> int:
    query = "SELECT COUNT(*) FROM inbox WHERE state <> 'settled'"
    return int(unit.inbox.connection.execute(query).fetchone()[0])
