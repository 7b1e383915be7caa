"""Two years, thirty municipalities and seven samlinger, with deaths, moves and people who go away.

What somebody is owed is worked out by ``oracle_due``, a second hand. Beside it stand promises that
need no oracle: they look at nothing but what went out.
"""

import re
from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest
from holidays import country_holidays

from handlers.programme_file import first_day, milestone, read_programme, report_due, sign_up_due
from tests.oracle_almanac import Thing
from tests.oracle_days import at_work, days, easter
from tests.oracle_spans import span
from tests.two_years import Life, Told, lived
from tests.two_years_programme import BASE, CHANGES, OSLO, TEAMS

WORDS = {0: "today", 1: "tomorrow", 2: "in two days", 7: "in a week", 14: "in two weeks"}
DISTANCE = re.compile(r"\b(today|tomorrow|in (?:two|\d+) days|in a week|in two weeks)\b")
FORTNIGHT = timedelta(days=14)


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Life:
    return lived(tmp_path_factory.mktemp("years"))


def by_person(life: Life) -> dict[str, list[Told]]:
    found = defaultdict(list)
    for one in life.told:
        found[one.sent.key].append(one)
    return found


def test_the_house_says_what_a_second_hand_works_out_and_nothing_else(life: Life) -> None:
    assert life.faults == []


def test_every_kind_of_thing_was_said_and_everything_that_can_happen_did(life: Life) -> None:
    kinds = Counter(kind for one in life.told for kind, _ in one.sent.things)
    assert kinds.keys() == {
        "samling", "modul", "fase", "frist", "signup", "report", "call", "reflect", "thanks",
        "unset",
    }  # fmt: skip
    assert len({one.programme.model_dump_json() for one in life.told}) > len(CHANGES) / 2
    assert len(life.told) > 2000
    assert {one.who.role for one in life.told} == {
        "participant", "facilitator", "organiser", "observer",
    }  # fmt: skip


def test_nobody_gets_two_pushes_a_day_or_four_in_a_fortnight(life: Life) -> None:
    busiest = 0
    for told in by_person(life).values():
        got = [one.day for one in told]
        assert len(got) == len(set(got))
        lately = [sum(day - FORTNIGHT < one <= day for one in got) for day in got]
        busiest = max([busiest, *lately])
    assert busiest == 3


def test_no_push_goes_out_of_hours(life: Life) -> None:
    assert [one for one in life.told if not is_in_hours(one)] == []


def is_in_hours(told: Told) -> bool:
    """Between nine and three, or in the two hours after the hour that somebody chose."""
    local = told.sent.at.astimezone(OSLO)
    weekdays = told.who.weekdays or "12345"
    if str(local.isoweekday()) not in weekdays or local.date() in country_holidays("NO"):
        return False
    if told.who.paused_until is not None and local.date() < told.who.paused_until:
        return False
    minutes = local.hour * 60 + local.minute
    if 9 * 60 <= minutes < 15 * 60:
        return True
    own = told.who.hour
    return own is not None and 0 <= minutes - own.hour * 60 - own.minute < 180


def test_nothing_is_said_of_what_has_begun_or_is_off(life: Life) -> None:
    assert [one for one in life.told if any(is_over(one, thing) for thing in one.sent.things)] == []


def is_over(told: Told, thing: Thing) -> bool:
    kind, of = thing
    about = milestone(told.programme, of)
    assert about is not None
    if about.cancelled:
        return True
    when = span(told.programme, about)
    match kind:
        case "reflect" | "thanks":
            return when.last is None or not when.last < told.day <= when.last + FORTNIGHT
        case "signup":
            due = sign_up_due(told.programme, about)
            return due is None or due <= told.sent.at
        case "frist" if when.yearly:
            return False
        case "frist" if not when.clock:
            return when.first is None or when.first < told.day
        case _:
            return when.begins is None or when.begins <= told.sent.at


def test_nobody_is_reminded_of_a_report_that_their_team_has_delivered(life: Life) -> None:
    late = [one for one in life.told for of in one.done if ("report", of) in one.sent.things]
    assert late == []


def test_the_words_for_how_far_off_it_is_are_true(life: Life) -> None:
    checked = Counter[str]()
    for told in life.told:
        for paragraph in told.sent.text.split("\n\n"):
            for day in day_told(told, paragraph):
                n = (day - told.day).days
                assert DISTANCE.findall(paragraph)[:1] == [WORDS.get(n, f"in {n} days")], paragraph
                checked[paragraph.split()[0]] += 1
    assert min(checked[word] for word in ("The", "Are", "Deadline")) > 100


def day_told(told: Told, paragraph: str) -> list[date]:
    """The day that a paragraph speaks of, if it says how far off that is."""
    for about in told.programme.milestone:
        if str(about.title) not in paragraph.splitlines()[0]:
            continue
        if paragraph.startswith("The gathering"):
            return [day for day in [first_day(about.when)] if day]
        if paragraph.startswith("Are you coming"):
            return [
                due.astimezone(OSLO).date() for due in [sign_up_due(told.programme, about)] if due
            ]
        if paragraph.startswith("The report") and " is due " in paragraph:
            return [
                due.astimezone(OSLO).date() for due in [report_due(told.programme, about)] if due
            ]
        if paragraph.startswith("Deadline"):
            each = span(told.programme, about).each
            return [day for day in each if day >= told.day][:1]
    return []


def test_a_push_speaks_of_its_things_by_name_and_of_nothing_else(life: Life) -> None:
    for told in life.told:
        wanted = {of for _, of in told.sent.things}
        heads = [one.splitlines()[0] for one in told.sent.text.split("\n\n")]
        named = {
            one.id for one in told.programme.milestone for head in heads if str(one.title) in head
        }
        assert wanted <= named, told.sent.text


def test_nobody_is_named_as_late_before_others(life: Life) -> None:
    for told in life.told:
        assert re.search(r"Navn\dfrak\d\d|Veileder\d|Leder\d", told.sent.text) is None
        if told.who.role == "participant":
            others = {f"Havn {team}" for team in TEAMS if team != told.who.team}
            assert not any(name in told.sent.text for name in others), told.sent.text


def test_after_the_call_to_a_facilitator_there_is_silence(life: Life) -> None:
    calls = Counter(
        (one.sent.key, of) for one in life.told for kind, of in one.sent.things if kind == "call"
    )
    late = Counter(
        (one.sent.key, of)
        for one in life.told
        for kind, of in one.sent.things
        if kind == "report" and "was due" in one.sent.text
    )
    assert calls
    assert late
    assert set(calls.values()) == {1}
    assert max(late.values()) <= 2  # twice where somebody put it off


def test_a_death_loses_nothing_and_repeats_at_most_what_was_under_way(life: Life) -> None:
    deaths = life.house.deaths.counted
    assert deaths.keys() == {
        "in a slice",
        "between two slices",
        "as it took what may leave, and wrote how the last ended",
        "with messages under way",
    }
    repeated = [one for one in life.out if one.repeated]
    assert 0 < len(repeated) <= 4 * sum(deaths.values())
    assert all(one.text for one in repeated)


def test_the_table_of_days_knows_every_public_holiday() -> None:
    table = at_work(read_programme(BASE), "1234567")
    wrong = [day for day in days() if day in country_holidays("NO") and table[day]]
    assert wrong == []
    assert [easter(year) for year in (2026, 2027, 2028)] == [
        date(2026, 4, 5), date(2027, 3, 28), date(2028, 4, 16),
    ]  # fmt: skip
