"""«Jeg er her»: the word in the room, the link that says it, wrong guesses, and the morning."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from handlers.attendance import word
from handlers.attendance.words import WORDS
from handlers.programme_file import ProgrammeFile
from handlers.remind import room as in_the_room
from handlers.remind.beat import slice_of
from storage.records import Preference
from tests.coming import PROGRAMME, Comers, programme
from tests.room import Sitter

MORNING = datetime(2026, 9, 10, 9, tzinfo=UTC)  # 11:00 on the wall, an hour before
NOON = datetime(2026, 9, 10, 10, tzinfo=UTC)
DIGITAL = datetime(2026, 12, 2, 9, tzinfo=UTC)
WRONG = "agurk22"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Comers]:
    here = Comers(tmp_path, NOON)
    yield here
    here.close()


def states(room: Comers, samling: str = "samling-1") -> list[str]:
    return [one.state for one in room.present(samling)]


# The word


def test_the_words_are_plain_and_none_is_misread() -> None:
    assert len(set(WORDS)) == len(WORDS) == 256
    assert [one for one in WORDS if not re.fullmatch(r"[a-z]{2,7}[a-hjkm-np-z]", one)] == []


def test_each_samling_has_a_word_of_its_own_that_stays(room: Comers) -> None:
    first = [room.word(one) for one in ("samling-1", "samling-2", "samling-3")]
    assert len(set(first)) == 3
    assert first == [room.word(one) for one in ("samling-1", "samling-2", "samling-3")]
    assert all(re.fullmatch(r"[a-z]{3,8}[2-9]{2}", one) for one in first)


def test_words_lie_evenly_over_all_that_there_are(room: Comers) -> None:
    with room.unit() as unit:
        word.made(unit, PROGRAMME, "samling-1")
        found = {word.word(unit, PROGRAMME, str(n)) for n in range(4000)}
    assert len(found) > 3400, "of 16,384, four thousand draws hit about 3,550"


def test_nobody_s_secret_is_shared_between_houses(room: Comers, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = Comers(tmp_path / "other", NOON)
    ours = [room.word(f"samling-{n}") for n in (1, 2, 3)]
    assert ours != [other.word(f"samling-{n}") for n in (1, 2, 3)]
    other.close()


@pytest.mark.parametrize(
    "spelt",
    [
        "{word}",
        "  {WORD} ",
        "{head} {tail}",
        "{head}-{tail}",
        "/start her-{word}",
        "/start@mellom_bot her-{word}",
        "https://t.me/mellom_bot?start=her-{word}",
    ],
)
def test_the_word_is_taken_as_people_write_it(room: Comers, spelt: str) -> None:
    right = room.word()
    kari = room.comes("1")
    said = spelt.format(word=right, WORD=right.upper(), head=right[:-2], tail=right[-2:])
    kari.says(said)
    assert states(room) == ["here"]
    assert kari.last.text == "Welcome to “Getting started”!\nYou are noted as present."


def test_a_link_takes_its_word_from_what_the_poster_shows() -> None:
    assert word.linked(str(word.link("fjell47", "mellom_bot"))) == "fjell47"
    assert word.link("fjell47", None) is None


def test_a_word_typed_in_the_middle_of_a_form_is_no_answer_to_it(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("signup:samling-2")
    kari.says(room.word())
    assert states(room) == ["here"]
    kari.says("I come")
    assert [one.answer for one in room.signed_up("samling-2")] == ["coming"]


def test_said_twice_it_is_noted_once(room: Comers) -> None:
    kari = room.comes("1")
    for _ in range(2):
        kari.says(room.word())
    assert kari.last.text.startswith("You are noted as present already.")
    assert states(room) == ["here"]


# The button


def test_the_button_asks_for_the_word_in_a_room(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("here:samling-1")
    assert kari.last.text == "Welcome! Write the code word that hangs in the room."
    assert states(room) == []
    kari.says("is it this?")
    assert kari.last.text.startswith("That is not today's code word.")
    kari.says(room.word())
    assert states(room) == ["here"]
    kari.says("thanks")
    assert "code word" not in kari.last.text, "nothing waits for a word any longer"


@pytest.mark.parametrize("said", ["I am here", "jeg er her", "Eg er her!", " JEG ER HER "])
def test_to_write_that_one_is_here_is_as_good_as_the_button(room: Comers, said: str) -> None:
    kari = room.comes("1")
    kari.presses("signup:samling-2")
    kari.says(said)
    assert kari.last.text == "Welcome! Write the code word that hangs in the room."
    kari.says(room.word())
    kari.says(said)
    assert kari.last.text.startswith("You are noted as present already.")


def test_online_to_write_it_is_enough_without_any_button(room: Comers) -> None:
    room.now = DIGITAL
    kari = room.comes("1")
    kari.says("jeg er her")
    assert states(room, "samling-2") == ["here"]


def test_on_other_days_it_means_nothing(room: Comers) -> None:
    room.now = NOON - timedelta(days=3)
    kari = room.comes("1")
    kari.says("jeg er her")
    assert "code word" not in kari.last.text
    assert states(room) == []


def test_a_form_does_not_swallow_what_was_meant_as_the_word(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("signup:samling-2")
    kari.presses("here:samling-1")
    kari.says("ja")
    assert kari.last.text.startswith("That is not today's code word.")
    assert room.signed_up("samling-2") == []


def test_a_long_text_after_the_question_is_no_word(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("here:samling-1")
    kari.says("I cannot find the room that we are in")
    assert "code word" not in kari.last.text


def test_online_the_button_is_enough(room: Comers) -> None:
    room.now = DIGITAL
    kari = room.comes("1")
    kari.presses("here:samling-2")
    assert states(room, "samling-2") == ["here"]


@pytest.mark.parametrize(
    "now",
    [datetime(2026, 9, 9, 21, 59, tzinfo=UTC), datetime(2026, 9, 11, 22, tzinfo=UTC)],
)
def test_on_other_days_nobody_is_there(room: Comers, now: datetime) -> None:
    right = room.word()
    kari = room.comes("1")
    room.now = now
    kari.presses("here:samling-1")
    assert kari.last.text.startswith("You can say that you are here on the day of a gathering.")
    kari.says(f"/start her-{right}")
    kari.says(right)
    assert states(room) == []


@pytest.mark.parametrize("now", [NOON - timedelta(hours=12), NOON + timedelta(hours=35)])
def test_on_the_days_themselves_they_are_from_midnight_to_midnight(
    room: Comers, now: datetime
) -> None:
    kari = room.comes("1")
    room.now = now
    kari.says(room.word())
    assert states(room) == ["here"]


@pytest.mark.parametrize(
    "replaced",
    [
        {'mode = "physical"': 'mode = "physical"\ncancelled = true'},
        {'mode = "physical"': 'mode = "physical"\nwithout = ["presence"]'},
        {'mode = "physical"': 'mode = "physical"\nconcerns = { teams = ["bergen"] }'},
        {"2026-09-10T12:00/2026-09-11T13:00": "2026-09-17T12:00/2026-09-18T13:00"},
        {"[samling.presence]": ""},
    ],
)
def test_who_is_not_awaited_there_is_not_noted(room: Comers, replaced: dict[str, str]) -> None:
    right = room.word()
    kari = room.comes("1")
    room.changes(replaced)
    kari.presses("here:samling-1")
    kari.says(right)
    assert states(room) == []


@pytest.mark.parametrize("data", ["here", "here:", "here:samling-9", "here:samling-2", "here:x:y"])
def test_a_button_for_another_day_or_nothing_notes_nobody(room: Comers, data: str) -> None:
    room.comes("1").presses(data)
    assert states(room) + states(room, "samling-2") == []


@pytest.mark.parametrize("role", ["organiser", "observer"])
def test_those_who_lead_it_are_not_counted(room: Comers, role: str) -> None:
    boss = room.comes("1", role=role, team=None)  # type: ignore[arg-type]
    boss.presses("here:samling-1")
    boss.says(f"/start her-{room.word()}")
    assert states(room) == []


def test_a_stranger_with_the_link_is_told_to_join_first(room: Comers) -> None:
    stranger = room.sitter("7", language="en")
    stranger.says(f"/start her-{room.word()}")
    assert stranger.last.text.startswith("You are not in a programme yet, so I cannot note you.")
    assert states(room) == []


# Guesses


def guesses(room: Comers) -> int:
    return int(room.connection.execute("SELECT COUNT(*) FROM guess").fetchone()[0])


def other_than(right: str) -> str:
    return WRONG if right != WRONG else "agurk23"


@pytest.mark.parametrize("spelt", ["{}", "/start her-{}", "https://t.me/x?start=her-{}"])
def test_ten_wrong_guesses_shut_the_door_even_for_the_right_word(room: Comers, spelt: str) -> None:
    right = room.word()
    kari = room.comes("1")
    for _ in range(10):
        kari.says(spelt.format(other_than(right)))
    assert guesses(room) == 10
    assert kari.last.text.startswith("That was too many wrong words.")
    kari.says(right)
    kari.says(f"/start her-{right}")
    kari.presses("here:samling-1")
    kari.says(right)
    assert states(room) == []
    room.now += timedelta(hours=25)
    kari.says(right)
    assert states(room) == ["here"]


@pytest.mark.parametrize("said", ["uke 36", "rom 22", "bord 24", "fjell 4", "takk", "22"])
def test_what_is_no_word_of_ours_is_no_guess(room: Comers, said: str) -> None:
    kari = room.comes("1")
    kari.says(said)
    assert guesses(room) == 0


def test_on_other_days_such_a_word_is_like_any_other(room: Comers) -> None:
    room.now = NOON - timedelta(days=3)
    kari = room.comes("1")
    kari.says("fjord 47")
    assert guesses(room) == 0
    assert "code word" not in kari.last.text


# The morning


def beats(room: Comers, now: datetime) -> None:
    room.now = now
    with room.unit() as unit:
        slice_of(unit, now)
    room.deliver()


def bidden(sitter: Sitter) -> list[str]:
    return [one.text for one in sitter.screen if one.text.startswith("Today")]


def test_in_the_morning_those_who_come_are_bidden_welcome_once(room: Comers) -> None:
    kari = room.comes("1")
    beats(room, MORNING - timedelta(minutes=1))
    assert bidden(kari) == []
    for minute in (0, 1, 30):
        beats(room, MORNING + timedelta(minutes=minute))
    assert bidden(kari) == ["Today: “Getting started”. Welcome!\n\nWe meet in person: Tromsø."]
    assert kari.last.labels == ["I am here"]
    assert kari.last.buttons[0].data == "here:samling-1"


def test_online_they_get_the_link_and_sit_together(room: Comers) -> None:
    kari = room.comes("1")
    beats(room, datetime(2026, 12, 2, 7, tzinfo=UTC))
    text = "\n\n".join(bidden(kari))
    assert text.split("\n\n") == [
        "Today: “Halfway”. Welcome!",
        "We meet online: https://mote.example/x",
        "Sit together as a team, if you can.",
    ]
    kari.taps("I am here")
    assert states(room, "samling-2") == ["here"]


def test_each_day_has_its_morning_and_who_is_noted_has_no_button(room: Comers) -> None:
    kari = room.comes("1")
    beats(room, MORNING)
    kari.says(room.word())
    beats(room, datetime(2026, 9, 11, 6, tzinfo=UTC))
    assert bidden(kari)[1:] == [
        "Today “Getting started” goes on. Welcome back!\n\nWe meet in person: Tromsø."
    ]
    assert kari.last.labels == []


def test_on_a_later_day_who_is_not_noted_is_bidden_with_the_button(room: Comers) -> None:
    kari = room.comes("1")
    beats(room, datetime(2026, 9, 11, 6, tzinfo=UTC))
    assert bidden(kari) == [
        "Today “Getting started” goes on. Welcome!\n\nWe meet in person: Tromsø."
    ]
    assert kari.last.labels == ["I am here"]


@pytest.mark.parametrize(("answer", "told"), [("n", 0), ("s", 0), ("u", 1), ("y", 1), (None, 1)])
def test_who_said_that_they_stay_away_is_left_alone(
    room: Comers, answer: str | None, told: int
) -> None:
    room.now = MORNING - timedelta(days=30)
    kari = room.comes("1")
    if answer:
        kari.presses(f"signup:samling-1:{answer}")
        for said in ("both days", "yes", "yes", "yes") if answer in "ys" else ():
            kari.says(said)
        assert len(room.signed_up()) == 1
    beats(room, MORNING)
    assert len(bidden(kari)) == told


def test_an_answer_for_another_day_keeps_nobody_from_the_welcome(room: Comers) -> None:
    room.now = MORNING - timedelta(days=30)
    kari = room.comes("1")
    kari.presses("signup:samling-1:n")
    room.changes({"2026-09-10T12:00/2026-09-11T13:00": "2026-09-17T12:00/2026-09-18T13:00"})
    beats(room, MORNING)
    assert bidden(kari) == []
    beats(room, MORNING + timedelta(days=7))
    assert len(bidden(kari)) == 1


@pytest.mark.parametrize(("role", "told"), [("facilitator", 1), ("organiser", 0), ("observer", 0)])
def test_facilitators_are_bidden_too_and_nobody_else(room: Comers, role: str, told: int) -> None:
    boss = room.comes("1", role=role, team=None)  # type: ignore[arg-type]
    beats(room, MORNING)
    assert len(bidden(boss)) == told


def test_nobody_on_a_pause_is_bidden(room: Comers) -> None:
    kari, me = room.comes("1"), room.person("1")
    with room.unit() as unit:
        tomorrow = MORNING.date() + timedelta(days=1)
        unit.preferences.keep(Preference(me, paused_until=tomorrow))
    beats(room, MORNING)
    assert bidden(kari) == []
    beats(room, MORNING + timedelta(days=1))
    assert len(bidden(kari)) == 1


def test_a_late_machine_says_nothing_of_what_is_over(room: Comers) -> None:
    kari = room.comes("1")
    beats(room, datetime(2026, 9, 11, 11, tzinfo=UTC))
    assert bidden(kari) == []


def test_a_welcome_that_waits_is_taken_back_from_who_came(room: Comers) -> None:
    kari = room.comes("1")
    room.now = MORNING
    with room.unit() as unit:
        slice_of(unit, MORNING)
    sql = "SELECT silent, stale_after FROM outbox"
    found = [tuple(one) for one in room.connection.execute(sql)]
    assert found == [(1, "2026-09-10T22:00:00.000000Z")]
    kari.says(room.word())
    assert bidden(kari) == []


def windows(found: ProgrammeFile) -> list[tuple[str, str, str]]:
    return [
        (one.milestone, f"{one.opens:%m-%d %H:%M}", f"{one.ends:%m-%d %H:%M}")
        for one in in_the_room.mornings(found)
    ]


def test_a_morning_begins_an_hour_before_or_at_eight_and_lasts_until_the_thanks() -> None:
    assert windows(programme()) == [
        ("samling-1", "09-10 09:00", "09-10 22:00"),
        ("samling-1", "09-11 06:00", "09-11 10:30"),
        ("samling-2", "12-02 07:00", "12-02 13:00"),
        ("samling-3", "03-01 07:00", "03-01 23:00"),
        ("samling-3", "03-02 07:00", "03-02 23:00"),
        ("samling-3", "03-03 07:00", "03-03 12:30"),
    ]


def test_the_clock_s_change_moves_no_morning() -> None:
    found = programme({"2027-03-01/2027-03-03": "2027-03-27/2027-03-29"})
    assert windows(found)[3:] == [
        ("samling-3", "03-27 07:00", "03-27 23:00"),
        ("samling-3", "03-28 06:00", "03-28 22:00"),
        ("samling-3", "03-29 06:00", "03-29 11:30"),
    ]


def test_none_is_bidden_where_the_step_is_not_taken() -> None:
    assert windows(programme({"[samling.presence]": ""})) == []
