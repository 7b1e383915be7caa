"""From the sheets of a workbook to the tables of a programme file, and the people beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from handlers.programme_file import Refused
from handlers.programme_file.phrases import phrase
from handlers.programme_file.places import Loc
from handlers.workbook import fault_texts as texts
from handlers.workbook.findings import Findings, Line
from handlers.workbook.ids import give_ids, made_of, twins
from handlers.workbook.load import Grid
from handlers.workbook.milestone_plan import AGENDA, MILESTONES
from handlers.workbook.people import PEOPLE as THE_PEOPLE
from handlers.workbook.people_plan import CONTACTS, GROUPS, PEOPLE, TEAMS
from handlers.workbook.plan import Path, Plan, at, put
from handlers.workbook.programme_plan import PROGRAMME
from handlers.workbook.question_plan import QUESTIONS
from handlers.workbook.rows import Said, item_of, lines_of, read_field, settings_of
from handlers.workbook.scope import TONGUES, Scope
from handlers.workbook.settings_plan import SETTINGS
from handlers.workbook.sheets import Cells, names_of
from handlers.workbook.tables import Tables

Sheets = Mapping[str, tuple[int, Grid]]
"""The sheets that are there by key, each with its place in the workbook."""

_LONGEST_ID, _LONGEST_KEY = 40, 24


@dataclass(slots=True)
class Gathered:
    """What all the sheets say, as far as each could be read."""

    tables: Tables = field(default_factory=lambda: {"schema": 1})
    people: list[tuple[Line, Tables]] = field(default_factory=list)
    off: set[Path] = field(default_factory=set)
    """What is switched off: what else is said of it does not count."""


def gather(sheets: Sheets, found: Findings) -> Gathered:
    """Read every sheet; what cannot be read is in ``found``."""
    all_of = Gathered()
    cells = _cells(PROGRAMME, sheets, found)
    scope = Scope(TONGUES[0], _language(cells))
    _take_settings(PROGRAMME, cells, scope, all_of, found)
    own = scope.language
    made = made_of(all_of.tables.get("name"), own, _LONGEST_ID)
    all_of.tables.setdefault("id", made or PROGRAMME.key)
    teams = _items(TEAMS, sheets, scope, found)
    _blame_twins(teams, "team", "name", own, found)
    give_ids(teams, "id", "name", _LONGEST_ID, own)
    scope = replace(scope, names={"team": names_of(teams, "team")})
    milestones = _items(MILESTONES, sheets, scope, found)
    _blame_twins(milestones, "milestone", "title", own, found)
    give_ids(milestones, "id", "title", _LONGEST_ID, own)
    scope = replace(scope, names={**scope.names, "milestone": names_of(milestones, "milestone")})
    contacts, groups = (_items(plan, sheets, scope, found) for plan in (CONTACTS, GROUPS))
    lists = {"team": teams, "milestone": milestones, "contact": contacts, "group": groups}
    all_of.tables |= {key: items for key, items in lists.items() if items}
    _take_agenda(milestones, sheets, scope, found)
    _take_settings(SETTINGS, _cells(SETTINGS, sheets, found), scope, all_of, found)
    _take_questions(all_of, sheets, scope, found)
    all_of.people = [
        (said[0], item_of(PEOPLE, said, (THE_PEOPLE, number), scope, found))
        for number, said in enumerate(_lines(PEOPLE, sheets, found))
    ]
    return all_of


def _cells(plan: Plan, sheets: Sheets, found: Findings) -> Cells:
    if plan.key not in sheets:
        return {}
    order, grid = sheets[plan.key]
    return settings_of(plan, grid, order, found)


def _lines(plan: Plan, sheets: Sheets, found: Findings) -> list[Said]:
    if plan.key not in sheets:
        return []
    order, grid = sheets[plan.key]
    return list(lines_of(plan, grid, order, found))


def _language(cells: Cells) -> str:
    """The programme's own, by which all other texts are read."""
    plain = next(one for one in PROGRAMME.fields if one.path == ("language",))
    try:
        return str(read_field(plain, cells, Scope(TONGUES[0])) or "nb")
    except Refused:
        return "nb"


def _items(plan: Plan, sheets: Sheets, scope: Scope, found: Findings) -> list[Tables]:
    return [
        item_of(plan, said, (plan.key, number), scope, found)
        for number, said in enumerate(_lines(plan, sheets, found))
    ]


def _blame_twins(items: list[Tables], key: str, title: str, own: str, found: Findings) -> None:
    for number, first in twins(items, title, own):
        row = found.lines[key, first].spot.row
        found.blame(found.lines[key, number].under((title,)), phrase(texts.same_name, row))


def _take_settings(
    plan: Plan, cells: Cells, scope: Scope, all_of: Gathered, found: Findings
) -> None:
    """Read an upright sheet; a switch makes a table, or takes it away with all that is in it."""
    switches: list[tuple[Path, object]] = []
    for one in plan.fields:
        try:
            value = read_field(one, cells, scope)
        except Refused as refused:
            # Of a switch that cannot be read, what hangs on it is looked at all the same.
            loc = None if one.switch else one.path
            found.blame(found.settings[one.path], refused.phrase, loc)
            continue
        if one.switch:
            switches.append((one.path, value))
        elif value is not None:
            put(all_of.tables, one.path, value)
    for path, value in switches:
        _switch(path, value, all_of)


def _switch(path: Path, value: object, all_of: Gathered) -> None:
    outer, tables = path[:-1], all_of.tables
    if value is True and at(tables, path) is None:
        put(tables, path, {})
    if value is False:
        all_of.off.add(path)
        if outer == ("samling",):
            put(tables, path, value)  # written as a no, so that the table is there
        elif isinstance(inner := at(tables, outer), dict):
            inner.pop(path[-1], None)


def _take_agenda(milestones: list[Tables], sheets: Sheets, scope: Scope, found: Findings) -> None:
    """Give each milestone its points, in the order of the sheet."""
    places = {item["id"]: number for number, item in enumerate(milestones)}
    for line, cells in _lines(AGENDA, sheets, found):
        loc = (AGENDA.key, line.spot.row)
        item = item_of(AGENDA, (line, cells), loc, scope, found)
        number = places.get(item.pop("milestone", None))
        if number is None:
            _blame_blank(line, ("milestone",), loc, found)
            continue
        points = milestones[number].setdefault("agenda", [])
        _move(found, loc, ("milestone", number, "agenda", len(points)))
        points.append(item)


def _take_questions(all_of: Gathered, sheets: Sheets, scope: Scope, found: Findings) -> None:
    """Put each question into the report or the reflection, unless that is switched off."""
    forms: dict[str, list[Tables]] = {"report": [], "reflection": []}
    for line, cells in _lines(QUESTIONS, sheets, found):
        loc = (QUESTIONS.key, line.spot.row)
        item = item_of(QUESTIONS, (line, cells), loc, scope, found)
        form = item.pop("form", None)
        if form is None:
            _blame_blank(line, ("form",), loc, found)
        elif (form,) not in all_of.off:
            _move(found, loc, (form, "question", len(forms[form])))
            forms[form].append(item)
    for form, questions in forms.items():
        give_ids(questions, "key", "ask", _LONGEST_KEY, scope.language)
        if questions:
            put(all_of.tables, (form, "question"), questions)


def _blame_blank(line: Line, path: Path, loc: Loc, found: Findings) -> None:
    """Say that a row names nothing, unless what it names could not be read."""
    if not found.is_blamed((*loc, *path)):
        found.blame(line.under(path), phrase(texts.empty))


def _move(found: Findings, old: Loc, new: Loc) -> None:
    """A row stands in another table of the file than in the workbook."""
    found.lines[new] = found.lines.pop(old)
    found.blamed |= {(*new, *loc[len(old) :]) for loc in found.blamed if loc[: len(old)] == old}
