"""The pace that is kept is below what Telegram bears, from the first second on."""

import pytest

from bot.pace import Limits, Pace
from handlers.events import Address


class Watch:
    """A monotonic clock that is moved by hand."""

    at = 0.0

    def __call__(self) -> float:
        return self.at


def leave(to: str | None, seconds: float) -> int:
    """How many messages leave within the first seconds, to one chat or each to another."""
    watch = Watch()
    pace = Pace(Limits(), watch)
    gone = 0
    while watch.at < seconds:
        address = Address("telegram", to or str(gone))
        if pace.wait(address) <= 0:
            pace.take(address)
            gone += 1
        else:
            watch.at += 0.01
    return gone


@pytest.mark.parametrize(
    ("to", "seconds", "most"),
    [(None, 1.0, 30), (None, 10.0, 300), ("-100", 60.0, 20), ("7", 60.0, 68)],
)
def test_no_more_leaves_than_telegram_bears(to: str | None, seconds: float, most: int) -> None:
    assert leave(to, seconds) <= most


def test_a_flood_holds_everybody_as_long_as_was_asked() -> None:
    watch = Watch()
    pace = Pace(Limits(), watch)
    pace.hold("telegram", 7)
    waits = [pace.wait(Address("telegram", key)) for key in ("1", "2")]
    watch.at = 7.0
    assert ([*waits, pace.wait(Address("telegram", "1"))]) == [7.0, 7.0, 0.0]


def test_quiet_chats_are_let_go_of() -> None:
    watch = Watch()
    pace = Pace(Limits(in_all=1e9, burst=1e9), watch)
    for number in range(3000):
        watch.at += 0.1
        pace.take(Address("telegram", str(number)))
    assert len(pace._chats) < 1100
