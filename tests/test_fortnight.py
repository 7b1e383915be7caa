"""What is to be sent in the next two weeks, against what is sent in those two weeks."""

from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

from handlers.programme_file import ProgrammeFile
from handlers.remind.fortnight import AHEAD, AT_A_TIME, Planned, fortnight
from storage.records import Preference, SignUp
from tests.remind_house import OTHER, PROGRAMME, House, wall

LIVED = """
[samling]
presence = true
[samling.sign_up]
days_before = 5
ask_days_before = [4, 1]
[samling.practicalities]
before = "2 working days"
[samling.thanks]
after = "1 working day"
"""
START = "2026-11-23T10:00"
Said = Counter[tuple[datetime, str, str]]


def lived(folder: Path) -> tuple[House, ProgrammeFile]:
    """A house in which the samling in the middle comes soon, with everybody who leads and helps."""
    house = House(folder)
    programme = house.reads(PROGRAMME + LIVED)
    house.now = wall("2026-09-01T10:00")
    for key, team in (("1", "a"), ("2", "a"), ("3", "b"), ("4", "b")):
        house.member(key, team)
    house.member("5", "b", "facilitator")
    house.member("6", None, "organiser")
    return house, programme


def ahead(house: House, programme: ProgrammeFile) -> tuple[Planned, ...]:
    with house.unit() as unit:
        return fortnight(unit, programme, house.now)


def counted(found: tuple[Planned, ...]) -> Said:
    return Counter({(o.at, o.kind, o.milestone): o.people for o in found if o.people is not None})


def signed_up(found: tuple[Planned, ...]) -> list[int | None]:
    """How many are asked whether they come, each time."""
    return [one.people for one in found if one.kind == "signup"]


def sent(house: House, since: datetime) -> Said:
    """What was said unasked since then, by the rows that it left."""
    pushed = house.connection.execute(
        "SELECT made_at, kind, milestone FROM push_part JOIN push ON push.id = push_part.push"
        " WHERE spoken = 1 AND programme = 'nett'"
    ).fetchall()
    there = house.connection.execute(
        "SELECT ended_at, about FROM outbox WHERE about LIKE 'room:nett:%' OR about LIKE 'here:%'"
    ).fetchall()
    found = [(row["made_at"], row["kind"], row["milestone"]) for row in pushed]
    for row in there:
        kind, _, milestone, _ = row["about"].split(":")
        found.append((row["ended_at"], {"room": "room", "here": "morning"}[kind], milestone))
    read = ((datetime.fromisoformat(at), kind, about) for at, kind, about in found)
    return Counter(one for one in read if one[0] >= since)


def test_what_is_told_beforehand_is_what_is_sent(tmp_path: Path) -> None:
    house, programme = lived(tmp_path)
    house.beats(START)
    since = house.now
    told = counted(ahead(house, programme))
    kinds = {kind for _, kind, _ in told}
    assert kinds == {"samling", "signup", "report", "call", "unset", "morning", "room"}
    while house.now < since + AHEAD:
        house.beats(f"{house.now + timedelta(minutes=30):%Y-%m-%dT%H:%M}")
    assert told == sent(house, since)


def test_what_another_programme_says_to_the_same_people_is_not_counted(tmp_path: Path) -> None:
    house, programme = lived(tmp_path)
    other = house.reads(OTHER)
    house.now = wall(START)
    before = ahead(house, programme)
    house.member("1", None, programme="annet", joined=wall("2026-10-01T10:00"))
    house.member("7", None, programme="annet")
    theirs = [(one.kind, one.milestone, one.people) for one in ahead(house, other)]
    assert theirs == [("samling", "s2", 1), ("samling", "s2", 1)]
    assert ahead(house, programme) == before


def test_whoever_is_on_a_pause_or_out_of_reach_is_not_counted(tmp_path: Path) -> None:
    house, programme = lived(tmp_path)
    house.now = wall(START)
    before = ahead(house, programme)
    with house.unit() as unit:
        person = unit.people.at("telegram", "3")
        assert person is not None
        unit.preferences.keep(Preference(person.id, paused_until=date(2027, 1, 1)))
        unit.people.unreachable("telegram", "4", house.now)
    after = ahead(house, programme)
    assert (signed_up(before), signed_up(after)) == ([5, 5], [3, 3])


def test_whoever_no_word_comes_to_the_notice_of_is_not_counted(tmp_path: Path) -> None:
    house, programme = lived(tmp_path)
    house.now = wall(START)
    with house.unit() as unit:
        person = unit.people.at("telegram", "3")
        assert person is not None
        unit.people.live_at(person.id, "page", "p3")
        unit.people.live_at_no_more("telegram", "3")
    assert signed_up(ahead(house, programme)) == [4, 4]


def test_whoever_does_not_come_is_not_bidden_welcome(tmp_path: Path) -> None:
    house, programme = lived(tmp_path)
    house.now = wall(START)
    with house.unit() as unit:
        person = unit.people.at("telegram", "3")
        assert person is not None
        unit.attendance.sign_up(
            SignUp(
                programme="nett",
                milestone="s2",
                person=person.id,
                answer="not-coming",
                asked_for="2026-12-02/2026-12-02",
                days="",
                lunch=None,
                dinner=None,
                overnight=None,
                said_at=house.now,
            )
        )
    there = {one.kind: one.people for one in ahead(house, programme)}
    assert (there["morning"], there["room"]) == (4, 3)


def test_a_change_that_waits_is_among_them_once_and_without_a_number(tmp_path: Path) -> None:
    house, programme = lived(tmp_path)
    house.now = wall(START)
    tomorrow, late = house.now + timedelta(days=1), house.now + timedelta(days=20)
    with house.unit() as unit:
        for at in (late, tomorrow, tomorrow + timedelta(hours=1)):
            unit.notices.add("nett", "s3", "{}", None, at, house.now)
        unit.notices.add("nett", "s2", "{}", None, late, house.now)
    news = [one for one in ahead(house, programme) if one.kind == "news"]
    assert news == [Planned(tomorrow, "news", "s3", None)]


def test_more_people_than_are_reckoned_at_a_time_are_all_counted(tmp_path: Path) -> None:
    house, programme = lived(tmp_path)
    for number in range(AT_A_TIME):
        house.member(f"x{number}", "a")
    house.now = wall(START)
    assert signed_up(ahead(house, programme)) == [5 + AT_A_TIME, 5 + AT_A_TIME]
