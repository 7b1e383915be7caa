"""/attendance: who comes and who was there, told in numbers to those who lead."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.attendance import count, count_texts, samling, texts, word
from handlers.attendance.count import Day, Group
from handlers.events import Pressed
from handlers.markup import Button, Html, Keyboard, bold, column, joined, lines, paragraphs, plain
from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    first_day,
    milestone,
    samlinger,
    sign_up_due,
    takes,
    zone,
)
from handlers.timeline import begins_at, is_over
from handlers.tongue import Tongue
from handlers.turn import Turn
from storage.records import Membership
from storage.unit import Unit

LIST, POSTER = "attendance-list", "attendance-word"


@dataclass(frozen=True, slots=True)
class Sight:
    """How far somebody sees: these teams alone, or all where it is None."""

    teams: frozenset[str] | None
    organises: bool

    def of(self, groups: Sequence[Group]) -> list[Group]:
        return [one for one in groups if self.teams is None or one.id in self.teams]


def sight_of(memberships: Sequence[Membership], programme: str) -> Sight | None:
    """An organiser sees everything, and a facilitator who has teams sees those; None: nothing."""
    mine = [one for one in memberships if one.programme == programme]
    guided = [one.team for one in mine if one.role == "facilitator"]
    if any(one.role == "organiser" for one in mine):
        return Sight(None, organises=True)
    if not guided:
        return None
    teams = frozenset(team for team in guided if team)
    return Sight(None if None in guided else teams, organises=False)


def show(turn: Turn, _rest: str = "") -> None:
    """Tell of the samling that comes next, or the last that was."""
    programme, sight = turn.programme, _sight(turn)
    if programme is None or sight is None:
        return
    found = counted(programme)
    ahead = [one for one in found if not is_over(programme, one, turn.now)]
    one = next(iter((*ahead, *reversed(found))), None)
    if one is None:
        turn.say(count_texts.nothing_counted(turn.tongue))
    else:
        _tell(turn, programme, one, sight)


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Answer the buttons: another samling («of»), the Excel list, or the code word of one."""
    programme, sight = turn.programme, _sight(turn)
    if programme is None or sight is None:
        return
    one = milestone(programme, arguments[1]) if arguments[1:] else None
    match arguments:
        case ["list"] if sight.organises:
            _order(turn, programme, LIST, "")
        case ["word", _] if one is not None and takes(programme, one, "presence"):
            word.made(turn.unit, programme.id, one.id)
            _order(turn, programme, POSTER, one.id)
        case ["of", _] if one is not None and one in counted(programme):
            _tell(turn, programme, one, sight)
        case _:
            show(turn)


def counted(programme: ProgrammeFile) -> list[Milestone]:
    """The samlinger with a day of which anything is asked, in the file's order."""
    return [
        one
        for one in samlinger(programme)
        if first_day(one.when) is not None
        and (takes(programme, one, "sign_up") or takes(programme, one, "presence"))
    ]


def known(unit: Unit, programme: ProgrammeFile, one: Milestone) -> count.Answers:
    """Read what was answered to one samling."""
    kept = unit.attendance
    said = (kept.signed_up(programme.id, one.id), kept.present(programme.id, one.id))
    members, reached = unit.people.members(programme.id), unit.people.reachable_in(programme.id)
    return count.answers(programme, one, members, said, reached)


def name_of(t: Tongue, programme: ProgrammeFile, group: str) -> str:
    """What a group is called."""
    if group in ("", count.LEADING):
        leads = group == count.LEADING
        return plain(count_texts.guiding(t) if leads else count_texts.taking_part(t))
    return next((t.pick(team.name) for team in programme.team if team.id == group), group)


def _sight(turn: Turn) -> Sight | None:
    """How far the speaker sees, as of this transaction; None once they are told why not."""
    t, programme = turn.tongue, turn.programme
    if not turn.event.private:
        turn.say(texts.only_alone(t))
        return None
    sight = sight_of(turn.memberships, programme.id) if programme else None
    if sight is None:
        turn.say(count_texts.not_yours(t))
    return sight


def _tell(turn: Turn, programme: ProgrammeFile, one: Milestone, sight: Sight) -> None:
    t, found = turn.tongue, known(turn.unit, programme, one)
    groups = sight.of(count.groups(programme, one, found))
    has_begun = (begins_at(programme, one) or turn.now) <= turn.now
    told = [_group(t, programme, one, group, has_begun=has_begun) for group in groups]
    whole = _total(groups)
    days = (
        [] if sight.teams is not None else count.day_by_day(programme, one, found.sign_ups.values())
    )
    turn.say(
        paragraphs(
            lines(
                bold(t.pick(one.title)), t.when(one.when, year=True), _until(turn, programme, one)
            ),
            lines(
                _group(t, programme, one, whole, has_begun=has_begun) if told[1:] else None, *told
            ),
            _days(t, days, groups) if _signs_up(programme, one) else None,
        ),
        _buttons(turn, programme, one, sight),
    )


def _signs_up(programme: ProgrammeFile, one: Milestone) -> bool:
    return takes(programme, one, "sign_up")


def _until(turn: Turn, programme: ProgrammeFile, one: Milestone) -> Html | None:
    due = sign_up_due(programme, one)
    if due is None:
        return None
    day = due.astimezone(zone(programme)).date()
    return count_texts.sign_up_until(turn.tongue, day, over=turn.now > due)


def _total(groups: Sequence[Group]) -> Group:
    whole = Group("*")
    for one in groups:
        whole = replace(
            whole,
            coming=whole.coming + one.coming,
            away=whole.away + one.away,
            substitutes=whole.substitutes + one.substitutes,
            unsure=whole.unsure + one.unsure,
            unanswered=whole.unanswered + one.unanswered,
            unreached=whole.unreached + one.unreached,
            here=whole.here + one.here,
        )
    return whole


def _group(
    t: Tongue, programme: ProgrammeFile, one: Milestone, group: Group, *, has_begun: bool
) -> Html:
    """A line for a group: what is nought is left out."""
    if not group.telegram:
        return count_texts.of(t, name_of(t, programme, group.id), count_texts.without_telegram(t))
    name = plain(count_texts.in_all(t)) if group.id == "*" else name_of(t, programme, group.id)
    if group.is_empty:
        return count_texts.of(t, name, count_texts.nobody_yet(t))
    signs, asks_here = _signs_up(programme, one), takes(programme, one, "presence")
    found = [
        count_texts.were_there(t, group.here) if asks_here and has_begun else None,
        *(words for words in (count_texts.answered(t, group) if signs else ())),
    ]
    return count_texts.of(t, name, joined(" · ", found) or count_texts.nobody_yet(t))


def _days(t: Tongue, days: Sequence[Day], groups: Sequence[Group]) -> Html:
    """What to order for each day, and of whom it does not speak."""
    left_out = days and not all(group.telegram for group in groups)
    return lines(*(_day(t, day) for day in days), count_texts.not_counted(t) if left_out else None)


def _day(t: Tongue, day: Day) -> Html:
    found = [
        count_texts.people(t, day.people),
        count_texts.lunches(t, day.lunch) if day.lunch is not None else None,
        count_texts.dinners(t, day.dinner) if day.dinner is not None else None,
        count_texts.beds(t, day.night) if day.night is not None else None,
    ]
    return count_texts.of(t, t.day(day.day), joined(" · ", found))


def _buttons(turn: Turn, programme: ProgrammeFile, one: Milestone, sight: Sight) -> Keyboard:
    t = turn.tongue
    hangs = takes(programme, one, "presence") and samling.is_in_person(one)
    ahead = not is_over(programme, one, turn.now)
    others = [
        Button(t.pick(other.title), turn.press("attendance", "of", other.id))
        for other in counted(programme)
        if other.id != one.id
    ]
    poster = Button(plain(count_texts.word_button(t)), turn.press("attendance", "word", one.id))
    names = Button(plain(count_texts.list_button(t)), turn.press("attendance", "list"))
    return column(
        *((names,) if sight.organises else ()), *((poster,) if hangs and ahead else ()), *others
    )


def _order(turn: Turn, programme: ProgrammeFile, kind: str, about: str) -> None:
    """List a file as work to be done; the same press never lists it twice."""
    assert turn.person is not None  # noqa: S101 - who leads is somebody
    asked = {"person": turn.person.id, "programme": programme.id, "milestone": about}
    task = f"{kind}:{turn.event.source}:{turn.event.update}"
    turn.unit.tasks.add(task, kind, json.dumps(asked), turn.now)
    turn.note(kind, about)
    coming = count_texts.is_coming(turn.tongue)
    if isinstance(turn.event.what, Pressed):
        turn.nod.text = plain(coming)
    else:
        turn.say(coming)
