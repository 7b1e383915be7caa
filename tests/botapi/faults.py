"""Faults on demand: what goes wrong with the next calls, and how the caller sees it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.botapi import refusal
from tests.botapi.refusal import Refusal

EVERY = "*"


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to go wrong.

    ``delivered``: the call takes effect all the same. Then, in this order: ``seconds`` of waiting,
    the connection ``dropped``, a server error ``status``, a ``refused`` answer, or the true one.
    """

    name: str
    delivered: bool = False
    seconds: float = 0
    dropped: bool = False
    status: int = 0
    refused: Refusal | None = None


def flood(seconds: int = 1) -> Fault:
    return Fault("flood", refused=refusal.flooded(seconds))


def forbidden() -> Fault:
    return Fault("forbidden", refused=refusal.blocked())


def migrate(to: int) -> Fault:
    """Answer that the group has become the supergroup ``to``, which is known from then on."""
    return Fault("migrate", refused=refusal.migrated(to))


def bad_request(description: str) -> Fault:
    return Fault("bad_request", refused=refusal.refused(description))


def server_error_before(status: int = 502) -> Fault:
    """Fail without delivering: 502 is an HTML page, 500 is the API's own "restart"."""
    return Fault("server_error_before", status=status)


def server_error_after(status: int = 502) -> Fault:
    """Deliver, then fail as ``server_error_before`` does."""
    return Fault("server_error_after", status=status, delivered=True)


def drop_before() -> Fault:
    """Close the connection without an answer and without delivering."""
    return Fault("drop_before", dropped=True)


def drop_after() -> Fault:
    """Deliver, then close the connection without an answer."""
    return Fault("drop_after", dropped=True, delivered=True)


def delay(seconds: float) -> Fault:
    """Deliver at once, and answer ``seconds`` later."""
    return Fault("delay", seconds=seconds, delivered=True)


KINDS: Mapping[str, Callable[..., Fault]] = {
    one.__name__: one
    for one in (
        flood,
        forbidden,
        migrate,
        bad_request,
        server_error_before,
        server_error_after,
        drop_before,
        drop_after,
        delay,
    )
}


@dataclass(slots=True)
class _Planned:
    """A fault that waits for its call; ``times`` None means for ever."""

    method: str
    fault: Fault
    times: int | None
    chat: int | None

    def meets(self, method: str, chat: object) -> bool:
        named = self.method in {EVERY, method}
        return named and self.chat in {None, chat} and self.times != 0


class Faults:
    """The faults that are planned, taken in the order in which they were added."""

    def __init__(self) -> None:
        """Plan nothing."""
        self._planned: list[_Planned] = []

    def add(
        self, method: str, fault: Fault, times: int | None = 1, chat: int | None = None
    ) -> None:
        """Let the next ``times`` calls (None: all) of ``method`` ("*": any) go wrong."""
        self._planned.append(_Planned(method, fault, times, chat))

    def clear(self) -> None:
        self._planned.clear()

    def take(self, method: str, chat: object) -> Fault | None:
        """Take the first fault that is planned for this call, if there is one."""
        for one in self._planned:
            if one.meets(method, chat):
                if one.times is not None:
                    one.times -= 1
                    if not one.times:
                        self._planned.remove(one)
                return one.fault
        return None
