"""The people: each joins in five steps, and answers once the question stands on their screen."""

import random
from dataclasses import dataclass, field

from handlers.join import texts
from handlers.join.codes import Code
from handlers.markup import Html, plain
from handlers.tongue import tongue
from tests.served import Served

STEPS = 5
FIRST_USER = 1001
LONGEST_THOUGHT = 0.5
_T = tongue("nb")


@dataclass(slots=True)
class Person:
    """One conversation; ``step`` is how many of its five things have been said."""

    id: int
    code: Code
    step: int = 0
    speaks_at: float | None = None
    done: bool = False

    @property
    def name(self) -> str:
        return f"Kari Nordmann {_letters(self.id)}"

    @property
    def job(self) -> str:
        return f"ansvarlig for vaktrom {self.id}"

    @property
    def says(self) -> str:
        """What comes next."""
        return (f"/start {self.code.code}", "1", self.name, self.job, "/status")[self.step]

    @property
    def waits_for(self) -> str:
        """What the bot's answer to the last step holds; /status is answered by anything new."""
        heard = (
            plain(texts.ask_phone(_T)),
            plain(texts.ask_name(_T)),
            plain(texts.ask_job(_T)),
            plain(texts.joined(_T, self.name)),
            "",
        )
        return heard[self.step - 1]

    def hears(self, text: str, now: float, thought: float) -> None:
        """Think about what came, if it is what was waited for; a repeat is passed over."""
        if self.step == 0 or self.done or self.speaks_at is not None:
            return
        if self.step < STEPS and self.waits_for in text:
            self.speaks_at = now + thought
        elif self.step == STEPS and not any(old in text for old in self._heard_before()):
            self.done = True

    def _heard_before(self) -> tuple[str, ...]:
        return (
            plain(texts.ask_phone(_T)),
            plain(texts.before_you_begin(_T)),
            plain(texts.ask_name(_T)),
            plain(texts.ask_job(_T)),
            plain(texts.joined(_T, self.name)),
        )


@dataclass(slots=True)
class Crowd:
    """Everybody, moved by what the server has seen; ``dice`` is seeded, times are monotonic."""

    api: Served
    people: list[Person]
    dice: random.Random
    _seen: int = 0
    _by_id: dict[int, Person] = field(default_factory=dict)

    def meet(self) -> None:
        """Let the server know everybody."""
        self._by_id = {one.id: one for one in self.people}
        known = [
            {"user_id": one.id, "first_name": "Kari", "language_code": "nb"} for one in self.people
        ]
        self.api.control("people", people=known)

    def start(self, how_many: int, now: float) -> None:
        """Let the first ``how_many`` of them begin, if they have not."""
        for one in self.people[:how_many]:
            if one.step == 0 and one.speaks_at is None:
                one.speaks_at = now

    def move(self, now: float) -> None:
        """Read what came from the bot since the last time, and say what is thought of by now."""
        for call in self.api.control("calls", since=self._seen, method="sendMessage"):
            self._seen = call["number"] + 1
            one = self._by_id.get(call["params"]["chat_id"])
            if one is not None and call["done"]:
                thought = self.dice.uniform(0, LONGEST_THOUGHT)
                one.hears(plain(Html(call["params"]["text"])), now, thought)
        ready = [one for one in self.people if one.speaks_at is not None and one.speaks_at <= now]
        if ready:
            self.api.control("says", said=[[one.id, one.says] for one in ready])
        for one in ready:
            one.step, one.speaks_at = one.step + 1, None

    @property
    def finished(self) -> int:
        return sum(one.done for one in self.people)


def _letters(number: int) -> str:
    """A number in letters, since a name has no digits to be read by."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))
