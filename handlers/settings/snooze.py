"""Putting a reminder off: to a day on which it can come, and before it is too late."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from handlers.markup import Button, Html, Keyboard, column, lines, plain
from handlers.programme_file import milestone
from handlers.remind.coming import Coming, coming
from handlers.remind.hours import first_push_day
from handlers.remind.plan import Key, Part
from handlers.remind.standing import Heard, Register, Standing, heard
from handlers.settings import pause_texts as texts
from handlers.settings.mine import Mine, mine
from handlers.tongue import Tongue
from handlers.turn import Turn

DAYS = {"1": texts.tomorrow, "3": texts.in_three_days, "7": texts.next_week}
_WEEK = 7
_Told = tuple[Standing, Part]


@dataclass(frozen=True, slots=True)
class Again:
    """In which push what was put off comes again, and what does not, since it is over by then.

    ``free`` is the first day that could have it, whatever it is about.
    """

    first: Coming | None
    over: tuple[_Told, ...]
    free: date


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Ask until when a push is put off, or put it off; only its own person may."""
    found = mine(turn)
    if found is None:
        return
    which, word = (*arguments, "", "")[:2]
    push = turn.unit.pushes.find(which)
    if push is None or turn.person is None or push.person != turn.person.id:
        turn.say(texts.not_yours(turn.tongue))
        return
    left = _left(turn, which)
    if not left:
        turn.say(texts.nothing_left(turn.tongue))
    elif word in DAYS:
        _put_off(turn, found, which, word, left)
    else:
        turn.say(texts.ask_later(turn.tongue), _choices(turn.tongue, which, DAYS))


def wanted(today: date, word: str) -> date:
    """The day that somebody asks for: tomorrow, in three days, or next week's Monday."""
    if word == str(_WEEK):
        return today + timedelta(days=_WEEK - today.weekday())
    return today + timedelta(days=int(word))


def _put_off(turn: Turn, found: Mine, push: str, word: str, left: list[_Told]) -> None:
    t, until = turn.tongue, wanted(found.today, word)
    again = _again(turn, found, until, left)
    if again.first is None:
        _too_late(turn, found, push, word, left, again.free)
        return
    turn.unit.pushes.snooze(push, until)
    titles = t.listed(_title(t, one) for one in again.over)
    turn.say(
        lines(
            texts.comes(t, again.first.day, again.first.at.astimezone(found.rules.zone).time()),
            _why_that_day(t, again.first.day, until),
            texts.also_over(t, titles) if again.over else None,
        )
    )


def _too_late(  # noqa: PLR0913 - whose, which, until when
    turn: Turn, found: Mine, push: str, word: str, left: list[_Told], free: date
) -> None:
    """Say so, and offer what is early enough, if anything is."""
    t = turn.tongue
    said = texts.over_by_then(t, free)
    rest = [w for w in DAYS if wanted(found.today, w) < wanted(found.today, word)]
    earlier = [w for w in rest if _again(turn, found, wanted(found.today, w), left).first]
    if earlier:
        turn.say(lines(said, texts.rather(t)), _choices(t, push, earlier))
    else:
        turn.say(lines(said, texts.no_earlier(t)))


def _why_that_day(t: Tongue, day: date, until: date) -> Html | None:
    """Why it is not the day that was asked for."""
    if day == until:
        return None
    return texts.not_the_day(t) if day > until else texts.comes_anyway(t)


def _again(turn: Turn, found: Mine, until: date, left: Sequence[_Told]) -> Again:
    """Play what lies ahead as if it were put off, by the rules by which it will be said."""
    assert turn.person is not None  # noqa: S101 - the push is theirs
    person = turn.person.id
    off = {_key(one): until for one in left}
    known = _heard(turn, found)
    known = replace(known, snoozed={**known.snoozed, **off})
    ends = max(part.fresh_until for _, part in left)
    waiting = {_of(one): one for one in left}
    first: Coming | None = None
    days = list(known.days)
    for push in coming(lambda at: Register(turn.unit, at).of(person), known, turn.now):
        if push.at >= ends or not waiting:
            break
        days.append(push.day)
        spoken = {_of(one) for one in push.parts} & set(waiting)
        if spoken:
            first = first or push
            waiting = {of: one for of, one in waiting.items() if of not in spoken}
    free = first_push_day(found.rules, until, days)
    return Again(first, tuple(waiting.values()), free)


def _left(turn: Turn, push: str) -> list[_Told]:
    """What a push spoke of that is still to be done, and not over."""
    assert turn.person is not None  # noqa: S101 - the push is theirs
    true = {
        _key((standing, part)): (standing, part)
        for standing in Register(turn.unit, turn.now).of(turn.person.id)
        for part in standing.true_parts(turn.now)
    }
    said = (one for one in turn.unit.pushes.parts(push) if one.spoken and one.state == "told")
    keys = [(p.programme, Key(p.kind, p.milestone, p.occasion)) for p in said]  # type: ignore[arg-type]
    return [true[key] for key in keys if key in true]


def _heard(turn: Turn, found: Mine) -> Heard:
    assert turn.person is not None  # noqa: S101 - the push is theirs
    return heard(turn.unit, turn.person.id, found.today)


def _choices(t: Tongue, push: str, words: Iterable[str]) -> Keyboard:
    return column(*(Button(plain(DAYS[word](t)), f"later:{push}:{word}") for word in words))


def _key(one: _Told) -> tuple[str, Key]:
    return (one[0].programme.id, one[1].key)


def _of(one: _Told) -> tuple[str, str, str]:
    """What it is about: a later word of the same thing says it, too."""
    return (one[0].programme.id, one[1].key.kind, one[1].key.milestone)


def _title(t: Tongue, one: _Told) -> str | Html:
    found = milestone(one[0].programme, one[1].key.milestone)
    return t.pick(found.title) if found else ""
