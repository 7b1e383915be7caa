"""The template's contents: a believable programme in grey; questions and settings that stand."""

from collections.abc import Iterator
from functools import cache

from handlers.markup import plain
from handlers.tongue import Tongue
from handlers.workbook import example_texts as texts
from handlers.workbook.marks import Mark, mark
from handlers.workbook.plan import Path, Plan
from handlers.workbook.plans import PLANS
from handlers.workbook.scope import TONGUES
from handlers.workbook.sheets import Cells, cells_of, items_of, scope_of
from handlers.workbook.tables import Tables
from handlers.workbook.values import Listed

HEADINGS = 2  # rows at the top of a sheet: the headings, and a line of help
Place = tuple[Path, str]
_REAL = frozenset({"question", "settings"})
"""Sheets of the template that stand as they are until somebody changes them."""
_SIZE = (("teams", "size", key) for key in ("min", "max", "rule"))
_REAL_ROWS = {("language",), ("timezone",), ("teams",), ("subject_to_change",), *_SIZE}


def example(t: Tongue) -> tuple[Tables, tuple[Listed, ...]]:
    """What the template holds, in this language."""
    tables = _programme(t) | {
        "milestone": _milestones(t),
        "team": _teams(t),
        "contact": [
            {
                "role": plain(texts.project_leader(t)),
                "name": "Ingrid Solli",
                "reach": "ingrid.solli@kommune.example, 00 00 00 01",
                "about": plain(texts.about_all(t)),
            }
        ],
        "group": [{"name": plain(texts.steering_group(t)), "members": ["Kari Nordmann"]}],
    }
    return tables | _asked(t), _people(t)


def _programme(t: Tongue) -> Tables:
    return {
        "language": t.language,
        "timezone": "Europe/Oslo",
        "subject_to_change": True,
        "name": plain(texts.name(t)),
        "organisers": ["Havnes kommune"],
        "purpose": plain(texts.purpose(t)),
        "privacy": {
            "controller": "Havnes kommune",
            "contact": "personvern@kommune.example",
            "ground": plain(texts.ground(t)),
            "retention": plain(texts.retention(t)),
        },
        "teams": {
            "functions": [plain(one) for one in texts.functions(t)],
            "size": {"min": 3, "max": 7, "rule": "should"},
        },
    }


def _milestones(t: Tongue) -> list[Tables]:
    first: Tables = {
        "id": "1",
        "kind": "samling",
        "title": plain(texts.first(t)),
        "when": "2027-01-14T12:00/2027-01-15T13:00",
        "place": "Havnes",
        "mode": "physical",
        "themes": [plain(one) for one in texts.themes(t)],
        "homework": plain(texts.homework(t)),
        "agenda": [
            {"at": "2027-01-14T12:00/2027-01-14T13:00", "what": plain(texts.lunch(t))},
            {
                "at": "2027-01-14T13:00/2027-01-14T14:30",
                "what": plain(texts.welcome(t)),
                "who": "Ingrid Solli",
            },
        ],
    }
    second: Tables = {
        "id": "2",
        "kind": "samling",
        "title": plain(texts.second(t)),
        "when": "2027-05-11T09:00/2027-05-11T14:30",
        "mode": "digital",
        "link": "https://mote.kommune.example/nettverk",
    }
    third: Tables = {
        "id": "3", "kind": "samling", "title": plain(texts.third(t)), "when": "2027-10",
    }  # fmt: skip
    plan: Tables = {
        "id": "4", "kind": "frist", "title": plain(texts.local_plan(t)), "when": "2027-03-01",
    }  # fmt: skip
    return [first, plan, second, third]


def _teams(t: Tongue) -> list[Tables]:
    return [
        {
            "id": "1",
            "name": plain(texts.team_one(t)),
            "municipality": "Havnes",
            "contact": "Kari Nordmann",
            "deputy": "Ola Hansen",
            "telegram": True,
        },
        {
            "id": "2",
            "name": plain(texts.team_two(t)),
            "municipality": "Elvvik",
            "contact": "Anna Berg",
            "telegram": True,
        },
    ]


def _people(t: Tongue) -> tuple[Listed, ...]:
    manager, mentor = (plain(one) for one in texts.functions(t)[::2])
    return (
        Listed("Kari Nordmann", "participant", "1", "kari@kommune.example", manager, "contact"),
        Listed("Ola Hansen", "participant", "1", "ola@kommune.example", mentor, "deputy"),
        Listed("Anna Berg", "participant", "2", None, manager, "contact"),
        Listed("Jonas Lie", "facilitator", None, "jonas@kommune.example"),
    )


def _asked(t: Tongue) -> Tables:
    """What stands until it is changed; Mellom's own values, and the usual questions."""
    step: Tables = {}
    sign_up = {
        "days_before": 21,
        "ask_days_before": [14, 7, 2],
        "binding": False,
        "meals": ["lunch", "dinner"],
        "overnight": True,
    }
    return {
        "report": {
            "days_before": 7,
            "measures": True,
            "attachments": False,
            "question": _report_questions(t),
        },
        "reflection": {
            "open_days": 7,
            "anonymous": True,
            "question": [{"kind": "text", "ask": plain(texts.ask_takes(t))}],
        },
        "samling": {
            "hold_date": step,
            "sign_up": sign_up,
            "practicalities": {"before": "2 working days"},
            "presence": step,
            "thanks": {"after": "1 working day"},
        },
        "reminders": _reminders(),
    }


def _report_questions(t: Tongue) -> list[Tables]:
    return [
        {"kind": "text", "ask": plain(texts.ask_learnt(t))},
        {
            "kind": "choice",
            "ask": plain(texts.ask_anchored(t)),
            "options": [{"text": plain(text)} for text in texts.answers(t)],
        },
        {
            "kind": "scale",
            "ask": plain(texts.ask_far(t)),
            "optional": True,
            "min": 1,
            "max": 5,
            "labels": {"1": plain(texts.just_begun(t)), "5": plain(texts.all_the_way(t))},
        },
        {"kind": "yesno", "ask": plain(texts.ask_help(t)), "help": True},
    ]


def _reminders() -> Tables:
    from handlers.programme_file.schema import Reminders  # noqa: PLC0415

    found: Tables = Reminders().model_dump(mode="json", by_alias=True)
    return found


def as_example(plan: Plan, number: int, row: Cells) -> set[Place]:
    """The cells of a row that are as in the template's row of that number."""
    there = _by_row().get((plan.key, number), frozenset())
    return {(path, part) for path, part, said in mark(plan, row) if (path, part, said) in there}


@cache
def _by_row() -> dict[tuple[str, int], Mark]:
    """What stands in each row of the template's lists, in any language."""
    found: dict[tuple[str, int], Mark] = {}
    for t in TONGUES:
        tables, people = example(t)
        scope = scope_of(t, tables)
        for plan in PLANS:
            if plan.key not in _REAL and not plan.upright:
                items = items_of(plan, tables, people)
                for place, item in enumerate(items, HEADINGS + 1):
                    there = found.get((plan.key, place), frozenset())
                    found[plan.key, place] = there | mark(plan, cells_of(plan, item, scope))
    return found


@cache
def _examples() -> frozenset[tuple[str, Mark]]:
    """The rows of the template in every language that are not read while nobody touches them."""
    return frozenset(found for t in TONGUES for found in _marks(t))


def _marks(t: Tongue) -> Iterator[tuple[str, Mark]]:
    tables, people = example(t)
    scope = scope_of(t, tables)
    for plan in PLANS:
        if plan.key in _REAL:
            continue
        for item in [tables] if plan.upright else items_of(plan, tables, people):
            cells = cells_of(plan, item, scope)
            for row in _rows(plan, cells):
                yield plan.key, mark(plan, row)


def _rows(plan: Plan, cells: Cells) -> list[Cells]:
    """The rows of a sheet: of an upright one, a field each."""
    if not plan.upright:
        return [cells]
    fields = [field.path for field in plan.fields if field.path not in _REAL_ROWS]
    rows = [{place: value for place, value in cells.items() if place[0] == path} for path in fields]
    return [row for row in rows if row]


def is_example(plan: Plan, row: Cells) -> bool:
    """Whether a row is one of the template's examples, as it was; what stands has none."""
    return bool(row) and (plan.key, mark(plan, row)) in _examples()
