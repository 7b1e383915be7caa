"""The Excel file that goes out: an empty one to fill in, or the programme as it stands."""

import json
from datetime import datetime

from handlers import roster
from handlers.feature import Paper
from handlers.papers.book import EXCEL
from handlers.post import NAMES, address_of
from handlers.programme_file import load
from handlers.series import texts
from handlers.tongue import tongue
from handlers.workbook import write_workbook
from storage.unit import Unit

PAPER = "series-file"


def make(unit: Unit, arguments: str, _now: datetime) -> Paper | None:
    """Make the file for who asked for it; None if they lead nothing any more, or are gone.

    ``arguments`` is JSON: ``person``, and ``programme`` or "" for an empty one.
    """
    asked = json.loads(arguments)
    person = unit.people.find(asked["person"])
    to = address_of(unit, person) if person is not None else None
    if person is None or to is None:
        return None
    leads = [m.programme for m in unit.people.memberships(person.id) if m.role == "organiser"]
    row = unit.programmes.find(asked["programme"]) if asked["programme"] in leads else None
    if not leads or (asked["programme"] and row is None):
        return None
    programme = load(row.body) if row is not None else None
    t = tongue(person.language or (programme.language if programme else "nb"))
    if programme is None:
        content = write_workbook(t, None, [])
        return Paper(to, texts.template_name(t), EXCEL, content, texts.the_template(t), t.language)
    content = write_workbook(t, programme, roster.current(unit, programme.id))
    name, words = f"program-{programme.id}.xlsx", texts.the_file(t, t.pick(programme.name))
    return Paper(to, name, EXCEL, content, words, t.language, about=NAMES)
