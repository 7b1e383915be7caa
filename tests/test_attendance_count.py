"""/attendance: numbers for those who lead, names in the organisers' file alone."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from handlers import desk
from handlers.attendance import count, poster
from handlers.attendance.overview import sight_of
from handlers.feature import Paper
from handlers.programme_file import milestone
from handlers.tongue import tongue
from storage.records import Membership, SignUp
from tests.coming import PROGRAMME, START, Comers, programme
from tests.room import Sitter

NOON = datetime(2026, 9, 10, 10, tzinfo=UTC)
LATER = {"2026-09-10T12:00/2026-09-11T13:00": "2026-09-17T12:00/2026-09-18T13:00"}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Comers]:
    here = Comers(tmp_path)
    yield here
    here.close()


@pytest.fixture
def boss(room: Comers) -> Sitter:
    return room.comes("9", role="organiser", team=None)


def some_answer(room: Comers) -> None:
    """Of Oslo one comes and one does not; of Bergen one sends another, and one is silent."""
    for key, team, answers in (
        ("1", "oslo", ("y", "both days", "yes", "no", "yes")),
        ("2", "oslo", ("n",)),
        ("3", "bergen", ("s", "2", "yes", "yes", "no")),
        ("4", "bergen", ()),
    ):
        sitter = room.comes(key, team=team)
        for place, answer in enumerate(answers):
            sitter.says(answer) if place else sitter.presses(f"signup:samling-1:{answer}")


def papers(room: Comers) -> list[Paper | None]:
    """What the workers would make of what was ordered."""
    with room.unit() as unit:
        due = [task for task in unit.tasks.due(room.now, 9) if task.kind in desk.PAPERS]
        found = [desk.PAPERS[task.kind](unit, task.arguments, room.now) for task in due]
        for task in due:
            unit.tasks.end(task.id, "done")
    return found


def test_an_organiser_sees_numbers_by_team_day_meal_and_night(room: Comers, boss: Sitter) -> None:
    some_answer(room)
    boss.says("/attendance")
    assert boss.last.text.split("\n") == [
        "Getting started",
        "Thursday 10 September 2026 at 12:00 – Friday 11 September 2026 at 13:00",
        "Sign-up until Thursday 27 August",
        "",
        "In all: come: 1 · do not come: 1 · send another: 1 · not answered: 1",
        "Oslo: come: 1 · do not come: 1",
        "Bergen: send another: 1 · not answered: 1",
        "Lom: without Telegram",
        "",
        "Thursday 10 September: 2 people · lunch: 2 · dinner: 1 · overnight stay: 1",
        "Friday 11 September: 1 person · lunch: 1",
        "Teams without Telegram are not in the numbers for meals and beds.",
    ]
    assert boss.last.labels == [
        "Excel list with names", "Code word for the room", "Halfway", "Three days"
    ]  # fmt: skip


def test_nobody_is_named_in_the_chat(room: Comers, boss: Sitter) -> None:
    some_answer(room)
    boss.says("/attendance")
    boss.taps("Halfway")
    assert "Kari" not in boss.text
    assert "Halfway" in boss.last.text


def test_who_is_not_reached_is_a_number_without_a_reason(room: Comers, boss: Sitter) -> None:
    some_answer(room)
    with room.unit() as unit:
        unit.people.unreachable("telegram", "4", room.now)
        unit.people.unreachable("telegram", "2", room.now)
    boss.says("påmelding")
    assert "Bergen: send another: 1 · not answered: 1 · of them not reached: 1" in boss.last.text
    assert boss.last.text.count("not reached") == 2, "of those who answered nobody asks"


def test_once_it_has_begun_they_are_told_how_many_are_there(room: Comers, boss: Sitter) -> None:
    some_answer(room)
    room.now = NOON
    for key in ("1", "4"):
        room.sitters[key].says(room.word())
    boss.says("/attendance")
    assert "In all: were there: 2 ·" in boss.last.text
    assert "Oslo: were there: 1 ·" in boss.last.text


def test_a_team_that_nobody_joined_has_nobody_yet_also_on_the_day(
    room: Comers, boss: Sitter
) -> None:
    room.comes("1", team="oslo")
    room.now = NOON
    boss.says("/attendance")
    assert "The sign-up closed on Thursday 27 August" in boss.last.text
    assert "Oslo: were there: 0 · not answered: 1\nBergen: nobody yet\n" in boss.last.text


def test_nothing_is_said_of_other_teams_where_all_have_telegram(room: Comers, boss: Sitter) -> None:
    room.changes({'id = "lom"\nname = "Lom"\ntelegram = false': 'id = "lom"\nname = "Lom"'})
    boss.says("/attendance")
    assert "without Telegram" not in boss.last.text.lower()


def test_a_sign_up_that_was_begun_is_counted_for_every_day(room: Comers, boss: Sitter) -> None:
    room.comes("1").presses("signup:samling-1:y")
    boss.says("/attendance")
    assert "Oslo: come: 1\n" in boss.last.text
    assert "Friday 11 September: 1 person · lunch: 0\n" in boss.last.text


def test_after_it_the_next_one_is_shown_and_it_is_a_button(room: Comers, boss: Sitter) -> None:
    room.now = datetime(2026, 9, 12, tzinfo=UTC)
    boss.says("/attendance")
    assert boss.last.text.startswith("Halfway")
    assert boss.last.labels == ["Excel list with names", "Getting started", "Three days"]
    boss.taps("Getting started")
    assert "Code word" not in "".join(boss.last.labels)


def test_an_answer_for_another_day_is_no_answer(room: Comers, boss: Sitter) -> None:
    some_answer(room)
    room.changes(LATER)
    boss.says("/attendance")
    assert "In all: not answered: 4" in boss.last.text
    assert "Thursday 17 September: 0 people" in boss.last.text


def test_who_left_is_not_counted(room: Comers, boss: Sitter) -> None:
    some_answer(room)
    me = room.person("1")
    with room.unit() as unit:
        unit.people.leave(me, PROGRAMME, "participant")
    boss.says("/attendance")
    assert "Oslo: do not come: 1" in boss.last.text
    assert "Thursday 10 September: 1 person" in boss.last.text


def test_a_facilitator_sees_their_own_team_alone(room: Comers) -> None:
    some_answer(room)
    guide = room.comes("8", role="facilitator", team="bergen")
    guide.says("/attendance")
    assert guide.last.text.split("\n\n")[1:] == ["Bergen: send another: 1 · not answered: 1"]
    assert guide.last.labels == ["Code word for the room", "Halfway", "Three days"]
    guide.presses("attendance:list")
    assert papers(room) == []


@pytest.mark.parametrize(
    ("role", "team", "seen"),
    [
        ("organiser", None, (None, True)),
        ("facilitator", None, (None, False)),
        ("facilitator", "oslo", (frozenset({"oslo"}), False)),
        ("participant", "oslo", None),
        ("observer", None, None),
    ],
)
def test_how_far_each_role_sees(role: str, team: str | None, seen: object) -> None:
    member = Membership("p", "prove", role, team, None, START)  # type: ignore[arg-type]
    sight = sight_of([member], "prove")
    assert (sight and (sight.teams, sight.organises)) == seen
    assert sight_of([member], "another") is None


@pytest.mark.parametrize("data", ["attendance", "attendance:list", "attendance:word:samling-1"])
def test_a_participant_gets_nothing_by_any_button(room: Comers, data: str) -> None:
    some_answer(room)
    kari = room.sitters["1"]
    kari.presses(data)
    assert kari.last.text == "This is for those who lead the programme."
    assert papers(room) == []


@pytest.mark.parametrize(
    "data", ["attendance:of:samling-9", "attendance:word:samling-9", "attendance:x", "attendance:"]
)
def test_nonsense_in_a_button_shows_the_next_samling(room: Comers, boss: Sitter, data: str) -> None:
    boss.presses(data)
    assert boss.last.text.startswith("Getting started")
    assert papers(room) == []


def test_a_cancelled_one_is_not_counted(room: Comers, boss: Sitter) -> None:
    room.changes({'mode = "physical"': 'mode = "physical"\ncancelled = true'})
    boss.presses("attendance:of:samling-1")
    assert boss.last.text.startswith("Halfway")
    boss.presses("attendance:word:samling-1")
    assert papers(room) == []


# What is ordered


def ups(*days: str, overnight: bool = True) -> list[SignUp]:
    return [
        SignUp("prove", "samling-3", str(n), "coming", "x", chosen, True, True, overnight, START)  # noqa: FBT003
        for n, chosen in enumerate(days)
    ]


@pytest.mark.parametrize(
    ("days", "nights"),
    [
        ("2027-03-01,2027-03-02,2027-03-03", [1, 2]),
        ("2027-03-01,2027-03-02", [1]),
        ("2027-03-01,2027-03-03", []),
        ("2027-03-01", [1]),
        ("2027-03-02", [1]),
        ("2027-03-03", [2]),
        ("", [1, 2]),
    ],
)
def test_nights_follow_from_the_days(days: str, nights: list[int]) -> None:
    one = milestone(programme(), "samling-3")
    assert one is not None
    assert [day.day for day in count.nights_of(one, ups(days)[0])] == nights


def test_tables_and_beds_are_counted_by_day() -> None:
    found = programme()
    one = milestone(found, "samling-3")
    assert one is not None
    said = ups("2027-03-01,2027-03-02", "2027-03-02", "")
    unsure = replace(said[0], answer="unsure")
    assert count.day_by_day(found, one, [*said, unsure]) == [
        count.Day(date(2027, 3, 1), 2, 2, 2, 3),
        count.Day(date(2027, 3, 2), 3, 3, 3, 1),
        count.Day(date(2027, 3, 3), 1, 1, None, None),
    ]


# The files


def cells(content: bytes) -> dict[str, list[list[object]]]:
    book = load_workbook(BytesIO(content))
    return {page.title: [[cell.value for cell in row] for row in page.iter_rows()] for page in book}


def test_the_list_names_those_who_answered_and_nobody_else(room: Comers, boss: Sitter) -> None:
    some_answer(room)
    for key, name in (("1", "=1+1"), ("2", "Ola"), ("3", "Åse"), ("4", "Late Lars")):
        me = room.person(key)
        with room.unit() as unit:
            unit.people.name(me, name)
    boss.says("/attendance")
    boss.taps("Excel")
    assert boss.nods == ["It is being made, and comes in a moment."]
    [paper] = papers(room)
    assert paper is not None
    assert (paper.to.key, paper.name) == ("9", "prove.xlsx")
    pages = cells(paper.content)
    assert list(pages) == ["Overview", "1. Getting started", "2. Halfway", "3. Three days"]
    both, first = "Thursday 10 September, Friday 11 September", "Thursday 10 September"
    another = "another comes in my place"
    assert pages["1. Getting started"][3:] == [
        ["Team", "Name", "Answer", "Days", "Lunch", "Dinner", "Overnight stay", "Was there"],
        ["Bergen", "Åse", another, first, "Yes", "Yes", "No", None],
        ["Oslo", "=1+1", "I come", both, "Yes", "No", "Yes", None],
        ["Oslo", "Ola", "I do not come", None, None, None, None, None],
    ]  # fmt: skip
    assert ["Bergen", 0, 0, 1, 0, 1, 0, 0] in pages["Overview"]
    assert ["Lom", "without Telegram", None, None, None, None, None, None] in pages["Overview"]
    assert b"Late Lars" not in paper.content
    assert "Late Lars" not in str(pages)
    book = load_workbook(BytesIO(paper.content))
    assert {cell.data_type for row in book.worksheets[1].iter_rows() for cell in row} <= {"s", "n"}


def test_the_list_says_who_was_there_even_without_a_sign_up(room: Comers, boss: Sitter) -> None:
    room.now = NOON
    room.comes("1").says(room.word())
    boss.presses("attendance:list")
    [paper] = papers(room)
    assert paper is not None
    rows = cells(paper.content)["1. Getting started"][4:]
    assert rows == [["Oslo", "Kari Nordmann", None, None, None, None, None, "Yes"]]


def test_the_same_answers_make_the_same_bytes(room: Comers, boss: Sitter) -> None:
    some_answer(room)
    made = []
    for _ in range(2):
        boss.presses("attendance:list")
        made += [paper.content for paper in papers(room) if paper]
    assert made[0] == made[1]


@pytest.mark.parametrize("kind", ["list", "word:samling-1"])
def test_who_leads_no_longer_gets_no_file(room: Comers, boss: Sitter, kind: str) -> None:
    boss.presses(f"attendance:{kind}")
    me = room.person("9")
    with room.unit() as unit:
        unit.people.leave(me, PROGRAMME, "organiser")
    assert papers(room) == [None]


def test_names_are_for_who_organises_when_the_file_is_made(room: Comers, boss: Sitter) -> None:
    boss.presses("attendance:list")
    me = room.person("9")
    with room.unit() as unit:
        unit.people.leave(me, PROGRAMME, "organiser")
        unit.people.join(Membership(me, PROGRAMME, "facilitator", None, None, room.now))
    assert papers(room) == [None]


def test_the_word_comes_with_a_picture(room: Comers, boss: Sitter) -> None:
    boss.presses("attendance:word:samling-1")
    [paper] = papers(room)
    assert paper is not None
    assert (paper.name, paper.mime) == ("samling-1.png", "image/png")
    assert f"is <b>{room.word()}</b>" in paper.text


def test_the_picture_holds_the_link_square_by_square() -> None:
    import segno  # noqa: PLC0415
    from matplotlib.image import imread  # noqa: PLC0415

    one = milestone(programme(), "samling-1")
    assert one is not None
    link = "https://t.me/mellom_bot?start=her-fjell47"
    picture = poster.drawn(tongue("nb"), one, "fjell47", link)
    assert picture == poster.drawn(tongue("nb"), one, "fjell47", link)
    shown = imread(BytesIO(picture))
    assert shown.shape[:2] == (poster.HIGH, poster.WIDE)
    code = segno.make(link, error="m", micro=False)
    squares = [[bool(dark) for dark in row] for row in code.matrix_iter(border=4)]
    dark = shown[:, :, 0] < 0.5
    side = 720 // len(squares)
    left = (poster.WIDE - side * len(squares)) // 2
    middles = [side * n + side // 2 for n in range(len(squares))]
    found = [
        top
        for top in range(200, 700)
        if [[bool(dark[top + y, left + x]) for x in middles] for y in middles] == squares
    ]
    assert found


@pytest.mark.parametrize("title", ["X" * 200, "Et langt ord " * 20, "🎉 Fest"])
def test_a_long_title_stays_on_the_page(title: str) -> None:
    one = milestone(programme(), "samling-1")
    assert one is not None
    long = one.model_copy(update={"title": title})
    from matplotlib.image import imread  # noqa: PLC0415

    shown = imread(BytesIO(poster.drawn(tongue("nb"), long, "fjell47", None)))
    edge = shown[:, :, 0]
    assert (edge[:, :40] > 0.9).all()
    assert (edge[:, -40:] > 0.9).all()
    assert (edge[-40:] > 0.9).all()


def test_what_is_ordered_names_who_it_is_for(room: Comers, boss: Sitter) -> None:
    boss.presses("attendance:list")
    me = room.person("9")
    with room.unit() as unit:
        [task] = [one for one in unit.tasks.due(room.now, 9) if one.kind == "attendance-list"]
    assert json.loads(task.arguments) == {"person": me, "programme": PROGRAMME, "milestone": ""}
