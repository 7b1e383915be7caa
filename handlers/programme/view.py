"""A programme as it reads on a phone: what comes next in full, the rest on a line each."""

from collections.abc import Mapping
from datetime import datetime

from handlers.agenda import agenda as agenda_of
from handlers.markup import Html, bold, joined, lines, paragraphs, safe
from handlers.programme import line, texts
from handlers.programme_file import Milestone, ProgrammeFile
from handlers.programme_file.schema import Contact
from handlers.timeline import coming, in_time, is_over
from handlers.tongue import Tongue

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
        *(_full(t, programme, one, now, is_ahead=one is ahead) for one in in_time(programme)),
        "" if programme.milestone else texts.nothing_yet(t),
        _contacts(t, programme),
    )


def is_shortened(t: Tongue, programme: ProgrammeFile, now: datetime) -> bool:
    """Whether the whole says more than the short form."""
    return len(whole(t, programme, now)) > len(short(t, programme, now))


def _ahead(t: Tongue, programme: ProgrammeFile, ahead: Milestone, now: datetime) -> Html:
    """What comes next in full, and what to do until then if that is a samling."""
    given = [one for one in in_time(programme) if one.kind == "samling" and one.homework]
    past = [one for one in given if is_over(programme, one, now) and not one.cancelled]
    todo = past[-1].homework if past and ahead.kind == "samling" else None
    full = _full(t, programme, ahead, now, is_ahead=True)
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
    place = t.pick(one.place) if one.place and not one.cancelled else ""
    about = (line.when(t, programme, one, now), place, line.sign_up(t, programme, one, now))
    name = joined(" ", ("•", line.named(t, one), line.state(t, programme, one, now)))
    return joined(": ", (name, joined(", ", about)))


def _title(t: Tongue, programme: ProgrammeFile, one: Milestone, now: datetime) -> Html:
    return joined(" ", (bold(line.named(t, one)), line.state(t, programme, one, now)))


def _full(
    t: Tongue, programme: ProgrammeFile, one: Milestone, now: datetime, *, is_ahead: bool
) -> Html:
    title = texts.coming(t, t.pick(one.title)) if is_ahead else _title(t, programme, one, now)
    when = line.when(t, programme, one, now)
    if one.cancelled:
        return lines(title, when)
    where = [t.pick(one.place) if one.place else "", texts.mode(t, one.mode) if one.mode else ""]
    return lines(
        title,
        when,
        joined(", ", where),
        line.sign_up(t, programme, one, now),
        _concerns(t, programme, one),
        texts.meeting_link(t, one.link) if one.link else "",
        texts.themes(t, _several(t, one.themes)) if one.themes else "",
        texts.homework(t, t.pick(one.homework)) if one.homework else "",
        texts.materials(t, _several(t, one.materials)) if one.materials else "",
        texts.responsible(t, _several(t, one.responsible)) if one.responsible else "",
        safe(t.pick(one.note)) if one.note else "",
        agenda_of(t, one) if is_ahead else "",
    )


def _concerns(t: Tongue, programme: ProgrammeFile, one: Milestone) -> Html:
    """Whom it is for, where it is not for everybody."""
    wanted = one.concerns
    if wanted is None:
        return Html("")
    teams = [t.pick(team.name) for team in programme.team if team.id in wanted.teams]
    whom = _several(t, (*teams, *wanted.functions))
    return texts.concerns(t, whom) if whom else Html("")


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
