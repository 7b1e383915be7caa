"""A programme as it reads on a phone: what comes next in full, the rest on a line each."""

from collections.abc import Mapping
from datetime import datetime

from handlers.agenda import agenda as agenda_of
from handlers.markup import Html, bold, joined, lines, paragraphs, safe
from handlers.programme import texts
from handlers.programme_file import Milestone, ProgrammeFile
from handlers.programme_file.schema import Contact
from handlers.timeline import coming, in_time, is_over
from handlers.tongue import Tongue
from handlers.when import Month

Text = str | Mapping[str, str]


def short(t: Tongue, programme: ProgrammeFile, now: datetime) -> Html:
    """The programme with what comes next in full, and a line for each of the others."""
    ahead = coming(programme, now)
    others = [one for one in in_time(programme) if one is not ahead]
    heading = texts.the_rest(t) if ahead else texts.all_dates(t)
    listed = lines(heading, *(_line(t, programme, one, now) for one in others))
    return paragraphs(
        _head(t, programme),
        _ahead(t, programme, ahead, now) if ahead else "",
        listed if others else "",
        "" if programme.milestone else texts.nothing_yet(t),
        _contacts(t, programme),
    )


def whole(t: Tongue, programme: ProgrammeFile, now: datetime) -> Html:
    """Everything, each milestone in full and by time; what comes next is marked in words."""
    ahead = coming(programme, now)
    return paragraphs(
        _head(t, programme),
        safe(t.pick(programme.purpose)) if programme.purpose else "",
        safe(t.pick(programme.note)) if programme.note else "",
        *(
            _full(
                t,
                one,
                _title(t, programme, one, ahead, now),
                agenda=one is ahead,
                past=is_over(programme, one, now),
            )
            for one in in_time(programme)
        ),
        "" if programme.milestone else texts.nothing_yet(t),
        _contacts(t, programme),
    )


def is_shortened(t: Tongue, programme: ProgrammeFile, now: datetime) -> bool:
    """Whether the whole says more than the short form."""
    return len(whole(t, programme, now)) > len(short(t, programme, now))


def _ahead(t: Tongue, programme: ProgrammeFile, ahead: Milestone, now: datetime) -> Html:
    """What comes next in full, and what to do until then if that is a samling."""
    given = [one for one in in_time(programme) if one.kind == "samling" and one.homework]
    past = [one for one in given if is_over(programme, one, now)]
    todo = past[-1].homework if past and ahead.kind == "samling" else None
    full = _full(t, ahead, texts.coming(t, t.pick(ahead.title)), agenda=True)
    return lines(full, texts.until_then(t, t.pick(todo)) if todo else "")


def _head(t: Tongue, programme: ProgrammeFile) -> Html:
    organisers = t.listed([t.pick(one) for one in programme.organisers])
    return lines(
        bold(t.pick(programme.name)),
        texts.organisers(t, organisers) if programme.organisers else "",
        texts.subject_to_change(t) if programme.subject_to_change else "",
    )


def _line(t: Tongue, programme: ProgrammeFile, one: Milestone, now: datetime) -> Html:
    """Such as «• Mentorrollen: onsdag 14. april 2027 kl. 12.00 – …, Tromsø»."""
    past = is_over(programme, one, now)
    about = [_when(t, one, past=past), t.pick(one.place) if one.place else ""]
    name = joined(" ", ("•", _named(t, one), f"({texts.over(t)})" if past else ""))
    return joined(": ", (name, joined(", ", about)))


def _when(t: Tongue, one: Milestone, *, past: bool) -> Html:
    """The time in words; of a month that has passed no date is to come."""
    match one.when:
        case Month(year, month) if past:
            return safe(t.month(year, month))
        case when:
            return t.when(when, year=True)


def _named(t: Tongue, one: Milestone) -> Html:
    """The title; what is no samling also says what it is."""
    title = safe(t.pick(one.title))
    return title if one.kind == "samling" else joined(", ", (title, texts.kind(t, one.kind)))


def _title(
    t: Tongue, programme: ProgrammeFile, one: Milestone, ahead: Milestone | None, now: datetime
) -> Html:
    if one is ahead:
        return texts.coming(t, t.pick(one.title))
    title = bold(_named(t, one))
    past = is_over(programme, one, now)
    return joined(" ", (title, f"({texts.over(t)})" if past else ""))


def _full(t: Tongue, one: Milestone, title: Html, *, agenda: bool, past: bool = False) -> Html:
    where = [t.pick(one.place) if one.place else "", texts.mode(t, one.mode) if one.mode else ""]
    return lines(
        title,
        _when(t, one, past=past),
        joined(", ", where),
        texts.meeting_link(t, one.link) if one.link else "",
        texts.themes(t, _several(t, one.themes)) if one.themes else "",
        texts.homework(t, t.pick(one.homework)) if one.homework else "",
        texts.materials(t, _several(t, one.materials)) if one.materials else "",
        texts.responsible(t, _several(t, one.responsible)) if one.responsible else "",
        safe(t.pick(one.note)) if one.note else "",
        agenda_of(t, one) if agenda else "",
    )


def _several(t: Tongue, names: tuple[Text, ...]) -> Html:
    """Themes may hold commas and an «and» of their own, so a mark stands between them."""
    return joined(" · ", (t.pick(one) for one in names))


def _contacts(t: Tongue, programme: ProgrammeFile) -> Html:
    reachable = [_contact(t, one) for one in programme.contact]
    return lines(texts.contacts(t), *reachable) if reachable else Html("")


def _contact(t: Tongue, one: Contact) -> Html:
    reach = t.pick(one.reach) if one.reach else ""
    who = joined(", ", (one.name or "", t.pick(one.role), reach))
    told = texts.asked_about(t, who, t.pick(one.about)) if one.about else who
    return joined(" ", ("•", told))
