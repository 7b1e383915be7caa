"""Every button with another's id in it, pressed by somebody who may not: nothing comes of it."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.flow.buttons import Steer, Tap, Verb, encode
from handlers.flow.party import team_party
from handlers.programme_file import read_programme
from handlers.report.behalf import short
from tests.room import PROGRAMMES, Room, Sitter
from tests.seated import seated

PROGRAMME = "trygg-oppstart"
SECRET = "Hemmelig"
KEPT = (
    "draft answer offer report report_version report_answer aim measure work_change plea "
    "assessment attachment file membership"
).split()
STEERING: tuple[Verb, ...] = (
    "back", "skip", "stop", "send", "change", "keep", "resume", "rest", "erase", "whole", "take",
    "leave", "fill",
)  # fmt: skip
OF_A_REPORT = ("see", "paper", "change", "back", "undo", "stand")
OF_A_MEASURE = ("", ":history", ":state:done", ":reopen", ":move", ":words", ":due", ":why", ":to:")
OF_AN_AIM = ("", ":history", ":state:reached", ":close", ":reopen", ":new", ":words")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    here = Room(tmp_path, datetime(2026, 10, 1, 9, tzinfo=UTC))
    text = (PROGRAMMES / "eksempel.toml").read_text(encoding="utf-8")
    text = text.replace("measures = true", "measures = true\nattachments = true", 1)
    here.imports(read_programme(text.replace("[reflection]", "[report.score]\n\n[reflection]", 1)))
    yield here
    here.close()


def answers_all(sitter: Sitter) -> None:
    """Answer every question up to the page before sending, with the secret where words go."""
    buttons = ("goes slowly", "under way", "3", "Time", "Yes")
    typed = (SECRET, "3", "skip")
    while "Send" not in sitter.last.labels:
        shown = len(sitter.screen)
        label = next((one for one in buttons if one in sitter.last.labels), None)
        if label == "Time":
            sitter.says("skip")
        elif label is not None:
            sitter.taps(label)
        for said in typed if label is None else ():
            sitter.says(said)
            if sitter.last.labels:
                break
        assert len(sitter.screen) > shown


def has_it_all(room: Room) -> None:
    """A team with a report, a measure, an aim, a file, a call for help and a score."""
    kari = seated(room, "1")
    guide = seated(room, "2", role="facilitator")
    kari.says(f"/measures {SECRET} measure")
    kari.says("/report")
    kari.sends(f"{SECRET}.pdf")
    kari.says("where was I")
    answers_all(kari)
    kari.taps("Send")
    room.connection.execute("UPDATE file SET hash = 'there'")
    guide.says("/assess")
    guide.taps("3")
    guide.taps("Send")


def ids(room: Room, table: str) -> list[str]:
    return [row[0] for row in room.connection.execute(f"SELECT id FROM {table}")]  # noqa: S608


def of_a_report(team: str) -> Iterator[str]:
    for verb in OF_A_REPORT:
        yield f"report:{verb}:samling-2:{team}"
    yield f"report:for:{team}:samling-2"


def every_press(room: Room) -> Iterator[str]:
    yield from of_a_report(short(team_party(PROGRAMME, "havnes-1")))
    yield from ("assess:of:havnes-1", "measures:of:havnes-1", "measures:teams")
    for one in ids(room, "file"):
        yield from (f"report:file:{one}", f"report:unattach:{one}")
    for one in ids(room, "measure"):
        yield from (f"measure:{one}{word}" for word in OF_A_MEASURE)
    for one in ids(room, "aim"):
        yield from (f"aim:{one}{word}" for word in OF_AN_AIM)
    for one in ids(room, "plea"):
        yield from (f"plea:answer:{one}", f"plea:more:{one}", f"plea:done:{one}", f"ask:back:{one}")
    for one in ids(room, "assessment"):
        yield f"assess:told:{one}"
    for one in ids(room, "draft"):
        for verb in STEERING:
            yield from (encode(Steer(verb, one)), encode(Steer(verb, one, "laert", 1)))
        yield encode(Tap(one, "-m1", 1, "done"))


def kept(room: Room) -> dict[str, set[tuple[object, ...]]]:
    return {table: _rows(room.connection, table) for table in KEPT}


def _rows(connection: sqlite3.Connection, table: str) -> set[tuple[object, ...]]:
    return {tuple(row) for row in connection.execute(f"SELECT * FROM {table}")}  # noqa: S608


def somebody_else(room: Room, kind: str) -> Sitter:
    match kind:
        case "another team":
            return seated(room, "7", team="havnes-2")
        case "another team's facilitator":
            return seated(room, "7", role="facilitator", team="havnes-2")
        case "an observer":
            return seated(room, "7", role="observer", team="havnes-1")
        case "another programme's organiser":
            room.holds("mentor-troms-finnmark.toml")
            return seated(room, "7", "mentor-troms-finnmark", role="organiser", team=None)
        case _:
            return room.sitter("7", language="en")


@pytest.mark.parametrize(
    "kind",
    [
        "another team",
        "another team's facilitator",
        "an observer",
        "another programme's organiser",
        "a stranger",
    ],
)
def test_nobody_reads_or_changes_what_is_another_s_by_a_made_up_press(
    room: Room, kind: str
) -> None:
    has_it_all(room)
    tables = ("draft", "aim", "measure", "plea", "assessment", "file", "report")
    assert all(ids(room, one) for one in tables)
    stranger = somebody_else(room, kind)
    before, heard = kept(room), {key: len(one.screen) for key, one in room.sitters.items()}
    wrong = []
    for data in every_press(room):
        shown = len(stranger.screen)
        stranger.presses(data)
        seen = stranger.screen[shown:]
        if any(SECRET in one.text or one.file for one in seen) or kept(room) != before:
            wrong.append(data)
    others = [key for key, one in room.sitters.items() if len(one.screen) != heard[key]]
    assert (wrong, others) == ([], ["7"])
