"""Who asks about their reminders, and by which rules they are reminded."""

from dataclasses import dataclass
from datetime import date

from handlers.markup import Button, Keyboard, column, plain
from handlers.remind.hours import Rules, local_day
from handlers.remind.standing import Register, rules_of
from handlers.settings import texts
from handlers.tongue import Tongue
from handlers.turn import Turn
from storage.records import Preference


@dataclass(frozen=True, slots=True)
class Mine:
    """What holds for the speaker: their own choices, the rules they make, and their day."""

    chosen: Preference
    rules: Rules
    today: date

    @property
    def paused_until(self) -> date | None:
        """The first day on which they may be reminded again; None without a pause."""
        until = self.chosen.paused_until
        return until if until is not None and self.today < until else None


def mine(turn: Turn) -> Mine | None:
    """Find what holds for the speaker; None once they are told why nothing does."""
    if not turn.event.private:
        turn.say(texts.only_alone(turn.tongue))
        return None
    person, programme = turn.person, turn.programme
    if person is None or programme is None:
        turn.say(texts.not_joined(turn.tongue))
        return None
    standings = Register(turn.unit, turn.now).of(person.id)
    rules = standings[0].rules if standings else rules_of(turn.unit, programme, person.id)
    return Mine(turn.unit.preferences.of(person.id), rules, local_day(rules, turn.now))


def way_back(t: Tongue) -> Keyboard:
    """To the page with everything, once one thing was changed."""
    return column(Button(plain(texts.all_settings(t)), "settings"))
