"""The control endpoint of a server in its own process: ``POST /control/<name>`` with JSON."""

from collections import defaultdict
from typing import Any

from tests.botapi import faults
from tests.botapi.message import Message
from tests.botapi.refusal import refused
from tests.botapi.server import BotApi
from tests.botapi.wire import Upload

Asked = dict[str, Any]


class Control:
    """Moves a server from outside; each public method is one name after ``/control/``."""

    def __init__(self, api: BotApi) -> None:
        """Take the server that is moved."""
        self._api = api

    def __call__(self, name: str, asked: Asked) -> object:
        """Run one command; ``Refusal`` 404 or 400 if it is unknown or wrongly asked."""
        deed = getattr(self, name, None) if name[:1].isalpha() else None
        if deed is None:
            raise refused("no such control", 404)
        try:
            return deed(**asked)
        except (TypeError, ValueError, KeyError, AssertionError) as wrong:
            raise refused(f"{type(wrong).__name__}: {wrong}") from wrong

    def people(self, people: list[Asked]) -> int:
        """Meet people: ``[{"user_id", "first_name", "language_code"?, "started"?}]``."""
        for one in people:
            self._api.person(**one)
        return len(self._api.people)

    def says(self, said: list[tuple[int, str]]) -> list[int]:
        """Let people write: ``[[user_id, text], …]``; returns the messages' ids."""
        return [self._api.people[user].says(text).id for user, text in said]

    def taps(self, user: int, label: str) -> str:
        return self._api.people[user].taps(label)

    def updates(self, updates: list[Asked]) -> list[int]:
        """Queue raw updates in bulk; returns their numbers."""
        return [self._api.inject(one) for one in updates]

    def screen(self, user: int) -> list[str]:
        return self._api.people[user].screen()

    def messages(self, chat: int, since: int = 0) -> list[Asked]:
        """Read a chat's messages with an id over ``since``, deleted ones too."""
        known = self._api.world.chats.get(chat)
        every = known.messages.values() if known else ()
        return [_told(one) for one in every if one.id > since]

    def calls(self, since: int = 0, method: str | None = None) -> list[Asked]:
        """Read the calls from number ``since`` on; an uploaded file is its name and size."""
        every = list(enumerate(self._api.calls))[since:]
        return [
            {
                "number": number,
                "method": one.method,
                "params": {key: _short(value) for key, value in one.params.items()},
                "outcome": one.outcome,
                "done": one.done,
                "at": one.at,
            }
            for number, one in every
            if method in {None, one.method}
        ]

    def counts(self) -> Asked:
        """Count: calls by method and outcome, what waits, the messages by chat and in all."""
        calls: dict[str, dict[str, int]] = defaultdict(dict)
        for (method, outcome), count in self._api.world.counts.items():
            calls[method][outcome] = count
        sent = [one for chat in self._api.world.chats.values() for one in chat.messages.values()]
        return {
            "calls": calls,
            "pending": len(self._api.world.updates),
            "next_update_id": self._api.world.updates.next_id,
            "by_bot": sum(one.by_bot for one in sent),
            "by_people": sum(not one.by_bot for one in sent),
        }

    def faults(
        self, method: str, kind: str, arguments: Asked | None = None,
        times: int | None = 1, chat: int | None = None,
    ) -> bool:  # fmt: skip
        """Plan a fault; ``kind`` and ``arguments`` as in ``faults.KINDS``."""
        self._api.faults.add(method, faults.KINDS[kind](**arguments or {}), times, chat)
        return True

    def no_faults(self) -> bool:
        self._api.faults.clear()
        return True

    def strict(self, *, on: bool = True) -> bool:
        if on:
            self._api.strict()
        else:
            self._api.limiter = None
        return on

    def clock(self, at: float | None = None, advance: float | None = None) -> float:
        """Stop the clock ``at`` an instant, ``advance`` it, or (neither) let it run."""
        if at is not None:
            self._api.clock.set(at)
        elif advance is not None:
            self._api.clock.advance(advance)
        else:
            self._api.clock.follow()
        return self._api.clock.now()


def _told(one: Message) -> Asked:
    return {
        "id": one.id,
        "text": one.text,
        "buttons": one.labels,
        "by_bot": one.by_bot,
        "silent": one.silent,
        "edited": one.edited is not None,
        "deleted": one.deleted,
        "reaction": one.reaction,
        "file": one.file.name if one.file else None,
    }


def _short(value: object) -> object:
    return f"{value.name} ({len(value.data)} bytes)" if isinstance(value, Upload) else value
