"""Whatever several people do at once, in whatever order, no step fails and all can be sent."""

import json
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.markup import Html, plain, utf16_length
from handlers.programme_file import ProgrammeFile, read_programme
from tests.room import PROGRAMMES, Room, Sitter
from tests.seated import seated

STEPS = 150
TEXT = (PROGRAMMES / "eksempel.toml").read_text(encoding="utf-8")
FULL = TEXT.replace("measures = true", "measures = true\nattachments = true", 1).replace(
    "[reflection]", "[report.score]\n\n[reflection]", 1
)
VARIANTS = (
    TEXT,
    FULL,
    TEXT.replace("measures = true", "measures = false", 1),
    FULL.replace('key = "laert"', 'key = "no"', 1),
    FULL.replace('key = "framdrift"', 'key = "fram2"', 1),
)
WORDS = (
    *("/report", "/measures", "/template", "/ask help us", "/status", "/cancel", "/assess"),
    *(
        "yes",
        "no",
        "skip",
        "back",
        "send",
        "keep",
        "theirs",
        "mine",
        "where was I",
        "skip the rest",
    ),
    *("done", "goes slowly", "3", "2", "-", "1.2.2027", "change 1", "change 3", "<b>&", "y" * 300),
    *("all in one text", "delete the answer", "x" * 4050, "Ring everyone\nA mentor"),
    *("/measures A\nB", "A: done\nB: goes slowly", "/measures Ring everyone"),
    "What have you learnt since last time?\nMuch\nDo you need help from us now?\nyes",
)


@dataclass(slots=True)
class Hands:
    """A few people before one house, and dice."""

    room: Room
    dice: random.Random
    files: list[ProgrammeFile]
    people: list[Sitter] = field(default_factory=list)

    def step(self) -> None:
        who, what = self.dice.choice(self.people), self.dice.random()
        buttons = self._buttons(who)
        if what < 0.55 and buttons:
            who.presses(*self.dice.choice(buttons))
        elif what < 0.9:
            who.says(self.dice.choice(WORDS))
        elif what < 0.93 and who.said:
            who.edits(self.dice.choice(who.said[-5:]), self.dice.choice(WORDS))
        elif what < 0.95:
            who.sends("plan.pdf")
        elif what < 0.97:
            self.room.imports(self.dice.choice(self.files))
        else:
            self.room.passes(hours=self.dice.choice([0.001, 1, 30, 400]))

    def _buttons(self, who: Sitter) -> list[tuple[str, str]]:
        """The newest buttons, now and then older ones."""
        old = self.dice.random() < 0.25
        shown = self.dice.choice(who.screen[-6:]) if old and who.screen else None
        newest = shown or (who.screen[-1] if who.screen else None)
        found = newest.buttons if newest else []
        return [(one.data, newest.id) for one in found if newest and one.data is not None]


def misshapen(room: Room) -> list[str]:
    """The messages that no door would carry."""
    found = []
    for row in room.connection.execute("SELECT text, buttons FROM outbox"):
        buttons = [one for line in json.loads(row["buttons"]) for one in line]
        is_long = utf16_length(plain(Html(row["text"]))) > 4096
        is_wide = any(len((one["data"] or "").encode()) > 64 for one in buttons)
        if is_long or is_wide or len(buttons) > 100 or not all(b["text"].strip() for b in buttons):
            found.append(row["text"][:80])
    return found


@pytest.mark.parametrize("seed", range(40))
def test_several_people_do_anything_at_all_and_no_step_fails(tmp_path: Path, seed: int) -> None:
    room = Room(tmp_path, datetime(2026, 10, 1, 9, tzinfo=UTC))
    hands = Hands(room, random.Random(seed), [read_programme(one) for one in VARIANTS])  # noqa: S311
    room.imports(hands.files[1])
    members = [seated(room, "1"), seated(room, "2")]
    guide = seated(room, "3", role="facilitator")
    lise = seated(room, "4", role="organiser", team=None)
    hands.people = [*members * 3, guide, lise]
    for _ in range(STEPS):
        hands.step()
    twice = room.connection.execute(
        "SELECT party, wording FROM measure WHERE state IS NULL OR state NOT IN ('done', 'dropped')"
        " GROUP BY party, wording HAVING COUNT(*) > 1"
    ).fetchall()
    assert (misshapen(room), [tuple(row) for row in twice]) == ([], [])
    room.close()
