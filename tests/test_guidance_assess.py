"""How far a facilitator thinks that a team has come: the team sees it first, as a talk to have."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from handlers.flow.form import Refusal
from handlers.flow.party import person_party, team_party
from handlers.programme_file import ProgrammeFile, read_programme
from handlers.programme_file.score import STEPS
from handlers.progress import score
from handlers.progress.seen import is_seen, topic
from handlers.tongue import tongue
from storage.records import Assessment, ReportAnswer
from storage.shelves.outbox import Owed
from tests.room import PROGRAMMES, Room, Sitter, rows
from tests.seated import seated

PROGRAMME = "trygg-oppstart"
PARTY = team_party(PROGRAMME, "havnes-1")
EN, NB = tongue("en"), tongue("nb")


def with_score(file: str = "eksempel", more: str = "") -> ProgrammeFile:
    text = (PROGRAMMES / f"{file}.toml").read_text(encoding="utf-8")
    return read_programme(f"{text}\n[report.score]\n{more}\n")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    here = Room(tmp_path, datetime(2026, 10, 1, 9, tzinfo=UTC))
    here.imports(with_score())
    yield here
    here.close()


def guide(room: Room, key: str = "9", team: str | None = "havnes-1") -> Sitter:
    return seated(room, key, role="facilitator", team=team)


def delivers(room: Room, own: str, party: str = PARTY, before: str = "samling-2") -> None:
    told = ReportAnswer("-score", "How far?", own, own, "score")
    with room.unit() as unit:
        unit.reports.deliver(PROGRAMME, party, before, [told], None, room.now, late=False)


def kept(room: Room, party: str = PARTY, before: str = "samling-2") -> Assessment | None:
    with room.unit() as unit:
        return unit.help.assessment_of(PROGRAMME, party, before)


def seen(room: Room) -> bool:
    found = kept(room)
    assert found is not None
    with room.unit() as unit:
        return is_seen(unit, found)


def assesses(leader: Sitter, step: str = "2") -> None:
    leader.says("/assess")
    leader.says(step)
    leader.taps("Send to the team")


def test_a_facilitator_says_it_by_two_taps_and_the_team_reads_it_beside_its_own(room: Room) -> None:
    kari, ola, leader = seated(room, "1"), seated(room, "2"), guide(room)
    boss, other = seated(room, "7", role="organiser", team=None), seated(room, "3", team="havnes-2")
    delivers(room, "3.0")
    leader.says("/assess")
    assert "How far has Havnes, hjemmetjenesten come?" in leader.last.text
    assert leader.last.labels[:5] == ["1", "2", "3", "4", "5"]
    assert "2.5: Trying out measures" in leader.last.text
    leader.taps("2")
    assert "You see Havnes, hjemmetjenesten at 2.0: Under way, no change yet." in leader.last.text
    assert (
        "The team sees this first, as something to talk about and not a mark." in leader.last.text
    )
    assert leader.last.labels[:2] == ["Send to the team", "No"]
    assert (kari.screen, kept(room)) == ([], None)
    leader.taps("Send to the team")
    letter = (
        "Kari Nordmann sees your team at 2.0: Under way, no change yet. Your team set 3.0. "
        "Take it as something to talk about, not a mark."
    )
    assert [kari.last.text, ola.last.text] == [letter, letter]
    assert leader.last.text == "It is sent to 2 persons in Havnes, hjemmetjenesten."
    assert (boss.screen, other.screen) == ([], [])
    found = kept(room)
    assert found is not None
    assert (found.score, found.milestone, found.talked_at) == ("2.0", "samling-2", None)
    assert seen(room)
    assert rows(room.connection, "draft") == 0


@pytest.mark.parametrize(("typed", "step"), [("2,5", "2.5"), ("0.5", "0.5"), ("4,5", "4.5")])
def test_every_half_may_be_typed(room: Room, typed: str, step: str) -> None:
    seated(room, "1")
    assesses(guide(room), typed)
    found = kept(room)
    assert found is not None
    assert found.score == step


def test_a_team_that_has_not_delivered_is_told_of_no_score_of_its_own(room: Room) -> None:
    kari = seated(room, "1")
    assesses(guide(room))
    assert "set" not in kari.last.text


def test_a_withdrawn_report_gives_no_score_of_its_own(room: Room) -> None:
    kari = seated(room, "1")
    delivers(room, "3.0")
    with room.unit() as unit:
        report = unit.reports.of(PROGRAMME, PARTY, "samling-2")
        assert report is not None
        unit.reports.withdraw(report.id, room.now)
    assesses(guide(room))
    assert "set" not in kari.last.text


@pytest.mark.parametrize("no", ["no", "nei"])
def test_a_no_keeps_and_sends_nothing(room: Room, no: str) -> None:
    kari, leader = seated(room, "1"), guide(room)
    leader.says("/steg")
    leader.says("2")
    leader.says(no)
    assert (kari.screen, kept(room)) == ([], None)
    assert leader.last.text == "Nothing was sent, and nothing is kept."


def test_an_organiser_chooses_the_team_and_a_facilitator_of_one_does_not(room: Room) -> None:
    boss = seated(room, "7", role="organiser", team=None)
    seated(room, "3", team="havnes-2")
    boss.says("assess")
    assert boss.last.labels[:2] == ["Havnes, hjemmetjenesten", "Havnes, sykehjemmet"]
    assert len(boss.last.labels) == 12
    boss.taps("Havnes, sykehjemmet")
    boss.says("4")
    boss.taps("Send")
    found = kept(room, team_party(PROGRAMME, "havnes-2"))
    assert found is not None
    assert found.score == "4.0"


def test_where_no_message_reaches_the_team_the_facilitator_says_when_it_knows(room: Room) -> None:
    leader = guide(room)
    assesses(leader)
    assert leader.last.text.startswith("It is kept: Havnes, hjemmetjenesten at 2.0.")
    assert not seen(room)
    leader.says("/assess")
    assert "does not know yet that you saw them at 2.0" in leader.screen[-2].text
    leader.taps("The team knows")
    assert leader.last.text == "Noted: Havnes, hjemmetjenesten knows."
    assert seen(room)


def test_a_new_one_takes_the_place_of_the_old_and_must_be_seen_anew(room: Room) -> None:
    kari, leader = seated(room, "1"), guide(room)
    assesses(leader)
    with room.unit() as unit:
        unit.people.unreachable("telegram", "1", room.now)
    assesses(leader, "3")
    assert (len(kari.screen), seen(room)) == (1, False)
    assert rows(room.connection, "assessment") == 1


def test_nobody_has_seen_what_still_waits_in_line(room: Room) -> None:
    seated(room, "1")
    with room.unit() as unit:
        person = unit.people.at("telegram", "1")
        assert person is not None
        new = unit.help.assess(PROGRAMME, PARTY, "samling-2", "2.0", person.id, room.now)
        assert not is_seen(unit, new)


def test_one_who_guides_no_longer_keeps_nothing(room: Room) -> None:
    kari, leader = seated(room, "1"), guide(room)
    leader.says("/assess")
    leader.says("2")
    yes = leader.last.buttons[0].data or ""
    guide(room, "9", team="havnes-2")
    leader.presses(yes)
    assert (kari.screen, kept(room)) == ([], None)
    assert leader.last.text == "You do not guide them now, so nothing was kept."


def test_another_teams_facilitator_and_a_participant_get_nowhere_by_a_button(room: Room) -> None:
    kari, other = seated(room, "1"), guide(room, "8", team="havnes-2")
    for sitter in (kari, other):
        sitter.presses("assess:of:havnes-1")
        assert sitter.last.text == "You do not guide them now, so nothing was kept."
    leader = guide(room)
    with room.unit() as unit:
        unit.people.unreachable("telegram", "1", room.now)
    assesses(leader)
    told = next(b.data for b in leader.last.buttons if b.text == "The team knows")
    other.presses(told or "")
    assert other.last.text == "You do not guide them now, so nothing was kept."
    assert not seen(room)


def test_a_programme_without_steps_has_nothing_to_say(tmp_path: Path) -> None:
    room = Room(tmp_path, datetime(2026, 10, 1, 9, tzinfo=UTC))
    room.holds()
    leader = guide(room)
    leader.says("/assess")
    assert leader.last.text.startswith("There are no steps in ")
    leader.presses("assess:of:havnes-1")
    assert "no longer" in leader.last.text or "any longer" in leader.last.text
    room.close()


def test_a_participant_may_not_assess(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/assess")
    assert "That is for others in the programme." in kari.last.text


def test_it_is_about_the_round_that_is_open_now(room: Room) -> None:
    seated(room, "1")
    room.now = datetime(2027, 1, 10, 9, tzinfo=UTC)
    assesses(guide(room))
    assert kept(room) is None
    assert kept(room, before="samling-3") is not None


def test_it_is_about_the_newest_report_where_several_are_open(room: Room) -> None:
    text = (PROGRAMMES / "eksempel.toml").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^(when|at) = .*$", "", text)
    room.imports(read_programme(f"{text}\n[report.score]\n"))
    seated(room, "1")
    leader = guide(room)
    assesses(leader)
    assert kept(room) is not None
    delivers(room, "2.0")
    delivers(room, "3.0", before="samling-3")
    assesses(leader, "5")
    assert kept(room, before="samling-3") is not None


def test_one_who_takes_part_alone_is_seen_as_one(tmp_path: Path) -> None:
    room = Room(tmp_path, datetime(2027, 1, 1, tzinfo=UTC))
    gjovik = with_score("gjovik")
    room.imports(gjovik)
    kari = seated(room, "1", programme=gjovik.id, team=None)
    leader = seated(room, "9", programme=gjovik.id, role="facilitator", team=None)
    leader.says("/assess")
    leader.says("3")
    leader.taps("Send it")
    assert kari.last.text.startswith("Kari Nordmann sees you at 3.0: A little improvement.")
    assert leader.last.text == "It is sent to Kari Nordmann."
    with room.unit() as unit:
        found = unit.help.assessments(gjovik.id)
        person = unit.people.at("telegram", "1")
    assert person is not None
    assert [one.party for one in found] == [person_party(person.id)]
    room.close()


# Steps


def test_a_step_is_read_as_it_is_written_shown_or_meant_and_kept_in_one_way() -> None:
    read = score.Step(with_score())
    said = ["3", "3,0", "3.0", "3 av 5", "3.0: A little improvement", "a little improvement"]
    assert {read(one, EN) for one in said} == {"3.0"}
    assert [read(read(step, NB), NB) for step in STEPS] == list(STEPS)
    assert {read(read.reads(step, NB), NB) for step in STEPS} == set(STEPS)


@pytest.mark.parametrize("said", ["0", "5.5", "2.7", "", "good"])
def test_what_is_no_step_is_refused(said: str) -> None:
    with pytest.raises(Refusal):
        score.Step(with_score())(said, EN)


def test_the_file_may_name_the_steps_and_the_rest_keep_their_names() -> None:
    programme = with_score(
        more='[report.score.labels]\n2 = "Venter"\n"2.5" = {nb = "Så vidt", en = "Just"}'
    )
    assert [score.told(programme, step, EN) for step in ("2.0", "2.5", "3.0")] == [
        "2.0: Venter",
        "2.5: Just",
        "3.0: A little improvement",
    ]
    assert score.spoken("2.5", NB) == "2,5"
    assert score.canonical("3") == "3.0"


def test_a_letter_that_waits_goes_nowhere_once_there_is_a_newer_one(room: Room) -> None:
    kari, leader = seated(room, "1"), guide(room)
    assesses(leader)
    old = kept(room)
    assert old is not None
    later = room.now + timedelta(hours=1)
    waits = Owed("telegram", "1", "k", "old words", about=topic(old.id), not_before=later)
    with room.unit() as unit:
        unit.outbox.owe(waits, room.now)
    assesses(leader, "4")
    room.passes(hours=2)
    room.deliver()
    assert "4.0" in kari.last.text
    assert "old words" not in kari.text
