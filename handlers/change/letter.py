"""What one person is told of changes: only what changed, from what they knew to what stands."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, assert_never

from handlers.change import texts
from handlers.changed import Facts, News, moved_deadlines
from handlers.markup import Html, lines, paragraphs, safe
from handlers.programme_file import ProgrammeFile, first_day, milestone, takes
from handlers.tongue import Tongue
from storage.records import Membership

ASKED = ("participant", "facilitator")
"""Who is asked whether they come."""
Kind = Literal["new", "set", "moved", "cancelled", "held", "removed", "changed"]


def letter(t: Tongue, programme: ProgrammeFile, news: Sequence[News], today: date) -> Html:
    """All of it, a paragraph for each milestone; ``today`` is the programme's day."""
    return paragraphs(*(_paragraph(t, programme, one, today) for one in news))


def kind_of(was: Facts | None, now: Facts | None) -> Kind:
    """What happened to a milestone."""
    if now is None:
        return "removed"
    if now.cancelled:
        return "cancelled"
    if was is None:
        return "new"
    if was.cancelled:
        return "held"
    if was.when == now.when:
        return "changed"
    return "set" if first_day(was.when) is None and first_day(now.when) else "moved"


def _paragraph(t: Tongue, programme: ProgrammeFile, news: News, today: date) -> Html:
    was, now, kind = news.was, news.now, kind_of(news.was, news.now)
    known = now or was
    assert known is not None  # noqa: S101 - there is something to tell
    head = _head(t, programme, news, kind, t.pick(known.title))
    match kind:
        case "cancelled":
            return lines(head, _was_to_be(t, was), _no_report(t, was, news.member))
        case "removed":
            return lines(head, _was_to_be(t, was))
        case "new" | "set" | "held":
            assert now is not None  # noqa: S101 - it stands
            return lines(
                head, _whole(t, now, news.member, today), _own_words(t, programme, news, kind)
            )
        case "moved" | "changed":
            assert was is not None  # noqa: S101 - it stood
            assert now is not None  # noqa: S101 - and stands
            return lines(head, _differences(t, was, now, news.member, today))
        case _:
            assert_never(kind)


def _head(t: Tongue, programme: ProgrammeFile, news: News, kind: Kind, title: str) -> Html:
    match kind:
        case "new":
            return texts.new(t, title)
        case "set":
            held = _is_held(programme, news)
            return texts.hold_the_date(t, title) if held else texts.date_is_set(t, title)
        case "moved":
            return texts.moved(t, title)
        case "cancelled":
            return texts.cancelled(t, title)
        case "held":
            return texts.held_after_all(t, title)
        case "removed":
            return texts.taken_out(t, title)
        case "changed":
            return texts.changed(t, title)
        case _:
            assert_never(kind)


def _is_held(programme: ProgrammeFile, news: News) -> bool:
    one = milestone(programme, news.milestone)
    return one is not None and takes(programme, one, "hold_date")


def _own_words(t: Tongue, programme: ProgrammeFile, news: News, kind: Kind) -> Html:
    """With a date to hold: the programme's own words, or what to do with it at work."""
    if kind != "set" or not _is_held(programme, news):
        return Html("")
    step = programme.samling.hold_date if programme.samling else None
    return safe(t.pick(step.text)) if step and step.text else texts.for_the_shift_plan(t)


def _was_to_be(t: Tongue, was: Facts | None) -> Html:
    known = was is not None and first_day(was.when) is not None
    return texts.was_to_be(t, t.when(was.when, year=True)) if was and known else Html("")


def _no_report(t: Tongue, was: Facts | None, member: Membership) -> Html:
    """The report before it is owed no more; an organiser or an observer owes none."""
    owed = was is not None and was.report_by is not None and member.role in ASKED
    return texts.no_report(t) if owed else Html("")


def _whole(t: Tongue, now: Facts, member: Membership, today: date) -> Html:
    """Everything that people need of what they did not know."""
    return lines(
        t.when(now.when, year=True),
        texts.place(t, t.pick(now.place)) if now.place else "",
        texts.how(t, texts.mode(t, now.mode)) if now.mode else "",
        texts.to_the_meeting(t, now.link) if now.link else "",
        _report_by(t, now, today),
        _sign_up(t, now, member, today),
    )


def _differences(t: Tongue, was: Facts, now: Facts, member: Membership, today: date) -> Html:
    moved = was.when != now.when
    return lines(
        texts.before(t, t.when(was.when, year=True)) if moved else "",
        texts.now(t, t.when(now.when, year=True)) if moved else "",
        _place(t, was, now),
        _mode(t, was, now),
        _link(t, was, now),
        _report(t, was, now, today),
        _sign_up(t, now, member, today) if "sign_up" in moved_deadlines(was, now) else "",
    )


def _place(t: Tongue, was: Facts, now: Facts) -> Html:
    if was.place == now.place:
        return Html("")
    old = t.pick(was.place) if was.place else ""
    if now.place is None:
        return texts.no_place(t, old)
    new = t.pick(now.place)
    return texts.new_place(t, new, old) if old else texts.place(t, new)


def _mode(t: Tongue, was: Facts, now: Facts) -> Html:
    if was.mode == now.mode or now.mode is None:
        return Html("")
    new = texts.mode(t, now.mode)
    return texts.new_mode(t, new, texts.mode(t, was.mode)) if was.mode else texts.how(t, new)


def _link(t: Tongue, was: Facts, now: Facts) -> Html:
    if was.link == now.link:
        return Html("")
    if now.link is None:
        return texts.no_link(t)
    return texts.new_link(t, now.link) if was.link else texts.to_the_meeting(t, now.link)


def _report_by(t: Tongue, now: Facts, today: date) -> Html:
    if now.report_by is None or now.report_by < today:
        return Html("")
    return texts.report_by(t, t.day(now.report_by, year=True))


def _report(t: Tongue, was: Facts, now: Facts, today: date) -> Html:
    if was.report_by in (None, now.report_by) or now.report_by is None or now.report_by < today:
        return Html("")
    assert was.report_by is not None  # noqa: S101 - there was one
    old, new = t.day(was.report_by, year=True), t.day(now.report_by, year=True)
    return texts.report_now_by(t, new, old)


def _sign_up(t: Tongue, now: Facts, member: Membership, today: date) -> Html:
    """Until when to say who comes; organisers are not asked."""
    if member.role not in ASKED or now.sign_up_by is None or now.sign_up_by < today:
        return Html("")
    return texts.sign_up_by(t, t.day(now.sign_up_by, year=True))
