"""The Word form: made, filled in by whatever program there is, and read again."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from handlers.flow import readers
from handlers.flow.form import Question
from handlers.markup import Html
from handlers.report.template.blank import every_question, mark, marked
from handlers.report.template.place import Placed, placed
from handlers.report.template.read import FilledForm, read_form
from handlers.tongue import tongue
from tests.paper_form import MARK, changed, filled, form, printed, questions, without_controls

T = tongue("nb")
ANSWERS = {
    "-m1": "som sist",
    "-m2": "går tregt",
    "laert": "At en samtale hjelper.\nOg at den må tas tidlig.",
    "hinder=turnus": "",
    "hinder=annet": "",
    "framdrift": "4",
    "nytilsatte": "1 234",
    "hjelp": "Nei",
}
READ = (
    ("-m1", "same"),
    ("-m2", "slow"),
    ("laert", "At en samtale hjelper.\nOg at den må tas tidlig."),
    ("hinder", "turnus\nannet"),
    ("framdrift", "4"),
    ("nytilsatte", "1 234"),
    ("hjelp", "no"),
)
RESAVED = Path(__file__).parent / "forms"


def place(content: bytes) -> Placed:
    return placed(read_form(content), [printed(T)])


def test_what_word_fills_in_is_read() -> None:
    content = filled(form(T), ANSWERS)
    assert read_form(content).identifier == MARK
    assert place(content) == Placed(READ, ())


def test_an_empty_form_holds_no_answer_and_nothing_else() -> None:
    assert place(form(T)) == Placed((), ())
    assert read_form(form(T)).unread == ()


def test_the_same_form_is_the_same_bytes() -> None:
    assert form(T) == form(T)


def test_what_is_answered_can_be_read_by_the_form_s_own_readers() -> None:
    asked = {one.key: one for one in questions()}
    read = {key: asked[key].read(text, T) for key, text in READ}
    assert read["hinder"] == "turnus,annet"
    assert (read["-m1"], read["nytilsatte"], read["hjelp"]) == ("same", "1234", "no")


def test_a_form_that_lost_its_controls_is_read_by_its_wordings() -> None:
    content = without_controls(filled(form(T), ANSWERS))
    assert place(content) == Placed(READ, ())


def test_an_empty_form_without_controls_is_still_empty() -> None:
    assert place(without_controls(form(T))) == Placed((), ())


@pytest.mark.parametrize("name", ["libreoffice.docx", "by-way-of-odt.docx"])
def test_what_libreoffice_saved_again_is_read(name: str) -> None:
    content = (RESAVED / name).read_bytes()
    assert read_form(content).identifier == MARK
    assert place(content) == Placed(READ, ())


def test_an_empty_form_that_libreoffice_saved_is_empty() -> None:
    assert place((RESAVED / "libreoffice-empty.docx").read_bytes()) == Placed((), ())


def test_what_is_typed_after_a_placeholder_is_the_answer() -> None:
    def types(document: docx.document.Document) -> None:
        document.tables[0].rows[3].cells[1].paragraphs[0].add_run("Mye.")

    content = changed(without_controls(form(T)), types)
    assert place(content).sections == (("laert", "Mye."),)


def test_an_answer_typed_beside_the_control_counts() -> None:
    def types(document: docx.document.Document) -> None:
        document.tables[0].rows[6].cells[1].add_paragraph("7")

    assert place(changed(form(T), types)).sections == (("nytilsatte", "7"),)


@pytest.mark.parametrize(("kind", "key"), [("richText", "laert"), ("text", "nytilsatte")])
def test_an_answer_counts_where_a_program_still_calls_it_a_placeholder(kind: str, key: str) -> None:
    def types(document: docx.document.Document) -> None:
        control = next(document.element.iter(qn(f"w:{kind}"))).getparent().getparent()
        next(control.iter(qn("w:t"))).text = "7"

    assert place(changed(form(T), types)).sections == ((key, "7"),)


def test_what_word_itself_shows_in_an_empty_answer_is_none() -> None:
    word_s_own = {
        "laert": "Klikk eller trykk her for å skrive inn tekst.",
        "-m1": "Choose an item.",
    }
    assert place(filled(form(T), word_s_own)) == Placed((), ())


@pytest.mark.parametrize("sign", ["x", "X", "[x]", "✓", "☑"])
def test_a_box_may_be_ticked_by_hand(sign: str) -> None:
    def ticks(document: docx.document.Document) -> None:
        document.tables[0].rows[4].cells[1].paragraphs[1].clear().add_run(
            f"{sign} Turnus og vakter"
        )

    assert place(changed(without_controls(form(T)), ticks)).sections == (("hinder", "turnus"),)


def test_the_longer_wording_is_no_answer_to_the_shorter() -> None:
    content = without_controls(filled(form(T), {"-m2": "ferdig"}))
    assert place(content).sections == (("-m2", "done"),)


def test_questions_that_read_the_same_are_answered_in_their_order() -> None:
    def renames(document: docx.document.Document) -> None:
        for row in document.tables[0].rows[1:3]:
            row.cells[0].paragraphs[0].runs[0].text = "Ringe alle"

    content = changed(
        without_controls(filled(form(T), {"-m1": "ferdig", "-m2": "i gang"})), renames
    )
    first = printed(T)
    twins = (
        replace(first.fields[1], key="-m0"),
        *first.fields[1:],
    )
    same = replace(first, fields=twins)
    assert placed(read_form(content), [same]).sections == (("-m0", "done"), ("-m2", "under-way"))


def test_words_without_a_place_are_named() -> None:
    def writes(document: docx.document.Document) -> None:
        document.add_paragraph("PS: Vi gleder oss.")
        row = document.tables[0].add_row()  # type: ignore[no-untyped-call]
        row.cells[0].text, row.cells[1].text = "Nytt tiltak", "Fadder fra dag én"

    assert place(changed(form(T), writes)) == Placed(
        (), ("Nytt tiltak: Fadder fra dag én", "PS: Vi gleder oss.")
    )


def test_a_measure_that_is_asked_about_no_more_is_named_with_its_answer() -> None:
    content = filled(form(T), {"-m1": "ferdig"})
    now = printed(T)
    fewer = replace(now, fields=now.fields[1:])
    assert placed(read_form(content), [fewer]) == Placed((), ("Ringe alle nytilsatte: ferdig",))


def test_pictures_comments_and_footnotes_are_named_as_unread() -> None:
    def adds(document: docx.document.Document) -> None:
        paragraph = document.add_paragraph()
        for tag in ("w:drawing", "w:commentReference", "w:footnoteReference"):
            paragraph.add_run()._r.append(docx.oxml.OxmlElement(tag))

    assert read_form(changed(form(T), adds)).unread == ("picture", "comment", "footnote")


def test_a_tracked_deletion_is_no_answer_and_an_insertion_is() -> None:
    def tracks(document: docx.document.Document) -> None:
        paragraph = document.tables[0].rows[3].cells[1].add_paragraph("Vi lærte ")._p
        for tag, word, text in (("w:del", "w:delText", "lite"), ("w:ins", "w:t", "mye")):
            change, run = docx.oxml.OxmlElement(tag), docx.oxml.OxmlElement("w:r")
            written = docx.oxml.OxmlElement(word)
            written.text = text
            run.append(written)
            change.append(run)
            paragraph.append(change)

    assert place(changed(without_controls(form(T)), tracks)).sections == (
        ("laert", "Vi lærte mye"),
    )


def test_every_control_has_an_id_of_its_own_and_names_that_word_can_hold() -> None:
    seen: list[str] = []

    def looks(document: docx.document.Document) -> None:
        for one in document.element.iter(qn("w:sdtPr")):
            seen.append(one.find(qn("w:id")).get(qn("w:val")))
            assert len(one.find(qn("w:alias")).get(qn("w:val"))) <= 64
            assert len(one.find(qn("w:tag")).get(qn("w:val"))) <= 64

    changed(form(T), looks)
    assert len(seen) == len(set(seen)) == 9


def test_the_language_is_stated() -> None:
    languages: list[str] = []

    def looks(document: docx.document.Document) -> None:
        languages.extend(one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang")))
        languages.append(document.core_properties.language)

    changed(form(T), looks)
    assert set(languages) == {"nb-NO", "nb"}


def test_paper_also_asks_what_may_follow_an_answer() -> None:
    measure = questions()[0]
    why = Question("-w1", Html("Hvorfor?"), readers.text(100), optional=True)
    rest = questions()[2:]

    def asked(answers: dict[str, str]) -> tuple[Question, ...]:
        follows = (why,) if answers.get("-m1") in ("slow", "dropped") else ()
        return (measure, *follows, *rest)

    found = every_question(asked, T)  # type: ignore[arg-type]
    assert [(one.question.key, one.after) for one in found][:3] == [
        ("-m1", ()),
        ("-w1", ("går tregt",)),
        ("laert", ()),
    ]


@pytest.mark.parametrize("text", ["", "mellom:", "mellom:a", "mellom:a/b", "annet:a/team:b/c/d"])
def test_a_mark_that_we_never_wrote_is_none(text: str) -> None:
    assert marked(text) is None


def test_a_mark_is_read_as_it_was_written() -> None:
    for party in ("team:p/havnes-1", "person:abcd"):
        assert marked(mark("p", party, "samling-2")) == ("p", party, "samling-2")


def test_every_word_of_a_form_meets_the_screen() -> None:
    content = filled(form(T), {"laert": "Først dette."})

    def writes(document: docx.document.Document) -> None:
        document.add_paragraph("Og dette.")

    words = read_form(changed(content, writes)).every_text
    assert [one in words for one in ("Først dette.", "Og dette.", "Hva hindrer dere?")] == [
        True
    ] * 3


def test_an_identifier_in_the_text_is_enough() -> None:
    def forgets(document: docx.document.Document) -> None:
        document.core_properties.identifier = ""

    found = read_form(changed(form(T), forgets))
    assert (found.identifier, found.beside) == (MARK, ("Rapport før samling 2",))


def test_a_file_without_a_table_is_text_alone() -> None:
    def clears(document: docx.document.Document) -> None:
        for one in list(document.element.body)[:-1]:
            document.element.body.remove(one)
        document.core_properties.identifier = ""
        document.add_paragraph("Bare et brev.")

    assert read_form(changed(form(T), clears)) == FilledForm(None, (), ("Bare et brev.",), ())
