"""A room for conversations alone: two colleagues, one form, and a restart at every step."""

import itertools
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from handlers.events import Address, Edited, Event, Pressed, Said, What
from handlers.flow import readers, talk
from handlers.flow.buttons import decode
from handlers.flow.form import Option, Question, Questions, Shortcut
from handlers.flow.party import team_party
from handlers.flow.position import Position
from handlers.flow.scene import Form, Scene
from handlers.markup import Button, Html, plain
from handlers.post import read_keyboard
from handlers.programme_file import dump, read_programme
from handlers.turn import Turn
from storage.migrate import migrate
from storage.records import AnswerRow, Draft, Membership, OutboxRow, Role
from storage.unit import Unit, connect

START = datetime(2026, 9, 1, 8, tzinfo=UTC)
PROGRAMME = """
schema = 1
id = "prove"
name = "Prøve"
language = "en"
timezone = "Europe/Oslo"

[[team]]
id = "oslo"
name = "Oslo"
municipality = "Oslo"

[[team]]
id = "bergen"
name = "Bergen"
municipality = "Bergen"
"""
OPTIONS = tuple(Option(key, text) for key, text in (("a", "Apples"), ("b", "Pears"), ("c", "Figs")))
LEARNT = Question("learnt", Html("What have you learnt?"), readers.text(6000), free=True)
READY = Question("ready", Html("Are you ready?"), readers.yesno())
FRUIT = Question("fruit", Html("Which fruit?"), readers.several(OPTIONS), several=True)
MORE = Question("more", Html("Anything more?"), readers.text(), optional=True, free=True)
PACE = Question("pace", Html("How is the pace?"), readers.scale(1, 5))


@cache
def _empty() -> bytes:
    """A database without a row, made once."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        migrate(path)
        return path.read_bytes()


@dataclass(slots=True)
class Shown:
    """A message as a person sees it."""

    id: str
    text: str
    buttons: list[Button]

    @property
    def labels(self) -> list[str]:
        return [button.text for button in self.buttons]


@dataclass(slots=True)
class Talker:
    """Someone with a phone."""

    room: "FlowRoom"
    key: str
    screen: list[Shown] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    nods: list[str] = field(default_factory=list)

    @property
    def last(self) -> Shown:
        return self.screen[-1]

    def says(self, text: str, **later: float) -> str:
        """Write a text, some time later; return the message's id."""
        self.room.now += timedelta(**(later or {"minutes": 1}))
        message = f"{self.key}-{len(self.said)}"
        self.said.append(message)
        self.room.happens(self, Said(message, text))
        return message

    def edits(self, message: str, text: str) -> None:
        self.room.now += timedelta(minutes=1)
        self.room.happens(self, Edited(message, text))

    def taps(self, label: str, *, on: Shown | None = None) -> None:
        """Tap a button of the last message, or of an older one as it was."""
        shown = on or self.last
        data = [b.data for b in shown.buttons if b.text == label]
        assert data, f"no button «{label}» among {shown.labels} under {shown.text!r}"
        self.presses(str(data[0]), shown.id)

    def presses(self, data: str, message: str) -> None:
        self.room.now += timedelta(minutes=1)
        self.room.happens(self, Pressed(data, message))

    def before(self) -> Shown:
        """The last message as it is now, kept from being edited."""
        return Shown(self.last.id, self.last.text, list(self.last.buttons))


@dataclass(slots=True)
class Rules:
    """What the form does, which a test may change as a new programme or a role would."""

    questions: tuple[Question, ...] = (LEARNT, READY, FRUIT, MORE)
    refusal: Html | None = None
    review: bool = True
    fleeting: bool = False
    declines: bool = False
    about: str = "samling-2"
    shortcut: Callable[[Scene, Position, Question], Shortcut | None] | None = None
    heard: Callable[[Scene, Position], Html | None] | None = None
    stands_in: Callable[[Turn, Draft], bool] | None = None
    whole: bool = False
    sections: tuple[tuple[str, str], ...] = ()
    left: str = ""

    def form(self) -> Form:
        return Form(
            key="report",
            questions=self._asked,
            title=lambda _: Html("The report"),
            may=lambda _: self.refusal,
            finish=_finish,
            review=self.review,
            fleeting=self.fleeting,
            declined=self._declined if self.declines else None,
            decline=lambda scene: _say(scene, "Another time, then."),
            shortcut=self.shortcut,
            heard=self.heard,
            stands_in=self.stands_in,
            whole=self.whole,
        )

    def _asked(self, _: Scene) -> Questions:
        def asked(values: Mapping[str, str]) -> tuple[Question, ...]:
            """One who is not ready is not asked about fruit."""
            left_out = {"fruit"} if values.get("ready") == "no" else set[str]()
            return tuple(q for q in self.questions if q.key not in left_out)

        return asked

    def _declined(self, _: Scene, position: Position) -> bool:
        return position.values.get("ready") == "no"


def _finish(scene: Scene, position: Position) -> None:
    scene.turn.note("delivered", ";".join(f"{k}={v}" for k, v in position.values.items()))
    scene.turn.say(Html("Thank you."), fleeting=True)


def _say(scene: Scene, text: str) -> None:
    scene.turn.say(Html(text))


class FlowRoom:
    """The engine over a database that is opened anew for every event."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "flow.db"
        self.now = START
        self.rules = Rules()
        self.talkers: dict[str, Talker] = {}
        self._ids = itertools.count(1)
        self.path.write_bytes(_empty())
        body = dump(read_programme(PROGRAMME))
        with self.unit() as unit:
            unit.programmes.apply("prove", body, [], ["oslo", "bergen"], START)

    def member(self, name: str, team: str | None = "oslo", role: Role = "participant") -> Talker:
        with self.unit() as unit:
            person = unit.people.add(name, "en", self.now).id
            unit.people.live_at(person, "telegram", name)
            unit.people.join(Membership(person, "prove", role, team, None, self.now))
        self.talkers[name] = Talker(self, name)
        return self.talkers[name]

    @contextmanager
    def unit(self) -> Iterator[Unit]:
        """One transaction, in a process that starts and ends with it."""
        with closing(connect(self.path)) as connection:
            connection.execute("PRAGMA synchronous = OFF")  # no power fails in these tests
            connection.execute("BEGIN IMMEDIATE")
            yield Unit(connection)
            connection.execute("COMMIT")

    def happens(self, talker: Talker, what: What) -> None:
        address = Address("telegram", talker.key)
        event = Event("t:1", str(next(self._ids)), address, talker.key, self.now, what)
        with self.unit() as unit:
            turn = Turn(unit, self.now, event)
            self._answer(turn)
        if turn.nod.text:
            talker.nods.append(turn.nod.text)
        self._deliver()

    def _answer(self, turn: Turn) -> None:
        form, what = self.rules.form(), turn.event.what
        forms = {form.key: form}
        if isinstance(what, Said) and what.text == "/report":
            talk.begin(turn, form, team_party("prove", "oslo"), self.rules.about)
        elif isinstance(what, Said) and what.text == "/import":
            party, rules = team_party("prove", "oslo"), self.rules
            talk.propose(turn, form, party, rules.about, rules.sections, rules.left)
        elif isinstance(what, Said) and not talk.said(turn, forms):
            turn.say(Html("(nobody took it)"))
        elif isinstance(what, Edited):
            talk.edited(turn, forms)
        elif isinstance(what, Pressed) and (button := decode(what.data)):
            talk.tapped(turn, forms, button)
        elif isinstance(what, Pressed):
            talk.chosen(turn, forms, what.data.split(":")[1:])

    def _deliver(self) -> None:
        with self.unit() as unit:
            while ready := unit.outbox.ready(self.now, 100):
                for row in ready:
                    unit.outbox.take(row.position)
                    unit.outbox.sent(row.position, self._carry(row), self.now)

    def _carry(self, row: OutboxRow) -> str | None:
        screen = self.talkers[row.key].screen
        buttons = [button for line in read_keyboard(row.buttons) for button in line]
        text = plain(Html(row.text))
        if row.verb == "send":
            screen.append(Shown(f"m{next(self._ids)}", text, buttons))
            return screen[-1].id
        for shown in screen:
            if shown.id == row.target_message:
                shown.text, shown.buttons = text, buttons
        return None

    def answers(self) -> dict[str, tuple[str, str | None]]:
        """What is recorded, by question."""
        return {row.key: (row.state, row.value) for row in self.rows()}

    def rows(self) -> list[AnswerRow]:
        with self.unit() as unit:
            draft = unit.drafts.of("prove", "report", "team:prove/oslo", self.rules.about)
            return unit.drafts.answers(draft.id) if draft else []

    def offers(self) -> list[str]:
        return list(self.offered())

    def offered(self) -> dict[str, str]:
        """What waits for a choice, and the question that it answers."""
        with self.unit() as unit:
            draft = unit.drafts.of("prove", "report", "team:prove/oslo", self.rules.about)
            offers = unit.drafts.offers_of(draft.id) if draft else []
            return {offer.value: offer.question for offer in offers}

    def delivered(self) -> list[str]:
        """Every completion, as the form's own finish saw it."""
        with closing(connect(self.path)) as connection:
            rows = connection.execute("SELECT about FROM deed WHERE what = 'delivered'").fetchall()
        return [row["about"] for row in rows]

    def outbox_texts(self) -> list[str]:
        with closing(connect(self.path)) as connection:
            rows = connection.execute("SELECT text || buttons AS all_of_it FROM outbox").fetchall()
        return [row["all_of_it"] for row in rows]
