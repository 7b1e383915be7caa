"""Lays out one party's report as an empty form, and as it may have been printed before."""

from handlers.flow.party import name_of
from handlers.flow.scene import Scene
from handlers.markup import plain
from handlers.papers.gather import clean, paper_language
from handlers.programme_file import Milestone, report_due, zone
from handlers.report.flow import asked_in
from handlers.report.template import texts
from handlers.report.template.blank import BlankForm, Field, every_question, fields_of, mark
from handlers.report.template.place import Printed
from handlers.tongue import Tongue, tongue

LANGUAGES = ("nb", "nn", "en")


def blank(scene: Scene, before: Milestone) -> BlankForm:
    """The form as it goes out, in the party's language, with its aims and measures in it."""
    programme, party = scene.programme, scene.draft.party
    t = tongue(paper_language(programme, party))
    title, *lead = _lines(scene, before, t)
    return BlankForm(
        title,
        tuple(lead),
        plain(texts.asked(t)),
        plain(texts.answered(t)),
        plain(texts.choose(t)),
        plain(texts.write_here(t)),
        plain(texts.kept_mark(t)),
        _fields(scene, t),
        mark(programme.id, party, before.id),
        t.language,
    )


def printed(scene: Scene, before: Milestone) -> tuple[Printed, ...]:
    """The form in every language that it may have come out in, the party's first."""
    own = paper_language(scene.programme, scene.draft.party)
    order = (own, *(one for one in LANGUAGES if one != own))
    return tuple(_printed(scene, before, tongue(one)) for one in order)


def _printed(scene: Scene, before: Milestone, t: Tongue) -> Printed:
    return Printed(
        _fields(scene, t),
        (plain(texts.choose(t)), plain(texts.write_here(t))),
        _lines(scene, before, t),
        (plain(texts.asked(t)), plain(texts.answered(t))),
    )


def _fields(scene: Scene, t: Tongue) -> tuple[Field, ...]:
    return fields_of(every_question(asked_in(scene, t), t), t)


def _lines(scene: Scene, before: Milestone, t: Tongue) -> tuple[str, ...]:
    """What stands above the questions, the title first."""
    programme = scene.programme
    who = name_of(scene.turn.unit, programme, scene.draft.party, t)
    deadline = report_due(programme, before)
    day = deadline.astimezone(zone(programme)).date() if deadline else None
    told = (
        texts.form_title(t, t.pick(before.title), who),
        texts.what_it_is(t),
        texts.what_happens(t),
        texts.what_not_to_write(t),
        *((texts.due(t, t.day(day, year=True)),) if day else ()),
    )
    return tuple(clean(plain(one)) for one in told)
