"""The score: two or three questions of evidence, a proposal, and the team's own word for it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.flow.party import team_party
from handlers.report.asked.scoring import proposed
from tests.room import Room, Sitter
from tests.seated import seated

PROGRAMME = "trygg-oppstart"
PARTY = team_party(PROGRAMME, "havnes-1")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    here = Room(tmp_path, datetime(2026, 10, 1, 9, tzinfo=UTC))
    here.imports(with_score(here))
    yield here
    here.close()


def with_score(room: Room):  # type: ignore[no-untyped-def]  # noqa: ANN201
    programme = room.holds()
    assert programme.report is not None
    file = programme.model_dump(mode="json", by_alias=True)
    file["report"] |= {"score": {}, "measures": False, "question": file["report"]["question"][-1:]}
    return type(programme).model_validate(file)


def to_the_score(room: Room, *evidence: str) -> Sitter:
    kari = seated(room, "1")
    kari.says("/report")
    kari.taps("No")  # help
    for said in evidence:
        kari.says(said)
    return kari


def kept(room: Room) -> list[tuple[str, str | None, str, str]]:
    with room.unit() as unit:
        report = unit.reports.of(PROGRAMME, PARTY, "samling-2")
        assert report is not None
        answers = unit.reports.answers(report)
    return [(one.key, one.value, one.shown, one.sort) for one in answers]


@pytest.mark.parametrize(
    ("evidence", "score"),
    [
        (("no", "no", "no"), "0.5"),
        (("no", "no", "yes"), "1.0"),
        (("no", "yes"), "2.0"),
        (("yes", "no"), "2.5"),
        (("yes", "yes", "no"), "3.0"),
        (("yes", "yes", "yes"), "4.0"),
    ],
)
def test_two_or_three_answers_propose_a_score(
    room: Room, evidence: tuple[str, ...], score: str
) -> None:
    kari = to_the_score(room, *evidence)
    assert f"Your answers point to {score}: " in kari.last.text
    kari.taps(f"{score} is right")
    kari.taps("Send")
    assert kept(room)[-1][:2] == ("-score", score)
    assert kept(room)[-1][3] == "score"


def test_nothing_is_proposed_before_the_evidence_is_there() -> None:
    assert proposed({}) is None
    assert proposed({"-e-tried": "no", "-e-begun": "no"}) is None


def test_the_team_has_the_last_word(room: Room) -> None:
    kari = to_the_score(room, "yes", "no")
    kari.taps("3")
    assert "3.0: " in kari.last.text
    kari.taps("Send")
    assert kept(room)[-1][1] == "3.0"


def test_a_half_step_may_be_typed_with_a_comma(room: Room) -> None:
    kari = to_the_score(room, "yes", "no")
    kari.says("3,5")
    assert "3.5: " in kari.last.text
    kari.taps("Send")
    assert kept(room)[-1][1] == "3.5"
    assert kept(room)[-1][2].startswith("3,5: ")


@pytest.mark.parametrize("said", ["6", "0", "2.3", "three"])
def test_what_is_no_step_is_refused_with_what_to_do(room: Room, said: str) -> None:
    kari = to_the_score(room, "yes", "no")
    kari.says(said)
    assert "0.5" in kari.last.text
    assert "5" in kari.last.text
    kari.says("continue")
    assert "Your answers point to 2.5" in kari.last.text


def test_other_evidence_asks_what_follows_from_it(room: Room) -> None:
    kari = to_the_score(room, "no", "yes")
    kari.taps("2.0 is right")
    kari.says("change 2")
    kari.taps("Yes")
    assert "Do you see that something has become better?" in kari.last.text
    kari.taps("No")
    kari.taps("Send")
    assert [one[0] for one in kept(room)] == ["hjelp", "-e-tried", "-e-better", "-score"]


def test_without_a_score_in_the_file_nobody_is_asked(room: Room) -> None:
    room.holds()
    kari = seated(room, "1")
    kari.says("/report")
    for said in ("skip", "skip", "Learnt", "3", "1", "-", "4", "skip", "no", "no"):
        kari.says(said)
    assert "Send" in kari.last.labels
