"""Who comes, as an Excel file: the numbers first, then the names of those who have answered."""

import json
import re
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.attendance import count, count_texts, samling, texts
from handlers.attendance.overview import counted, known, name_of, sight_of
from handlers.feature import Paper
from handlers.markup import plain
from handlers.papers.book import EXCEL, Book, Sheet
from handlers.post import NAMES, address_of
from handlers.programme_file import Milestone, ProgrammeFile, load, takes
from handlers.tongue import Tongue, tongue
from storage.records import Membership
from storage.unit import Unit

_NO_NAME_OF_A_SHEET = re.compile(r"[\[\]:*?/\\']")
_LONGEST = 31  # letters of a sheet's name
Cells = list[str | int]


def make(unit: Unit, arguments: str, now: datetime) -> Paper | None:
    """Make the file for the organiser who asked; None if they are none any more, or gone.

    ``arguments`` is JSON: ``person`` and ``programme``. Names are for whom they must be: who
    orders meals and beds.
    """
    asked = json.loads(arguments)
    person, row = unit.people.find(asked["person"]), unit.programmes.find(asked["programme"])
    if person is None or row is None:
        return None
    sight, to = sight_of(unit.people.memberships(person.id), row.id), address_of(unit, person)
    if sight is None or not sight.organises or to is None:
        return None
    programme = load(row.body)
    t = tongue(person.language or programme.language)
    content = workbook(unit, t, programme, now)
    text = count_texts.the_list(t, t.pick(programme.name))
    return Paper(to, f"{programme.id}.xlsx", EXCEL, content, text, t.language, about=NAMES)


def workbook(unit: Unit, t: Tongue, programme: ProgrammeFile, now: datetime) -> bytes:
    """The file's bytes; the same answers at the same instant give the same."""
    found = [(one, known(unit, programme, one)) for one in counted(programme)]
    title = plain(count_texts.title(t, t.pick(programme.name)))
    book = Book(t, title, now)
    front = book.sheet(plain(count_texts.overview(t)), [30, *[14] * 7])
    front.row([title], "title")
    made = t.moment(now.astimezone(ZoneInfo(programme.timezone)), year=True)
    front.row([plain(count_texts.made(t, made))], "line")
    for one, answers in found:
        _numbers(t, front, programme, one, answers)
    names = {person.id: person.name or "–" for person in unit.people.of_programme(programme.id)}
    for place, (one, answers) in enumerate(found, 1):
        page = book.sheet(_sheet_name(place, t.pick(one.title)), [28, 28, 24, 34, 10, 10, 16, 12])
        _names(t, page, programme, one, answers, names)
    return book.closed()


def _numbers(
    t: Tongue, page: Sheet, programme: ProgrammeFile, one: Milestone, answers: count.Answers
) -> None:
    page.gap()
    page.row([t.pick(one.title)], "heading")
    page.row([plain(t.when(one.when, year=True))], "line")
    page.row([plain(head) for head in count_texts.heads(t)], "head")
    for group in count.groups(programme, one, answers):
        page.row(_counted(t, programme, group))
    if takes(programme, one, "sign_up"):
        page.gap()
        page.row([plain(head) for head in count_texts.day_heads(t)], "head")
        for day in count.day_by_day(programme, one, answers.sign_ups.values()):
            numbers = (day.people, day.lunch, day.dinner, day.night)
            page.row([t.day(day.day, year=True), *("" if n is None else n for n in numbers)])


def _counted(t: Tongue, programme: ProgrammeFile, group: count.Group) -> Cells:
    name = name_of(t, programme, group.id)
    if not group.telegram:
        return [name, plain(count_texts.without_telegram(t)), *[""] * 6]
    return [
        name,
        group.coming,
        group.away,
        group.substitutes,
        group.unsure,
        group.unanswered,
        group.unreached,
        group.here,
    ]


def _names(  # noqa: PLR0913 - what, of what, for whom
    t: Tongue,
    page: Sheet,
    programme: ProgrammeFile,
    one: Milestone,
    answers: count.Answers,
    names: dict[str, str],
) -> None:
    page.row([t.pick(one.title)], "heading")
    page.row([plain(count_texts.only_who_answered(t))], "line")
    page.gap()
    first = page.height
    page.row([plain(head) for head in count_texts.name_heads(t)], "head")
    found = [_named(t, programme, member, answers, names) for member in answers.members]
    for cells in sorted(cells for cells in found if cells):
        page.row(cells)
    page.filtered(first, len(count_texts.name_heads(t)))


def _named(
    t: Tongue,
    programme: ProgrammeFile,
    member: Membership,
    answers: count.Answers,
    names: dict[str, str],
) -> Cells:
    """Somebody's row; empty for who has said nothing, since nobody is named as late."""
    up, was_there = answers.sign_ups.get(member.person), member.person in answers.here
    if up is None and not was_there:
        return []
    days = [t.day(samling.read_day(day)) for day in up.days.split(",") if day] if up else []
    return [
        name_of(t, programme, count.group_of(programme, member)),
        names.get(member.person, "–"),
        plain(texts.answer(t, up.answer)) if up else "",
        ", ".join(days),
        *(_said(t, said) for said in ((up.lunch, up.dinner, up.overnight) if up else (None,) * 3)),
        plain(count_texts.yes(t)) if was_there else "",
    ]


def _said(t: Tongue, yes: bool | None) -> str:  # noqa: FBT001 - a value, not a switch
    if yes is None:
        return ""
    return plain(count_texts.yes(t) if yes else count_texts.no(t))


def _sheet_name(place: int, title: str) -> str:
    """Short, without what Excel refuses, and told apart by its number."""
    return f"{place}. {_NO_NAME_OF_A_SHEET.sub(' ', title)}"[:_LONGEST].rstrip()
