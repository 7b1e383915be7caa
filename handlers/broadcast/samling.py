"""The programme of a samling as plain text, ready to be sent to everybody."""

from handlers.agenda import agenda
from handlers.broadcast import texts
from handlers.markup import Html, joined, lines, paragraphs, plain, safe, utf16_length
from handlers.programme_file import Milestone, ProgrammeFile, first_day, samlinger
from handlers.tongue import Tongue


def programme_of(t: Tongue, programme: ProgrammeFile, one: Milestone, room: int) -> str:
    """Title, time, place, link, homework and agenda; the agenda goes where there is no room.

    Of what is cancelled only what it was, and when. ``room`` is in UTF-16 units. The text holds no
    markup.
    """
    if one.cancelled:
        return plain(_cancelled(t, one))
    head = paragraphs(_facts(t, programme, one), _homework(t, programme, one))
    if not one.agenda:
        return plain(head)
    whole = plain(paragraphs(head, agenda(t, one)))
    if utf16_length(whole) <= room:
        return whole
    return plain(paragraphs(head, texts.agenda_elsewhere(t)))


def _cancelled(t: Tongue, one: Milestone) -> Html:
    is_known = first_day(one.when) is not None
    when = texts.samling_when(t, t.when(one.when, year=True)) if is_known else ""
    return lines(texts.samling_cancelled(t, t.pick(one.title)), when)


def _facts(t: Tongue, programme: ProgrammeFile, one: Milestone) -> Html:
    place = t.pick(one.place) if one.place else ""
    mode = texts.samling_mode(t, one.mode) if one.mode else ""
    where = joined(", ", (place, mode))
    return lines(
        safe(t.pick(one.title)),
        texts.samling_when(t, t.when(one.when, year=True)),
        texts.samling_where(t, where) if where else "",
        texts.samling_link(t, one.link) if one.link else "",
        safe(t.pick(one.note)) if one.note else "",
        texts.subject_to_change(t) if programme.subject_to_change else "",
    )


def _homework(t: Tongue, programme: ProgrammeFile, one: Milestone) -> Html:
    """What is to be done before it (given by the one before), and what it gives to do."""
    row = [samling for samling in samlinger(programme) if samling is one or not samling.cancelled]
    place = row.index(one) if one in row else 0
    given = row[place - 1].homework if place else None
    return lines(
        texts.homework_before(t, t.pick(given)) if given else "",
        texts.homework_after(t, t.pick(one.homework)) if one.homework else "",
    )
