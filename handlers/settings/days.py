"""The form that asks on which days of the week a person may be reminded."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.flow import talk
from handlers.flow.choices import NONE, Several
from handlers.flow.form import Option, Question, Questions, Refusal, Shortcut
from handlers.flow.party import person_party
from handlers.flow.position import Position
from handlers.flow.scene import Form, Scene
from handlers.markup import Html, lines
from handlers.settings import texts
from handlers.settings.mine import mine, way_back
from handlers.settings.read import days_of
from handlers.tongue import Tongue
from handlers.turn import Turn

KEY = "days"
OF_THE_PROGRAMME = "12345"
_WEEKEND = {"6", "7"}


@dataclass(frozen=True, slots=True)
class Weekdays(Several):
    """Reads weekdays by name, each or a span of them; at least one."""

    def __call__(self, said: str, t: Tongue) -> str:
        """ISO weekdays joined by ``,``; Refusal where a word is no day, or none is chosen."""
        found = days_of(said)
        if found is not None:
            return ",".join(found)
        try:
            value = super(Weekdays, self).__call__(said, t)
        except Refusal:
            raise Refusal(texts.no_days(t)) from None
        if value == NONE:
            raise Refusal(texts.one_at_least(t))
        return value


def pressed(turn: Turn, _arguments: Sequence[str]) -> None:
    """Ask the speaker."""
    if mine(turn) is not None and turn.person is not None:
        talk.begin(turn, FORM, person_party(turn.person.id), "")


def _questions(scene: Scene) -> Questions:
    t = scene.turn.tongue
    options = tuple(Option(str(day), str(texts.weekday(t, day))) for day in range(1, 8))
    asked = Question(
        KEY, texts.ask_days(t), Weekdays(options), options, hint=texts.days_hint(t), several=True
    )
    return lambda _answers: (asked,)


def _as_programme(scene: Scene, _position: Position, question: Question) -> Shortcut:
    value = ",".join(OF_THE_PROGRAMME)
    return Shortcut(texts.weekdays(scene.turn.tongue), {question.key: value})


def _title(scene: Scene) -> Html:
    return texts.days_title(scene.turn.tongue)


def _may(_scene: Scene) -> Html | None:
    """None: nobody but themselves comes to what a person fills in alone."""
    return None


def _finish(scene: Scene, position: Position) -> None:
    """Keep the days; the draft is of no more use."""
    turn, value = scene.turn, position.values[KEY]
    turn.unit.drafts.drop(scene.draft.id)
    if value == NONE or turn.person is None:
        turn.say(texts.one_at_least(turn.tongue))
        return
    days = value.replace(",", "")
    preferences = turn.unit.preferences
    chosen = None if days == OF_THE_PROGRAMME else days
    preferences.keep(replace(preferences.of(turn.person.id), days=chosen))
    spare = texts.spare_time(turn.tongue) if _WEEKEND & set(days) else None
    turn.say(lines(texts.days_are(turn.tongue, days), spare), way_back(turn.tongue))


FORM = Form("days", _questions, _title, _may, _finish, review=False, shortcut=_as_programme)
