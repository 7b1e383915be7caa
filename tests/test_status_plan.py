"""What waits for somebody, decided from values alone."""

from handlers.markup import Button
from handlers.programme_file import Milestone, ProgrammeFile, milestone
from handlers.status.page import Page
from handlers.status.plan import Count, Waiting, counts, waiting
from handlers.tongue import tongue
from handlers.waiting import OpenReport
from tests.test_waiting import cancelled, example, oslo, programme_of

DUE = oslo("2026-11-25T23:59:59")


def of(programme: ProgrammeFile, name: str) -> Milestone:
    found = milestone(programme, name)
    assert found is not None
    return found


def test_an_open_report_waits_until_it_is_delivered() -> None:
    programme = example()
    samling = of(programme, "samling-2")
    now = oslo("2026-11-20T12:00")
    assert waiting(programme, now, delivered=set(), reflected=set()) == Waiting(
        reports=(OpenReport(samling, DUE, overdue=False),), samling=samling
    )
    assert waiting(programme, now, delivered={"samling-2"}, reflected=set()) == Waiting(
        delivered=(samling,), samling=samling
    )


def test_a_reflection_waits_until_it_is_given() -> None:
    programme = example()
    second, third = of(programme, "samling-2"), of(programme, "samling-3")
    report = OpenReport(third, oslo("2027-04-07T23:59:59"), overdue=False)
    now = oslo("2026-12-03T12:00")
    assert waiting(programme, now, delivered=(), reflected=()) == Waiting(
        reports=(report,), reflections=(second,), samling=third
    )
    assert waiting(programme, now, delivered=(), reflected={"samling-2"}) == Waiting(
        reports=(report,), samling=third
    )


def test_nothing_is_theirs_to_do_for_one_who_takes_no_part() -> None:
    programme = example()
    now = oslo("2026-12-03T12:00")
    assert waiting(programme, now, delivered=None, reflected=None) == Waiting(
        samling=of(programme, "samling-3")
    )


def test_of_the_reports_without_a_deadline_only_the_next_waits() -> None:
    programme = example("gjovik")
    now = oslo("2026-12-03T12:00")
    second, third = of(programme, "modul-2"), of(programme, "modul-3")
    assert waiting(programme, now, delivered=(), reflected=None).reports == (
        OpenReport(second, None, overdue=False),
    )
    after = waiting(programme, now, delivered={"modul-2"}, reflected=None)
    assert after == Waiting((OpenReport(third, None, overdue=False),), (second,))


def test_a_report_that_was_begun_waits_after_the_next_has_opened() -> None:
    programme = example()
    now = oslo("2026-12-20T12:00")
    late = OpenReport(of(programme, "samling-2"), DUE, overdue=True)
    ahead = OpenReport(of(programme, "samling-3"), oslo("2027-04-07T23:59:59"), overdue=False)
    found = waiting(programme, now, delivered=(), reflected=None, begun={"samling-2", "samling-3"})
    assert found.reports == (late, ahead)


def test_a_button_names_which_one_as_it_is_written_where_there_are_several() -> None:
    programme = example()
    both = [
        of(programme, name).model_copy(update={"title": f"{name} & <more>"})
        for name in ("samling-2", "samling-3")
    ]
    page = Page(programme, Waiting(reflections=tuple(both)))
    assert page.buttons(tongue("en")) == (
        (Button("Reflect: samling-2 & <more>", "reflect:samling-2"),),
        (Button("Reflect: samling-3 & <more>", "reflect:samling-3"),),
    )


def test_only_those_who_owe_a_report_are_counted() -> None:
    programme = example()
    delivered = {("samling-2", "a"), ("samling-2", "gone"), ("samling-3", "b")}
    now = oslo("2026-11-20T12:00")
    assert counts(programme, now, ["a", "b"], delivered) == (
        Count(of(programme, "samling-2"), 1, 2),
    )
    assert counts(programme, now, [], delivered) == ()


def test_no_report_waits_before_the_first_samling() -> None:
    assert waiting(
        programme_of("2026-09-10"), oslo("2026-01-01T12:00"), delivered=(), reflected=()
    ) == Waiting(samling=programme_of("2026-09-10").milestone[0])


def test_nothing_of_a_cancelled_samling_waits_also_where_its_report_was_begun() -> None:
    programme = cancelled(example(), "samling-2")
    third = of(programme, "samling-3")
    report = OpenReport(third, oslo("2027-04-07T23:59:59"), overdue=False)
    found = waiting(
        programme, oslo("2026-11-20T12:00"), delivered=(), reflected=(), begun={"samling-2"}
    )
    assert found == Waiting(reports=(report,), samling=third)
