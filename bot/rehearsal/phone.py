"""One person's phone: what stands on its screen, and hands that tap and type."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from bot.rehearsal.crowd import Someone
from bot.rehearsal.house import Delivery, House
from handlers.events import Pressed, Said, What
from handlers.flow.buttons import Steer, Tap, decode
from handlers.flow.readers import NO, YES
from handlers.markup import Button

_KEPT = 30
_MOST_STEPS = 80
SENTENCES = (
    "En fast mentor de tre første månedene",
    "Ringe alle nytilsatte før første dag",
    "En samtale hver uke den første måneden",
    "Sjekkliste for den første uka",
    "Felles fagdag for mentorene",
    "Lederen setter av tid i turnus",
)
TRIED = ("3", "1.12.2030", "16.30")  # what is written to a question that wanted something else
_QUICK = 0.6  # how often «alt som sist» and its like are taken
_OFTEN = 0.5
_SEAL = "="  # what «done choosing» begins with
_NOTHING: Mapping[str, str] = {}


@dataclass(slots=True)
class Shown:
    """A message on the screen, with the buttons that still stand under it."""

    id: str
    buttons: Sequence[Button]


class Phone:
    """Shows what was delivered; every deed goes through the real desk."""

    def __init__(self, house: House, owner: Someone, random: Random) -> None:
        """Nothing stands on the screen yet."""
        self.owner = owner
        self._house = house
        self._random = random
        self._screen: list[Shown] = []
        self._ids = itertools.count(1)

    def shows(self, what: Delivery) -> None:
        """A delivery arrives: a new message, or another face of an old one."""
        buttons = [button for row in what.buttons for button in row]
        match what.parcel.verb:
            case "send":
                self._screen = [*self._screen[-_KEPT:], Shown(what.message, buttons)]
            case "edit":
                for one in self._screen:
                    if one.id == what.parcel.target:
                        one.buttons = buttons
            case "delete":
                self._screen = [one for one in self._screen if one.id != what.parcel.target]

    def does(self, what: What) -> None:
        self._house.hears(self.owner.key, self.owner.name, what)

    def says(self, text: str) -> None:
        self.does(Said(f"{self.owner.key}-{next(self._ids)}", text))

    def taps(self, *begins: str) -> None:
        """Tap the newest button whose data begins so, for the first of these that is there."""
        found = next((one for begin in begins for one in self._find(begin)), None)
        if found is not None:
            message, data = found
            self.does(Pressed(data, message))

    def sees(self, begin: str) -> bool:
        """Whether a button whose data begins so stands on the screen."""
        return any(True for _ in self._find(begin))

    def fills_in(self, known: Mapping[str, str] = _NOTHING, yes: float = _OFTEN) -> None:
        """Answer what the newest message asks, and what is asked then, until nothing is.

        ``known`` is what to write to a question, or which option to choose, by the question's key;
        to others people write a sentence. ``yes`` is how often they say so.
        """
        refused, typed = 0, False
        for _ in range(_MOST_STEPS):
            buttons = list(self._form_buttons())
            if buttons:
                typed = self._answers(buttons, known, yes)
                refused = 0
            elif typed and refused < len(TRIED):
                self.says(TRIED[refused])
                refused += 1
            else:
                return

    def _find(self, begin: str) -> Iterator[tuple[str, str]]:
        for shown in reversed(self._screen):
            for button in shown.buttons:
                if f"{button.data}:".startswith(f"{begin}:"):
                    yield shown.id, button.data or ""

    def _form_buttons(self) -> Iterator[tuple[str, Tap | Steer]]:
        for button in self._screen[-1].buttons if self._screen else ():
            what = decode(button.data or "")
            if what is not None:
                yield button.data or "", what

    def _answers(
        self, buttons: Sequence[tuple[str, Tap | Steer]], known: Mapping[str, str], yes: float
    ) -> bool:
        """Do one thing with the question on the screen; whether that was to write."""
        steers = {what.verb: data for data, what in buttons if isinstance(what, Steer)}
        options = [(data, what) for data, what in buttons if isinstance(what, Tap)]
        quick = next((steers[verb] for verb in ("send", "resume") if verb in steers), None)
        skips = self._random.random() < _QUICK
        if quick is None and skips:
            quick = steers.get("fill") or (None if options else steers.get("skip"))
        if quick is not None:
            self._presses(quick)
        elif options:
            self._chooses(options, known, yes)
        else:
            asked = next((what.question for _, what in buttons if what.question), "")
            self.says(known.get(asked) or self._random.choice(SENTENCES))
            return True
        return False

    def _chooses(
        self, options: Sequence[tuple[str, Tap]], known: Mapping[str, str], yes: float
    ) -> None:
        """Choose one; of those that end with «done», one and that."""
        offered = [(data, tap) for data, tap in options if not tap.value.startswith(_SEAL)]
        wanted = known.get(options[0][1].question)
        if wanted is None and {tap.value for _, tap in offered} == {YES, NO}:
            wanted = YES if self._random.random() < yes else NO
        fitting = [data for data, tap in offered if tap.value == wanted]
        self._presses(fitting[0] if fitting else self._random.choice(offered)[0])
        if len(offered) < len(options):
            again = [data for data, tap in self._form_buttons() if _seals(tap)]
            self._presses((again or [options[-1][0]])[0])

    def _presses(self, data: str) -> None:
        self.does(Pressed(data, self._screen[-1].id))


def _seals(what: Tap | Steer) -> bool:
    return isinstance(what, Tap) and what.value.startswith(_SEAL)
