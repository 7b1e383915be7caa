"""A samling that is cancelled, as the programme of it would be sent."""

from handlers.broadcast.samling import programme_of
from handlers.programme_file import milestone
from handlers.tongue import tongue
from tests.test_waiting import cancelled, example
from tests.test_waiting import programme_of as dated

EN = tongue("en")


def test_of_a_cancelled_samling_only_that_is_sent() -> None:
    programme = cancelled(example(), "samling-2")
    samling = milestone(programme, "samling-2")
    assert samling is not None
    assert programme_of(EN, programme, samling, 4096) == (
        "What did we find, and what do we try? is cancelled.\n"
        "When: Wednesday 2 December 2026, 09:00–14:30"
    )


def test_of_a_cancelled_samling_without_a_day_no_date_is_to_come() -> None:
    programme = cancelled(dated("2026-09-10", "2026-12"), "s2")
    assert programme_of(EN, programme, programme.milestone[1], 4096) == "S is cancelled."


def test_the_homework_before_a_samling_is_that_of_the_last_one_that_was_held() -> None:
    third = milestone(example(), "samling-3")
    assert third is not None
    asked = "Prøv ut ett tiltak i liten skala", "Spør minst fem nytilsatte"
    as_planned = programme_of(EN, example(), third, 4096)
    without = programme_of(EN, cancelled(example(), "samling-2"), third, 4096)
    assert [said in as_planned for said in asked] == [True, False]
    assert [said in without for said in asked] == [False, True]
