"""The question on the programme file, and on who is controller where the file does not say."""

from dataclasses import dataclass
from pathlib import Path

from bot.setup import asked, readers, texts
from bot.setup.question import Question, Wrong
from bot.setup.readers import NONE
from bot.setup.steps import Round
from handlers.markup import plain
from handlers.programme_file import ProgrammeErrors, ProgrammeFile, read_programme
from handlers.programme_file.schema import Privacy
from handlers.tongue import Tongue
from handlers.workbook import is_workbook, read_workbook


@dataclass(frozen=True, slots=True)
class Brought:
    """A programme as it will be imported; ``file`` lists ``people`` who are not entered yet."""

    file: Path
    programme: ProgrammeFile
    people: int = 0


def brought(this: Round, standing: dict[str, ProgrammeFile]) -> Brought | None:
    """The programme file that is named, controller and all; None where none is.

    ``standing`` are the programmes that are imported already, by id.
    """
    found: list[Brought] = []

    def read(said: str) -> str:
        path = Path(said.strip("\"'")).expanduser()
        if said != NONE:
            found.append(_read(this.t, path))
        return said

    shown = texts.as_it_stands(this.t) if standing else texts.later(this.t)
    named = this.ask(
        Question("programme", *asked.programme(this.t), read, default=NONE, shown=shown)
    )
    if named == NONE:
        return None
    programme = found[-1].programme
    name = this.t.pick(programme.name)
    this.talk.tell(
        texts.programme_read(this.t, name, len(programme.milestone), len(programme.team))
    )
    if programme.privacy is not None:
        return found[-1]
    before = standing.get(programme.id)
    privacy = _privacy(this, before.privacy if before is not None else None)
    whole = programme.model_copy(update={"privacy": privacy})
    return Brought(found[-1].file, whole, found[-1].people)


def _read(t: Tongue, path: Path) -> Brought:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Wrong(texts.no_file(t, path, error.strerror or "")) from None
    try:
        if is_workbook(path.name, None):
            book = read_workbook(content)
            return Brought(path, book.programme, len(book.people))
        return Brought(path, read_programme(content.decode("utf-8-sig")))
    except UnicodeDecodeError:
        raise Wrong(texts.no_file(t, path, texts.no_utf8(t))) from None
    except ProgrammeErrors as errors:
        told = (plain(one.sentence(t)) for one in errors.complaints)
        raise Wrong("\n  ! ".join(told)) from None


def _privacy(this: Round, before: Privacy | None) -> Privacy:
    """Ask who is controller; what stood before is proposed."""
    this.talk.tell(texts.nobody_controls(this.t))
    t, words = this.t, readers.words(this.t)
    pick = t.pick
    controller = Question(
        "controller",
        *asked.controller(t),
        words,
        default=pick(before.controller) if before else "",
    )
    contact = Question(
        "privacy_contact",
        *asked.privacy_contact(t),
        words,
        default=pick(before.contact) if before else "",
    )
    ground = Question(
        "ground", *asked.ground(t), words, default=pick(before.ground) if before else ""
    )
    return Privacy.model_validate(
        {
            "controller": this.ask(controller),
            "contact": this.ask(contact),
            "ground": this.ask(ground),
        }
    )
