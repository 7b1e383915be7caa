"""The hands of one person in the past: they write and tap, or what they filled in is laid down."""

from collections.abc import Callable
from itertools import islice

from bot.demo.lived_answers import Answer
from bot.demo.lived_cast import Player
from bot.demo.lived_past import Past
from handlers.events import Said
from handlers.flow.buttons import Tap, decode
from handlers.flow.form import Question
from handlers.flow.position import Answer as Recorded
from handlers.flow.position import Position, stand
from handlers.flow.scene import Form, Scene
from handlers.markup import Button
from handlers.programme_file import ProgrammeFile, load
from handlers.turn import Turn
from storage.records import AnswerRow, Draft

MOST_STEPS = 60
_SEAL = "="  # what «done choosing» begins with


class Hands:
    """One player's; ``language`` is what their phone is set to."""

    def __init__(self, past: Past, player: Player, programme: ProgrammeFile) -> None:
        """They are in no programme yet."""
        self.past = past
        self.player = player
        self._programme = programme
        self._language = programme.language

    def says(self, text: str, shown: str = "") -> None:
        self.past.says(self.player.key, self.player.name, self._language, text, shown)

    def taps(self, begins: str) -> bool:
        """Tap the newest button whose data begins so; false if there is none."""
        return self.past.presses(self.player.key, self.player.name, self._language, begins)

    def comes_in(self, job: str | None) -> None:
        """Tap their name, and their function where it is asked for."""
        for _ in range(2):
            offered = [button.text for _, button in self._newest()]
            wanted = next((one for one in (self.player.name, job) if one in offered), None)
            button = next((b for _, b in self._newest() if b.text == wanted), None)
            if button is not None:
                self.taps(button.data or "")

    def _newest(self) -> list[tuple[str, Button]]:
        every = list(self.past.door.buttons(self.player.key))
        return [one for one in every if one[0] == every[0][0]]

    def fills_in(self, form: Form, party: str, about: str, answer: Answer) -> None:
        """Go on in the form on the screen until it is sent, answering one question at a time."""
        for _ in range(MOST_STEPS):
            draft = self.past.unit.drafts.of(self._programme.id, form.key, party, about)
            if draft is None or draft.state == "finished":
                return
            asked = self._scene(draft)
            question = self._position(form, asked).next_open
            if question is None:
                self.taps(f"f:send:{draft.id}")
                return
            self._answers(draft, question, answer(question))

    def lays_down(
        self, form: Form, party: str, about: str, answer: Answer, most: int | None = None
    ) -> None:
        """Fill in the same without a word in the chat; after ``most`` answers it is left unsent."""
        unit, now = self.past.unit, self.past.now
        row = unit.programmes.find(self._programme.id)
        assert row is not None  # noqa: S101 - it is imported first of all
        turn = self._turn()
        me = turn.person.id if turn.person else None
        draft = unit.drafts.start(row.id, row.version, form.key, party, about, me, now)
        scene = Scene(turn, draft, load(row.body))
        left = MOST_STEPS if most is None else most
        while left > 0:
            position = self._position(form, scene)
            opened = list(islice(position.open, left))
            if not opened:
                break
            for question in opened:
                self._puts(scene, question, answer(question), me)
            left -= len(opened)
        position = self._position(form, scene)
        if form.heard is not None:
            form.heard(scene, position)
        if most is None:
            form.finish(scene, position)
            unit.drafts.finish(draft.id, now)
        self.past.brings_out()

    def _answers(self, draft: Draft, question: Question, said: str | None) -> None:
        """Tap the answer where it is a button, else write it."""
        if said is None:
            self.taps(f"f:skip:{draft.id}")
            return
        if question.several:
            for key in said.split(","):
                self._taps_answer(draft, question, key)
            self._seals(draft, question)
        elif not self._taps_answer(draft, question, said):
            self.says(said)

    def _taps_answer(self, draft: Draft, question: Question, value: str) -> bool:
        return self._taps(lambda tap: _is(tap, draft, question) and tap.value == value)

    def _seals(self, draft: Draft, question: Question) -> bool:
        return self._taps(lambda tap: _is(tap, draft, question) and tap.value.startswith(_SEAL))

    def _taps(self, fits: Callable[[Tap], bool]) -> bool:
        for _, button in self.past.door.buttons(self.player.key):
            tap = decode(button.data or "")
            if isinstance(tap, Tap) and fits(tap):
                return self.taps(button.data or "")
        return False

    def _puts(self, scene: Scene, question: Question, said: str | None, me: str | None) -> None:
        unit, t, now = self.past.unit, scene.turn.tongue, self.past.now
        value = None if said is None else question.read(said, t)
        state = "skipped" if value is None else "given"
        unit.drafts.put(AnswerRow(scene.draft.id, question.key, state, value, 1, me, now), now)  # type: ignore[arg-type]

    def _scene(self, draft: Draft) -> Scene:
        return Scene(self._turn(), draft, self._programme)

    def _position(self, form: Form, scene: Scene) -> Position:
        rows = self.past.unit.drafts.answers(scene.draft.id)
        return stand(
            form.questions(scene), [Recorded(r.key, r.state, r.value, r.revision) for r in rows]
        )

    def _turn(self) -> Turn:
        player = self.player
        event = self.past.event(player.key, player.name, self._language, Said("", ""))
        return Turn(self.past.unit, self.past.now, event)


def _is(tap: Tap, draft: Draft, question: Question) -> bool:
    return tap.draft == draft.id and tap.question == question.key
