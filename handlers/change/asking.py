"""The questions of a change: what is changed, to what, and the deadlines that it leaves behind."""

from datetime import date

from handlers.change import form_texts as texts
from handlers.change.proposal import (
    CANCEL,
    HOLD,
    LINK,
    MODE,
    PLACE,
    REPORT_BY,
    SIGN_UP_BY,
    WHAT,
    WHEN,
    proposed,
)
from handlers.change.readers import Deadline, Kept, Place, Span, link
from handlers.changed import left_behind
from handlers.flow import readers
from handlers.flow.form import Option, Question
from handlers.markup import Html, lines, plain, safe
from handlers.programme_file import (
    ProgrammeFile,
    first_day,
    milestone,
    reports_due,
    sign_up_due,
)
from handlers.timeline import is_over
from handlers.tongue import Tongue

_LONGEST_PLACE = 200


def what(t: Tongue, place: Place) -> Question:
    one = place.stands
    options = tuple(Option(key, plain(text)) for key, text in _choices(t, place))
    return Question(WHAT, texts.what(t, t.pick(one.title)), readers.choice(options), options)


def _choices(t: Tongue, place: Place) -> list[tuple[str, Html]]:
    one, programme = place.stands, place.programme
    if one.cancelled and is_over(programme, one, place.now):
        return [(HOLD, texts.is_held(t))]
    if one.cancelled:
        return [(HOLD, texts.is_held(t)), (WHEN, texts.date_and_time(t))]
    found = [(WHEN, texts.date_and_time(t))]
    if one.kind != "frist":
        found += [(PLACE, texts.the_place(t)), (MODE, texts.the_mode(t)), (LINK, texts.the_link(t))]
    if _last_day(place) is not None and any(
        owed.id == one.id for owed, _ in reports_due(programme)
    ):
        found.append(("report", texts.report_deadline(t)))
    if _last_day(place) is not None and sign_up_due(programme, one) is not None:
        found.append(("signup", texts.sign_up_deadline(t)))
    return [*found, (CANCEL, texts.is_cancelled(t))]


def _last_day(place: Place) -> date | None:
    """The first day, before which a deadline must lie; None where no day is left for one."""
    day = first_day(place.stands.when)
    return day if day is not None and day > place.today else None


def details(t: Tongue, place: Place) -> list[Question]:
    """What is asked of that which is changed."""
    one = place.stands
    match place.answers.get(WHAT):
        case "when":
            return [_when(t, place)]
        case "hold" if is_over(place.programme, one, place.now):
            return [_when(t, place)]
        case "place":
            return [_place(t, place)]
        case "mode":
            return _mode(t, place)
        case "link":
            now = texts.as_it_is(t, safe(one.link)) if one.link else Html("")
            return [Question(LINK, texts.link(t), Kept(place, LINK, link), hint=now)]
        case "report":
            return _deadline(t, place, REPORT_BY, texts.report_by(t), _last_day(place))
        case "signup":
            return _deadline(t, place, SIGN_UP_BY, texts.sign_up_by(t), _last_day(place))
        case _:
            return []


def _when(t: Tongue, place: Place) -> Question:
    """When it is to be; what is cancelled is held another day where its own has passed."""
    one, read = place.stands, Span(place)
    now = texts.as_it_is(t, t.when(one.when, year=True))
    hint = lines(now, read.hint(t))
    return Question(WHEN, texts.when(t, t.pick(one.title)), read, hint=hint)


def _place(t: Tongue, place: Place, *, optional: bool = False) -> Question:
    one = place.stands
    hint = texts.as_it_is(t, safe(t.pick(one.place))) if one.place else None
    read = Kept(place, PLACE, readers.text(_LONGEST_PLACE))
    asked = texts.where(t, t.pick(one.title))
    return Question(PLACE, asked, read, hint=hint, optional=optional)


def _mode(t: Tongue, place: Place) -> list[Question]:
    """How people take part, and with it where, or the link, where that is missing."""
    one = place.stands
    options = (
        Option("physical", plain(texts.in_person(t))),
        Option("digital", plain(texts.online(t))),
        Option("hybrid", plain(texts.both(t))),
    )
    read = Kept(place, MODE, readers.choice(options))
    found = [Question(MODE, texts.how(t, t.pick(one.title)), read, options)]
    chosen = place.answers.get(MODE)
    if chosen in ("physical", "hybrid") and one.place is None:
        found.append(_place(t, place, optional=True))
    if chosen in ("digital", "hybrid") and one.link is None:
        found.append(Question(LINK, texts.link(t), Kept(place, LINK, link), optional=True))
    return found


def new_deadlines(t: Tongue, place: Place, after: ProgrammeFile) -> list[Question]:
    """New deadlines, where the ones that follow from the date have passed.

    An answered one is no longer left behind, and is asked all the same: the form's questions do not
    go when they are answered.
    """
    moved = milestone(after, place.milestone)
    before = first_day(moved.when) if moved else None
    others = {key: said for key, said in place.answers.items() if key in (WHAT, WHEN)}
    bare = proposed(place.programme, place.milestone, others)
    found: list[Question] = []
    for one in left_behind(place.programme, bare, place.now):
        if one.deadline == "report":
            found += _deadline(t, place, REPORT_BY, texts.report_is_past(t), before)
        else:
            found += _deadline(t, place, SIGN_UP_BY, texts.sign_up_is_past(t), before)
    return found


def _deadline(
    t: Tongue, place: Place, key: str, asked: Html, before: date | None
) -> list[Question]:
    """No question where no day is left between today and the first day."""
    if before is None or before <= place.today:
        return []
    read = Deadline(place, key, before)
    return [Question(key, asked, read, hint=read.hint(t))]
