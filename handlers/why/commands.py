"""What is answered to «why»: what a person was told and will be, and how to have less of it."""

from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import cast

from handlers.markup import Button, Html, column, lines, paragraphs, plain
from handlers.programme_file import ProgrammeFile, is_for_individuals, load, milestone
from handlers.remind.coming import coming
from handlers.remind.hours import Rules, is_paused, local_day
from handlers.remind.plan import Kind
from handlers.remind.standing import Register, Standing, heard
from handlers.turn import Turn
from handlers.why import plan, team, texts
from storage.records import PushPart


def show(turn: Turn, rest: str = "") -> None:
    """``/why``: the speaker's own reminders; for organisers ``/why TEAM``: a team's, in counts."""
    if not turn.event.private:
        turn.say(texts.only_alone(turn.tongue))
    elif turn.person is None or turn.programme is None:
        turn.say(texts.not_joined(turn.tongue))
    elif rest and "organiser" in turn.roles:
        team.asked(turn, turn.programme, rest)
    else:
        _own(turn, turn.person.id, turn.programme)


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Answer the buttons; whether the speaker organises is asked anew."""
    if turn.event.private and turn.programme is not None and "organiser" in turn.roles:
        match arguments:
            case ["teams"]:
                team.choose(turn, turn.programme)
                return
            case ["team", which]:
                team.asked(turn, turn.programme, which)
                return
    show(turn)


def _own(turn: Turn, person: str, programme: ProgrammeFile) -> None:
    t, standings = turn.tongue, Register(turn.unit, turn.now).of(person)
    rules = standings[0].rules if standings else None
    today = local_day(rules, turn.now) if rules else None
    text = paragraphs(
        texts.heading(t),
        *_told(turn, person, rules),
        lines(texts.next_heading(t), *_next(turn, person, standings)),
        _pause(turn, rules, today),
        lines(texts.less_heading(t), texts.at_most(t), texts.less(t), texts.no_reminders(t)),
    )
    buttons = [Button(plain(texts.settings(t)), "settings")]
    if "organiser" in turn.roles and not is_for_individuals(programme):
        buttons.append(Button(plain(texts.for_a_team(t)), turn.press("why", "teams")))
    turn.say(text, column(*buttons))


def _told(turn: Turn, person: str, rules: Rules | None) -> list[Html]:
    """The last reminders, each with its reasons."""
    t, pushes = turn.tongue, turn.unit.pushes
    found = plan.last_told(pushes.of_person(person), pushes.told(person), pushes.unsaid(person))
    said = []
    for one in found:
        reasons = [why for part in one.parts if (why := _reason(turn, part)) is not None]
        if reasons and rules is not None:
            said.append(texts.told(t, one.at.astimezone(rules.zone), reasons))
    return said or [texts.nothing_told(t)]


def _reason(turn: Turn, part: PushPart) -> Html | None:
    """None for what stands no longer in the programme."""
    row = turn.unit.programmes.find(part.programme)
    programme = load(row.body) if row else None
    about = milestone(programme, part.milestone) if programme else None
    if programme is None or about is None:
        return None
    title = _title(turn, programme, turn.tongue.pick(about.title))
    kind, shift = cast("Kind", part.kind), plan.shift_of(part.occasion)
    return texts.reason(turn.tongue, kind, title, shift, alone=is_for_individuals(programme))


def _next(turn: Turn, person: str, standings: Sequence[Standing]) -> list[Html]:
    t = turn.tongue
    if not standings:
        return [texts.nothing_next(t)]
    rules = standings[0].rules
    known = heard(turn.unit, person, local_day(rules, turn.now))
    ahead = coming(lambda at: Register(turn.unit, at).of(person), known, turn.now)
    said = [
        texts.comes(
            t,
            push.day,
            push.at.astimezone(rules.zone).time(),
            [_thing(turn, one, part.key.kind, part.key.milestone) for one, part in push.parts],
        )
        for push in islice(ahead, plan.LAST)
    ]
    return [*said, texts.unless_done(t)] if said else [texts.nothing_next(t)]


def _thing(turn: Turn, standing: Standing, kind: Kind, of: str) -> Html:
    about = milestone(standing.programme, of)
    title = turn.tongue.pick(about.title) if about else of
    return texts.thing(turn.tongue, kind, _title(turn, standing.programme, title))


def _title(turn: Turn, programme: ProgrammeFile, title: str) -> str:
    """With its programme's name, for somebody who is in several."""
    if len({one.programme for one in turn.memberships}) == 1:
        return title
    t = turn.tongue
    return plain(texts.in_programme(t, title, t.pick(programme.name)))


def _pause(turn: Turn, rules: Rules | None, today: date | None) -> Html | None:
    if rules is None or today is None or rules.paused_until is None:
        return None
    return texts.paused(turn.tongue, rules.paused_until) if is_paused(rules, today) else None
