"""The form «join»: a name, and a function for those who take part."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from handlers.flow.choices import Choice
from handlers.flow.form import Option, Question, Questions, Refusal
from handlers.flow.readers import text
from handlers.flow.scene import Form, Scene
from handlers.flow.words import folded
from handlers.join import finish, texts
from handlers.join.codes import Grant, holds_code, proven
from handlers.join.plan import team_of
from handlers.markup import Html
from handlers.programme_file import ProgrammeFile
from handlers.tongue import Tongue
from handlers.turn import Turn

LONGEST = 80
OFFERED = "offered"
LANGUAGE_WORDS = {"english", "engelsk", "bokmal", "nynorsk", "norsk", "norwegian"}


@dataclass(frozen=True, slots=True)
class Name:
    """Reads a name of at most 80 letters; the button stands for ``offered``."""

    offered: str

    def __call__(self, said: str, t: Tongue) -> str:
        """The name; Refusal for none, or for one that is too long."""
        name = cleaned(self.offered if said == OFFERED and self.offered else said)
        if folded(name) in LANGUAGE_WORDS:
            raise Refusal(texts.not_as_a_name(t))
        if name.startswith("/") or holds_code(said) or not any(c.isalpha() for c in name):
            raise Refusal(texts.no_name(t))
        if len(name) > LONGEST:
            raise Refusal(texts.long_name(t, LONGEST))
        return name


@dataclass(frozen=True, slots=True)
class Job:
    """Reads a function: one of the programme's, as it is called there, or free text."""

    options: tuple[Option, ...]
    kept: tuple[str, ...]

    def __call__(self, said: str, t: Tongue) -> str:
        """The function; Refusal for nothing, or too much."""
        if said in self.kept:
            return said
        try:
            key = Choice(self.options)(said, t)
        except Refusal:
            return cleaned(text(LONGEST)(said, t))
        return self.kept[[one.key for one in self.options].index(key)]


def cleaned(said: str) -> str:
    """A name or function on one line, without signs that nobody sees."""
    one_line = " ".join(said.split())
    return "".join(c for c in one_line if unicodedata.category(c)[0] != "C").strip()


def asked(turn: Turn, programme: ProgrammeFile, grant: Grant | None) -> tuple[Question, ...]:
    """What is still to be told by whoever comes in with this grant."""
    named = turn.person is not None and turn.person.name is not None
    name = () if named else (_name(turn),)
    job = _job(turn.tongue, programme, grant) if grant and not grant.for_one else None
    return name if job is None else (*name, job)


def _name(turn: Turn) -> Question:
    t, offered = turn.tongue, cleaned(turn.event.name or "")[:LONGEST].strip()
    options = (Option(OFFERED, offered),) if any(c.isalpha() for c in offered) else ()
    return Question(
        "name", texts.ask_name(t), Name(offered), options,
        hint=texts.name_hint(t) if options else None,
    )  # fmt: skip


def _job(t: Tongue, programme: ProgrammeFile, grant: Grant) -> Question | None:
    team = team_of(programme, grant.team)
    common = programme.teams.functions if programme.teams else ()
    functions = (team.functions if team else ()) or common
    if not functions:
        return None
    options = tuple(Option(f"f{n}", t.pick(one)) for n, one in enumerate(functions))
    kept = tuple(t.pick(one) for one in functions)
    return Question(
        "job", texts.ask_job(t), Job(options, kept), options, optional=True, hint=texts.job_hint(t)
    )


def _questions(scene: Scene) -> Questions:
    grant = proven(scene.turn.unit, scene.draft.about, scene.turn.now)
    found = asked(scene.turn, scene.programme, grant)

    def of(_: Mapping[str, str]) -> tuple[Question, ...]:
        return found

    return of


def _may(scene: Scene) -> Html | None:
    """Whether the code that opened the form still opens something."""
    if proven(scene.turn.unit, scene.draft.about, scene.turn.now) is None:
        return finish.no_longer(scene.turn, scene.programme)
    return None


def _title(scene: Scene) -> Html:
    return texts.title(scene.turn.tongue)


FORM = Form("join", _questions, _title, _may, finish.finished, review=False)
