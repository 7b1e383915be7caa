"""Asking for help and being answered, in the chat alone, each step a restart."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.flow.party import team_party
from storage.records import Plea
from tests.room import Room, Sitter, rows
from tests.seated import seated

PROGRAMME = "trygg-oppstart"
PARTY = team_party(PROGRAMME, "havnes-1")
SECRET = "We are stuck with the rota"
REPLY = "Begin with the nights"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    here = Room(tmp_path, datetime(2026, 10, 1, 9, tzinfo=UTC))
    here.holds()
    yield here
    here.close()


def guide(room: Room, key: str = "9", team: str | None = "havnes-1") -> Sitter:
    return seated(room, key, role="facilitator", team=team)


def asks(sitter: Sitter, words: str = SECRET) -> str:
    sitter.says("/ask")
    return sitter.says(words)


def pleas_of(room: Room) -> list[Plea]:
    with room.unit() as unit:
        return unit.help.pleas(PROGRAMME)


def kept_of(room: Room, words: str, *tables: str) -> list[str]:
    """The tables that hold the words."""
    return [
        table
        for table in tables
        if words in str([tuple(row) for row in room.connection.execute(f"SELECT * FROM {table}")])  # noqa: S608
    ]


EVERYWHERE = (
    "draft",
    "answer",
    "answer_message",
    "offer",
    "plea",
    "deed",
    "inbox",
    "report_answer",
)


# Asking


def test_a_participant_asks_in_one_text_and_hears_who_gets_it_before_and_after(room: Room) -> None:
    kari, leader = seated(room, "1"), guide(room)
    kari.says("/ask")
    assert "What do you want help with?" in kari.last.text
    assert "Your team's facilitator gets this now." in kari.last.text
    kari.says(SECRET)
    assert leader.last.text == f"Havnes, hjemmetjenesten asks for help\n\n{SECRET}"
    assert leader.last.labels == ["Answer the team"]
    assert kari.last.text == "The facilitator has been told, and can answer here."
    assert kept_of(room, SECRET, *EVERYWHERE) == []


@pytest.mark.parametrize("word", ["ask", "/veileder", "Rettleiar"])
def test_the_words_of_every_language_ask(room: Room, word: str) -> None:
    kari, _ = seated(room, "1"), guide(room)
    kari.says(word)
    assert "What do you want help with?" in kari.last.text


def test_words_behind_the_command_go_after_a_yes(room: Room) -> None:
    kari, leader = seated(room, "1"), guide(room)
    kari.says(f"/ask {SECRET}")
    assert leader.screen == []
    assert SECRET in kari.last.text
    assert kari.last.labels[:2] == ["Yes, send", "No"]
    kari.taps("Yes, send")
    assert SECRET in leader.last.text
    assert kept_of(room, SECRET, *EVERYWHERE) == []


@pytest.mark.parametrize("no", ["no", "nei", "No"])
def test_words_behind_the_command_go_nowhere_after_a_no(room: Room, no: str) -> None:
    kari, leader = seated(room, "1"), guide(room)
    kari.says(f"/ask {SECRET}")
    kari.says(no)
    assert leader.screen == []
    assert kari.last.text == "Nothing was sent, and I have not kept it."
    assert (pleas_of(room), kept_of(room, SECRET, *EVERYWHERE)) == ([], [])


def test_an_edit_before_the_yes_changes_what_is_sent(room: Room) -> None:
    kari, leader = seated(room, "1"), guide(room)
    message = kari.says(f"/ask {SECRET}")
    kari.edits(message, "/ask We are less stuck")
    kari.says("yes")
    assert [shown.text.endswith("\n\nWe are less stuck") for shown in leader.screen] == [True]


@pytest.mark.parametrize("behind", [True, False])
def test_an_edit_after_it_went_says_that_it_is_sent(room: Room, *, behind: bool) -> None:
    kari, leader = seated(room, "1"), guide(room)
    message = kari.says(f"/ask {SECRET}") if behind else asks(kari)
    if behind:
        kari.says("yes")
    kari.edits(message, "Something else")
    assert kari.last.text.startswith("That is sent already")
    assert len(leader.screen) == 1
    assert kept_of(room, "Something else", *EVERYWHERE) == []


def test_someone_elses_message_of_the_same_number_is_not_taken_for_it(room: Room) -> None:
    kari, _ = seated(room, "1"), guide(room)
    message = asks(kari)
    ola = seated(room, "2")
    ola.edits(message, "Something else")
    assert ola.screen == []


def test_too_long_a_text_is_refused_with_its_limit_and_can_be_written_anew(room: Room) -> None:
    kari, leader = seated(room, "1"), guide(room)
    kari.says(f"/ask {'x' * 1501}")
    assert "1,500" in kari.text
    kari.says(SECRET)
    assert SECRET in leader.last.text


def test_where_nobody_helps_the_programmes_contact_is_named_and_nothing_asked(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/ask")
    assert kari.last.text == (
        "Nobody in the programme can answer here yet.\n"
        "Get in touch with Ingrid Solli (ingrid.solli@havnes.example, 00 00 00 01) instead."
    )
    assert kari.last.labels == []
    assert rows(room.connection, "draft") == 0


def test_where_nobody_is_reached_the_call_stays_and_the_contact_is_named(room: Room) -> None:
    kari, _ = seated(room, "1"), guide(room)
    with room.unit() as unit:
        unit.people.unreachable("telegram", "9", room.now)
    asks(kari)
    assert "nobody has been told" in kari.last.text
    assert "Ingrid Solli" in kari.last.text
    assert len(pleas_of(room)) == 1


def test_one_who_left_the_team_while_writing_sends_nothing(room: Room) -> None:
    kari, leader = seated(room, "1"), guide(room)
    kari.says("/ask")
    with room.unit() as unit:
        person = unit.people.at("telegram", "1")
        assert person is not None
        unit.people.leave(person.id, PROGRAMME, "participant")
    kari.says(SECRET)
    assert (leader.screen, pleas_of(room)) == ([], [])


def test_what_came_in_is_blanked_once_it_is_passed_on(room: Room) -> None:
    kari, leader = seated(room, "1"), guide(room)
    for update in range(1, 6):
        with room.unit() as unit:
            unit.inbox.store("telegram:1", str(update), SECRET, 0, "telegram", "1", room.now)
    asks(kari)
    kari.says(f"/ask {SECRET}")
    kari.says("yes")
    assert [SECRET in shown.text for shown in leader.screen] == [True, True]
    held = room.connection.execute("SELECT update_id FROM inbox WHERE payload IS NOT NULL")
    assert [row[0] for row in held] == ["1", "5"]


# Answering


def test_an_answer_reaches_everybody_in_the_team_at_once_and_is_kept_nowhere(room: Room) -> None:
    kari, ola, other = seated(room, "1"), seated(room, "2"), seated(room, "3", team="havnes-2")
    leader = guide(room)
    asks(kari)
    leader.taps("Answer the team")
    assert "What do you answer Havnes, hjemmetjenesten?" in leader.last.text
    leader.says(REPLY)
    answer = f"Answer from Kari Nordmann, your team's facilitator:\n\n{REPLY}"
    assert [kari.last.text, ola.last.text] == [answer, answer]
    assert (kari.last.labels, kari.last.silent) == (["Write back"], False)
    assert other.screen == []
    assert leader.last.text == "Thank you! It is sent to 2 persons in Havnes, hjemmetjenesten."
    assert kept_of(room, REPLY, *EVERYWHERE) == []
    assert [one.answered_at for one in pleas_of(room)] == [room.now]


def test_those_who_are_not_reached_are_counted_and_not_named(room: Room) -> None:
    kari, leader = seated(room, "1"), guide(room)
    seated(room, "2")
    with room.unit() as unit:
        unit.people.unreachable("telegram", "2", room.now)
    asks(kari)
    leader.taps("Answer the team")
    leader.says(REPLY)
    assert leader.last.text == (
        "Thank you! It is sent to 1 person in Havnes, hjemmetjenesten.\n1 could not be reached."
    )


def test_the_others_who_help_get_quietly_to_know_that_it_is_answered(room: Room) -> None:
    kari, first, second = seated(room, "1"), guide(room, "8"), guide(room, "9")
    asks(kari)
    first.taps("Answer the team")
    first.says(REPLY)
    assert second.last.text == "Havnes, hjemmetjenesten has got an answer."
    assert second.last.silent
    assert REPLY not in second.text


def test_a_call_that_is_answered_says_so_and_lets_more_be_written(room: Room) -> None:
    kari, first, second = seated(room, "1"), guide(room, "8"), guide(room, "9")
    asks(kari)
    first.taps("Answer the team")
    first.says(REPLY)
    second.taps("Answer the team")
    assert second.last.text == (
        "Havnes, hjemmetjenesten got an answer from Kari Nordmann Thursday 1 October."
    )
    second.taps("Write more")
    second.says("And mind the weekends")
    assert "And mind the weekends" in kari.last.text
    assert first.last.text.startswith("Thank you!")


def test_the_team_writes_back_and_is_answered_again(room: Room) -> None:
    kari, ola, leader = seated(room, "1"), seated(room, "2"), guide(room)
    asks(kari)
    leader.taps("Answer the team")
    leader.says(REPLY)
    ola.taps("Write back")
    assert "What do you want to write back?" in ola.last.text
    ola.says("That helped")
    assert leader.last.text == "Havnes, hjemmetjenesten writes back\n\nThat helped"
    assert leader.last.labels == ["Answer the team"]
    leader.taps("Answer the team")
    leader.says("Good to hear")
    assert "Good to hear" in kari.last.text
    assert len(pleas_of(room)) == 1
    assert kept_of(room, "That helped", *EVERYWHERE) == []


def test_an_edit_of_an_answer_that_went_says_that_it_is_sent(room: Room) -> None:
    kari, leader = seated(room, "1"), guide(room)
    asks(kari)
    leader.taps("Answer the team")
    message = leader.says(REPLY)
    leader.edits(message, "No, begin with the days")
    assert leader.last.text.startswith("That is sent already")
    assert REPLY in kari.last.text


def test_a_facilitator_who_was_moved_to_another_team_answers_no_more(room: Room) -> None:
    kari, leader = seated(room, "1"), guide(room)
    asks(kari)
    leader.taps("Answer the team")
    guide(room, "9", team="havnes-2")
    leader.says(REPLY)
    assert REPLY not in kari.text
    assert "You do not guide them now" in leader.last.text
    leader.taps("Answer the team")
    assert leader.last.text == "You do not guide them now, so nothing was sent."


def test_a_participant_cannot_answer_by_an_old_button(room: Room) -> None:
    kari, leader = seated(room, "1"), guide(room)
    asks(kari)
    ola = seated(room, "2")
    ola.presses(leader.last.buttons[0].data or "")
    assert ola.last.text == "You do not guide them now, so nothing was sent."


def test_who_helps_elsewhere_neither_settles_a_call_nor_hears_of_its_answer(room: Room) -> None:
    kari, leader, other = seated(room, "1"), guide(room), guide(room, "8", team="havnes-2")
    asks(kari)
    call = pleas_of(room)[0].id
    other.presses(f"plea:done:{call}")
    assert other.last.text == "You do not guide them now, so nothing was sent."
    assert pleas_of(room)[0].answered_at is None
    leader.taps("Answer the team")
    leader.says(REPLY)
    other.presses(f"plea:answer:{call}")
    assert other.last.text == "You do not guide them now, so nothing was sent."


def test_another_team_cannot_write_back(room: Room) -> None:
    kari, leader = seated(room, "1"), guide(room)
    asks(kari)
    leader.taps("Answer the team")
    leader.says(REPLY)
    other = seated(room, "3", team="havnes-2")
    other.presses(kari.last.buttons[0].data or "")
    assert other.last.text == "That was asked by a team that you are not in, so nothing was sent."
    assert rows(room.connection, "draft") == 0


def test_where_an_answer_reaches_nobody_the_call_stays_open_until_they_say_otherwise(
    room: Room,
) -> None:
    kari, leader = seated(room, "1"), guide(room)
    asks(kari)
    with room.unit() as unit:
        unit.people.unreachable("telegram", "1", room.now)
    leader.taps("Answer the team")
    leader.says(REPLY)
    assert leader.last.text.startswith("I cannot reach Havnes, hjemmetjenesten here")
    assert pleas_of(room)[0].answered_at is None
    leader.taps("They have got an answer")
    assert leader.last.text == "Noted: Havnes, hjemmetjenesten has got an answer."
    assert pleas_of(room)[0].answered_at == room.now


def test_one_who_takes_part_alone_asks_and_is_answered(room: Room) -> None:
    gjovik = room.holds("gjovik.toml")
    kari = seated(room, "1", programme=gjovik.id, team=None)
    leader = seated(room, "9", programme=gjovik.id, role="facilitator", team=None)
    kari.says("/ask")
    assert "Your facilitator gets this now." in kari.last.text
    kari.says(SECRET)
    leader.taps("Answer")
    leader.says(REPLY)
    assert kari.last.text == f"Answer from Kari Nordmann, your facilitator:\n\n{REPLY}"
    assert leader.last.text == "Thank you! It is sent to Kari Nordmann."


# What waits


def test_a_leader_sees_which_calls_wait_since_when_and_answers_from_there(room: Room) -> None:
    kari, leader, other = seated(room, "1"), guide(room), guide(room, "8", team="havnes-2")
    asks(kari)
    room.passes(days=2)
    other.says("/ask")
    assert other.last.text == "Nobody waits for an answer from you."
    leader.says("/ask")
    assert leader.last.text == (
        "1 call for help waits\n• Havnes, hjemmetjenesten, since Thursday 1 October"
    )
    leader.taps("Answer: Havnes")
    leader.says(REPLY)
    assert REPLY in kari.last.text
    leader.says("/ask")
    assert leader.last.text == "Nobody waits for an answer from you."


def test_an_organiser_sees_every_call_that_waits(room: Room) -> None:
    kari, ola = seated(room, "1"), seated(room, "2", team="havnes-2")
    guide(room, "8", team="havnes-1")
    boss = seated(room, "7", role="organiser", team=None)
    asks(kari)
    room.passes(minutes=1)
    asks(ola)
    boss.says("/ask")
    assert boss.last.labels == ["Answer: Havnes, hjemmetjenesten", "Answer: Havnes, sykehjemmet"]


def test_an_observer_can_neither_ask_nor_see(room: Room) -> None:
    watcher = seated(room, "5", role="observer", team=None)
    watcher.says("/ask")
    assert "That is for others in the programme." in watcher.last.text
