"""S2: who may not use a command is told so by the desk, whatever the feature itself would do."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest

from handlers.desk import COMMANDS
from handlers.feature import Command
from handlers.guide import texts
from handlers.markup import plain
from handlers.tongue import tongue
from storage.records import Role
from tests.room import Room
from tests.seated import seated

NOW = datetime(2026, 8, 24, 7, 0, tzinfo=UTC)
ROLES: tuple[Role, ...] = get_args(Role)
NOT_YOURS = [plain(texts.not_yours(tongue("en")))]
PAIRS = [(command, role) for command in COMMANDS if command.roles for role in ROLES]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    opened = Room(tmp_path, NOW)
    opened.holds()
    yield opened
    opened.close()


@pytest.mark.parametrize("form", ["/{word}", "{word}", "/{word} more"])
@pytest.mark.parametrize(
    ("command", "role"), PAIRS, ids=lambda one: one.words[0] if isinstance(one, Command) else one
)
def test_a_command_answers_those_whom_it_is_for_and_nobody_else(
    room: Room, command: Command, role: Role, form: str
) -> None:
    kari = seated(room, "1", role=role, team="havnes-1" if role == "participant" else None)
    for word in command.words:
        kari.screen.clear()
        kari.says(form.format(word=word))
        refused = [shown.text for shown in kari.screen] == NOT_YOURS
        assert (word, refused) == (word, role not in command.roles)


def test_somebody_who_has_joined_nothing_gets_no_command_of_the_leaders(room: Room) -> None:
    nobody = room.sitter("9", language="en")
    told = []
    for command in COMMANDS:
        if command.roles:
            nobody.says(f"/{command.words[0]}")
            told.append(nobody.last.text)
    assert told == [plain(texts.not_yours_not_joined(tongue("en")))] * len(told)
    assert len(told) > 1


def test_a_role_that_was_taken_away_counts_from_the_next_word_on(room: Room) -> None:
    kari = seated(room, "1", role="organiser", team=None)
    seated(room, "1")
    kari.says("/broadcast")
    with room.unit() as unit:
        person = unit.people.at("telegram", "1")
        assert person is not None
        unit.people.leave(person.id, "trygg-oppstart", "organiser")
    kari.screen.clear()
    kari.says("/broadcast")
    assert [shown.text for shown in kari.screen] == NOT_YOURS
