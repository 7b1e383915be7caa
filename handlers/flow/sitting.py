"""A speaker before a draft: what is recorded there, and how it is changed and answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from handlers.flow import sayings
from handlers.flow.form import Question, Shortcut
from handlers.flow.party import parties
from handlers.flow.position import Answer, Position, stand
from handlers.flow.scene import Form, Scene
from handlers.markup import Button, Html, Keyboard, plain, utf16_length
from handlers.programme_file import load
from handlers.tongue import Tongue
from handlers.turn import Turn
from storage.records import AnswerRow, AnswerState, Draft, Offer, ProgrammeRow

_ONE_MESSAGE = 4096


@dataclass(frozen=True, slots=True)
class Sitting:
    """One event's speaker at one draft, who may write there."""

    form: Form
    scene: Scene
    # Within one event the questions depend on the answers alone, and with forty measures they
    # take milliseconds to put together.
    _stood: dict[tuple[AnswerRow, ...], Position] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def turn(self) -> Turn:
        return self.scene.turn

    @property
    def draft(self) -> Draft:
        return self.scene.draft

    @property
    def t(self) -> Tongue:
        return self.turn.tongue

    @property
    def me(self) -> str | None:
        return self.turn.person.id if self.turn.person else None

    @property
    def is_party(self) -> bool:
        """Whether the draft is the speaker's own to write in, alone or with others."""
        return self.draft.party in parties(self.turn)

    @property
    def is_finished(self) -> bool:
        return self.draft.state == "finished"

    def position(self) -> Position:
        """Where the draft stands now, as the rows say."""
        rows = tuple(self.rows())
        if rows not in self._stood:
            found = (Answer(r.key, r.state, r.value, r.revision) for r in rows)
            self._stood[rows] = stand(self.form.questions(self.scene), found)
        return self._stood[rows]

    def shortcut(self, position: Position, question: Question) -> Shortcut | None:
        """The button that the form offers beside this question."""
        offer = self.form.shortcut
        return offer(self.scene, position, question) if offer is not None else None

    def ways(self, question: Question) -> tuple[Button, ...]:
        """The buttons beside this question that lead elsewhere."""
        lead = self.form.ways
        return lead(self.scene, question) if lead is not None else ()

    def row(self, key: str) -> AnswerRow | None:
        return next((row for row in self.rows() if row.key == key), None)

    def mine(self) -> list[AnswerRow]:
        return [row for row in self.rows() if self.me is not None and row.by == self.me]

    def stamp(self) -> int:
        """How the whole page stands: it grows with every change of any answer."""
        return sum(row.revision for row in self.rows())

    def offers(self) -> list[Offer]:
        """What the speaker wrote and has still to choose about, oldest first."""
        every = self.turn.unit.drafts.offers_of(self.draft.id)
        return [offer for offer in every if offer.by == self.me]

    def put(self, answer: Answer, by: str | None, said_at: datetime | None = None) -> None:
        """Write an answer over the one that stands; revisions were compared."""
        at = said_at or self.turn.event.said_at
        row = AnswerRow(
            self.draft.id, answer.key, answer.state, answer.value, answer.revision, by, at
        )
        self.turn.unit.drafts.put(row, self.turn.now)

    def give(self, question: Question, value: str | None) -> int:
        """Record the speaker's answer, or their skip (None); return its revision."""
        state: AnswerState = "skipped" if value is None else "given"
        row = self.row(question.key)
        revision = (row.revision if row else 0) + 1
        self.put(Answer(question.key, state, value, revision), self.me)
        return revision

    def open_again(self, key: str) -> None:
        """Make an answer a proposal; its author stays its author."""
        if (row := self.row(key)) is not None and row.state != "open":
            self.put(Answer(key, "open", row.value, row.revision + 1), row.by, row.said_at)

    def reopened(self) -> "Sitting":
        """The same, with a finished draft open again."""
        drafts, unit = self.turn.unit.drafts, self.turn.unit
        row = unit.programmes.find(self.draft.programme)
        version = row.version if row else self.draft.version
        drafts.reopen(self.draft.id, version, self.turn.now)
        return replace(self, scene=replace(self.scene, draft=replace(self.draft, state="open")))

    def sit(self, question: str | None, revision: int | None) -> None:
        """Remember what the speaker was last shown."""
        seat = replace(self.turn.seat, programme=self.draft.programme, draft=self.draft.id)
        self.turn.sit(replace(seat, question=question, revision=revision, waiting=None))

    def rise(self) -> None:
        """Leave the draft as it is."""
        if self.turn.seat.draft == self.draft.id:
            self.turn.unit.drafts.rise([self.turn.seat])
            self.turn.forget_what_was_read()

    def say(self, text: Html, buttons: Keyboard = ()) -> None:
        self.turn.say(text, buttons, fleeting=self.form.fleeting)

    def edit(self, text: Html, buttons: Keyboard = ()) -> None:
        """Change the message that was tapped, unless it would no longer fit in one."""
        if utf16_length(plain(text)) <= _ONE_MESSAGE:
            self.turn.edit(text, buttons, fleeting=self.form.fleeting)

    def rows(self) -> list[AnswerRow]:
        return self.turn.unit.drafts.answers(self.draft.id)


def enter(turn: Turn, forms: Mapping[str, Form], draft: str) -> Sitting | None:
    """Bring the speaker to a draft; None if they were told why not."""
    found = turn.unit.drafts.find(draft)
    form = forms.get(found.form) if found else None
    row = turn.unit.programmes.find(found.programme) if found else None
    if found is None or form is None or row is None:
        turn.say(sayings.gone(turn.tongue))
        return None
    if found.party not in parties(turn) and not stands_in(turn, form, found):
        _refuse(turn, found, sayings.not_yours(turn.tongue))
        return None
    sitting = at(turn, form, found, row)
    refusal = form.may(sitting.scene)
    if refusal is not None:
        _refuse(turn, found, refusal)
        return None
    return sitting


def stands_in(turn: Turn, form: Form, draft: Draft) -> bool:
    """Whether somebody who is not of the party may sit there all the same."""
    return form.stands_in is not None and form.stands_in(turn, draft)


def at(turn: Turn, form: Form, draft: Draft, row: ProgrammeRow) -> Sitting:
    """A sitting that nobody has allowed yet; the speaker's roles are those in its programme."""
    if turn.seat.programme != draft.programme:
        turn.sit(replace(turn.seat, programme=draft.programme))
    return Sitting(form, Scene(turn, draft, load(row.body)))


def _refuse(turn: Turn, draft: Draft, sentence: Html) -> None:
    if turn.seat.draft == draft.id:
        turn.unit.drafts.rise([turn.seat])
        turn.forget_what_was_read()
    turn.say(sentence)
