"""What one person of the crowd makes of what they are sent, and what they do of themselves."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from bot.rehearsal.changing import date_for
from bot.rehearsal.crowd import Someone
from bot.rehearsal.house import Delivery
from bot.rehearsal.phone import Phone
from bot.rehearsal.world import World, is_unasked
from handlers.events import Blocked, Unblocked
from handlers.programme_file import zone

_QUARTER = 15  # minutes: people look at the clock
_COMES, _EATS, _SNOOZES, _TELLS_AWAY, _TAKES_CALENDAR = 0.8, 0.9, 0.6, 0.5, 0.1
_DAYS_LATE = (2, 6)
_MORNING, _AT_WORK = 9, 6  # from when, and for how many hours
_ANSWERS = {"y": 8, "n": 1, "s": 1, "u": 1}


class Life:
    """One person: they act on their phone when they find the time, each thing once."""

    def __init__(self, world: World, someone: Someone) -> None:
        """They have a phone, and are not in the programme yet."""
        self.someone = someone
        self.phone = Phone(world.house, someone, world.random)
        self._world = world
        self._random = world.random
        self._means: set[tuple[str, str]] = set()
        self._comes: dict[str, bool] = {}
        self._away = False  # has blocked the bot
        self._acts: Mapping[str, Callable[[str], None]] = {
            "report": self._reports,
            "signup": self._signs_up,
            "here": self._is_here,
            "absent": self._was_away,
            "reflect": self._reflects,
            "later": self._snoozes,
            "hour": self._chooses_hour,
            "date": self._sets_date,
            "calendar": self._takes_calendar,
        }

    def lives(self, until: datetime) -> None:
        """Put everything in the calendar that they do of themselves."""
        self._world.later(self.someone.joins_at, self._joins)
        span = until - self.someone.joins_at
        if span <= timedelta(days=60):
            return
        traits = self.someone.traits
        if "pauses" in traits:
            for _ in range(max(1, span.days // 300)):
                self._world.later(self._day_in(span, 0.1, 0.9), self._pauses)
        if traits & {"blocks", "blocks a month"}:
            self._world.later(self._day_in(span, 0.2, 0.7), self._blocks)
        if "moves" in traits:
            self._world.later(self._day_in(span, 0.2, 0.6), self._moves)

    def hears(self, what: Delivery) -> None:
        """A delivery arrives; what it asks for, they mean to do."""
        self.phone.shows(what)
        self._world.sent(self.someone, what)
        if not is_unasked(what):
            return
        for row in what.buttons:
            for button in row:
                word, _, about = (button.data or "").partition(":")
                if word in self._acts:
                    self._intends(word, about.split(":")[0], what)

    def _intends(self, word: str, about: str, what: Delivery) -> None:
        deed = (word, about)
        at = self._when(word, what)
        if at is None or deed in self._means:
            return
        self._means.add(deed)

        def act() -> None:
            self._means.discard(deed)
            if not self._away:
                self._acts[word](about)
                self._world.looks(self.someone)

        self._world.later(at, act)

    def _when(self, word: str, what: Delivery) -> datetime | None:
        """When they come to it; None for never."""
        now = self._world.now
        if word in ("here", "absent") or (word == "reflect" and what.cause == "day"):
            soon = now + timedelta(minutes=self._random.randint(2, 25))
            return None if self.someone.pace == "never" else soon
        if word == "later" and "snoozes" not in self.someone.traits:
            return None
        if word == "hour" and "evening" not in self.someone.traits:
            return None
        if word in ("later", "hour"):
            return now + timedelta(minutes=5)
        match self.someone.pace:
            case "at once":
                return now + timedelta(minutes=_QUARTER * self._random.randint(1, 16))
            case "late":
                return self._at_work(now + timedelta(days=self._random.randint(*_DAYS_LATE)))
            case "never":
                return None

    # What they are asked for

    def _reports(self, about: str) -> None:
        world = self._world
        party = world.teams.get(self.someone.number) or self.someone.key
        if (party, about) in world.agreed or self.someone.role != "participant":
            return
        world.agreed.add((party, about))
        self.phone.taps(f"report:{about}")
        self.phone.fills_in(world.known)
        if not world.did(self.someone, "delivered", about):
            world.agreed.discard((party, about))

    def _signs_up(self, about: str) -> None:
        answer = self._random.choices([*_ANSWERS], [*_ANSWERS.values()])[0]
        self._comes[about] = answer == "y"
        self.phone.taps(f"signup:{about}:{answer}", f"signup:{about}")
        self.phone.fills_in({"comes": answer}, yes=_EATS)
        self._world.did(self.someone, "signed up", about)

    def _is_here(self, about: str) -> None:
        if self._is_coming(about):
            self.phone.taps(f"here:{about}")
            word = self._world.wall(about)
            if word and not self._world.did(self.someone, "was here", about):
                self.phone.says(word)
                self._world.did(self.someone, "was here", about)

    def _was_away(self, about: str) -> None:
        if not self._is_coming(about) and self._random.random() < _TELLS_AWAY:
            self.phone.taps(f"absent:{about}")
            self._world.did(self.someone, "was away", about)

    def _reflects(self, about: str) -> None:
        if self._is_coming(about):
            self.phone.taps(f"reflect:{about}")
            self.phone.fills_in(self._world.known)
            self._world.did(self.someone, "reflected", about)

    def _snoozes(self, push: str) -> None:
        if self._random.random() < _SNOOZES:
            self.phone.taps(f"later:{push}")
            self.phone.taps(f"later:{push}:{self._random.choice((1, 3, 7))}")
            self._world.snoozed(self.someone, push)

    def _chooses_hour(self, _about: str) -> None:
        self.phone.taps("hour:ask")
        self.phone.taps("hour:evening")

    def _sets_date(self, about: str) -> None:
        one = self._world.milestone(about)
        said = date_for(self._world.programme, one) if one else None
        if said is not None:
            self.phone.taps(f"date:{about}")
            self.phone.fills_in({"when": said}, yes=1)

    def _takes_calendar(self, about: str) -> None:
        if self._random.random() < _TAKES_CALENDAR:
            self.phone.taps(f"calendar:{about}" if about else "calendar")

    def _is_coming(self, about: str) -> bool:
        return self._comes.setdefault(about, self._random.random() < _COMES)

    # What they do of themselves

    def _joins(self) -> None:
        self.phone.says(f"/start {self._world.code(self.someone)}")
        self.phone.taps("phone:private")
        self.phone.fills_in()
        self._world.looks(self.someone)
        if self.someone.duty is not None:
            self.phone.says("/settings")
            self.phone.taps("duty")
            self.phone.taps(f"duty:{self.someone.duty}")
        self._world.looks(self.someone)

    def _pauses(self) -> None:
        if not self._away:
            self.phone.says("/pause")
            self._world.looks(self.someone)

    def _blocks(self) -> None:
        self._away = True
        self.phone.does(Blocked())
        self._world.stirs(self.someone, team=True)
        if "blocks a month" in self.someone.traits:
            self._world.later(self._world.now + timedelta(days=30), self._comes_back)

    def _comes_back(self) -> None:
        self._away = False
        self.phone.does(Unblocked())
        self._world.stirs(self.someone, team=True)

    def _moves(self) -> None:
        mine = self._world.teams.get(self.someone.number)
        others = [
            one.id
            for one in self._world.programme.team
            if one.telegram and not one.withdrawn and one.id != mine
        ]
        if others and mine:
            code = self._world.team_code(self._random.choice(others))
            self.phone.says(f"/start {code}")
            self.phone.taps("move")
            self._world.looks(self.someone)

    # When

    def _day_in(self, span: timedelta, first: float, last: float) -> datetime:
        return self._at_work(self.someone.joins_at + span * self._random.uniform(first, last))

    def _at_work(self, moment: datetime) -> datetime:
        """Some quarter of the working hours of that day, or of the Monday after a weekend."""
        local = moment.astimezone(zone(self._world.programme))
        local += timedelta(days=max(0, 7 - local.weekday()) if local.weekday() > 4 else 0)  # noqa: PLR2004
        minutes = _QUARTER * self._random.randint(0, _AT_WORK * 60 // _QUARTER)
        return local.replace(hour=_MORNING, minute=0, second=0, microsecond=0) + timedelta(
            minutes=minutes
        )
