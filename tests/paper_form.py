"""A Word form in the hands of people: filled in as Word does it, or as any other program may."""

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from handlers.flow import readers
from handlers.flow.form import Option, Question
from handlers.markup import Html
from handlers.report.template.blank import Asked, BlankForm, Field, fields_of, mark
from handlers.report.template.make import as_form
from handlers.report.template.place import Printed
from handlers.tongue import Tongue

MARK = mark("trygg-oppstart", "team:trygg-oppstart/havnes-1", "samling-2")
STATES = (
    Option("slow", "går tregt"),
    Option("under-way", "i gang"),
    Option("done", "ferdig"),
    Option("same", "som sist", "i gang (som sist)"),
)
HINDER = (Option("tid", "Tid"), Option("turnus", "Turnus og vakter"), Option("annet", "Noe annet"))


def questions() -> tuple[Question, ...]:
    """One of every kind that a report has."""
    return (
        Question("-m1", Html("Ringe alle nytilsatte"), readers.choice(STATES), STATES),
        Question("-m2", Html("Ringe alle"), readers.choice(STATES), STATES),
        Question("laert", Html("Hva har dere lært siden sist?"), readers.text(2000), free=True),
        Question("hinder", Html("Hva hindrer dere?"), readers.several(HINDER), HINDER),
        Question("framdrift", Html("Hvor langt har dere kommet?"), readers.scale(1, 5)),
        Question("nytilsatte", Html("Hvor mange nytilsatte?"), readers.number(0, 2000)),
        Question("hjelp", Html("Trenger dere hjelp?"), readers.yesno()),
    )


def fields(t: Tongue) -> tuple[Field, ...]:
    return fields_of(tuple(Asked(one) for one in questions()), t)


def form(t: Tongue) -> bytes:
    """The form of these questions, empty."""
    head = ("Spørsmål", "Svar")
    lead = ("Fyll ut i høyre kolonne.", "Ikke skriv om enkeltpersoner.")
    blank = BlankForm(
        "Rapport før samling 2",
        lead,
        *head,
        "[velg]",
        "[skriv her]",
        "Skjemaets merke:",
        fields(t),
        MARK,
        t.language,
    )
    return as_form(blank)


def printed(t: Tongue) -> Printed:
    lines = ("Rapport før samling 2", "Fyll ut i høyre kolonne.", "Ikke skriv om enkeltpersoner.")
    return Printed(fields(t), ("[velg]", "[skriv her]"), lines, ("Spørsmål", "Svar"))


def changed(content: bytes, change: Callable[[Any], None]) -> bytes:
    """The file after somebody opened it, did something to the document, and saved it."""
    document = docx.Document(BytesIO(content))
    change(document)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def filled(content: bytes, answers: Mapping[str, str]) -> bytes:
    """The form with its controls filled in; ``key=option`` ticks a box, whatever the text."""

    def fill(document: Any) -> None:  # noqa: ANN401 - python-docx types no elements
        controls = {
            one.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")): one
            for one in document.element.iter(qn("w:sdt"))
        }
        for key, text in answers.items():
            _fill(controls[key], text)

    return changed(content, fill)


def _fill(control: Any, text: str) -> None:  # noqa: ANN401
    """As Word does it: the placeholder goes, and with it the mark that it is shown."""
    for one in control.iter(qn("w14:checked")):
        one.set(qn("w14:val"), "1")
        text = "☒"
    for shown in list(control.iter(qn("w:showingPlcHdr"))):
        shown.getparent().remove(shown)
    content = control.find(qn("w:sdtContent"))
    cell = content.find(qn("w:tc"))
    if cell is None:
        content.clear()
        content.append(_run(text))
        return
    for old in cell.findall(qn("w:p")):
        cell.remove(old)
    for line in text.split("\n"):
        cell.append(OxmlElement("w:p"))
        cell[-1].append(_run(line))


def _run(text: str) -> Any:  # noqa: ANN401
    run, word = OxmlElement("w:r"), OxmlElement("w:t")
    word.text = text
    run.append(word)
    return run


def without_controls(content: bytes) -> bytes:
    """The form as a program leaves it that knows no content controls: their text alone."""

    def flatten(document: Any) -> None:  # noqa: ANN401
        for control in list(document.element.iter(qn("w:sdt"))):
            for inside in list(control.find(qn("w:sdtContent"))):
                control.addprevious(inside)
            control.getparent().remove(control)

    return changed(content, flatten)
