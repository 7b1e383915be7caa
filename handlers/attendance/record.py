"""What somebody answered is kept in the place of what they answered before, and thanked for."""

from collections.abc import Mapping
from dataclasses import replace

from handlers import moot
from handlers.attendance import flow, samling, texts
from handlers.attendance.again import asks_again
from handlers.attendance.flow import (
    ANSWERS,
    ATTENDED,
    COMES,
    DAYS,
    DINNER,
    KEY,
    LUNCH,
    NIGHT,
    allergies,
    asking,
    milestone_of,
)
from handlers.flow import texts as flow_texts
from handlers.flow.party import person_party
from handlers.flow.position import Position
from handlers.flow.readers import YES
from handlers.flow.scene import Scene
from handlers.markup import Button, Html, Keyboard, bold, column, lines, paragraphs, plain
from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    on_days,
    sign_up_due,
    sign_up_is_binding,
    zone,
)
from handlers.tongue import Tongue
from handlers.turn import Turn
from storage.records import SignUp


def may(scene: Scene) -> Html | None:
    """None for one of those who come, while it can still be said, or be made whole."""
    one = milestone_of(scene)
    if one is None:
        return flow.may(scene)
    before = standing(scene.turn, scene.programme, one)
    return flow.may(scene) or bound(scene.turn, scene.programme, one, before)


def finished(scene: Scene, position: Position) -> None:
    one = milestone_of(scene)
    if one is not None:
        record(scene.turn, scene.programme, one, position.values)


def heard(scene: Scene, position: Position) -> Html | None:
    """Let what was said so far count from the first answer on: the rest may never come."""
    one = milestone_of(scene)
    if one is None or position.done or COMES not in position.values:
        return None
    return keep(scene.turn, scene.programme, one, position.values)


def record(turn: Turn, programme: ProgrammeFile, one: Milestone, values: Mapping[str, str]) -> None:
    """Keep the whole answer, and drop what held it."""
    refused = keep(turn, programme, one, values, whole=True)
    drop_drafts(turn, programme, one)
    said = standing(turn, programme, one)
    if refused is not None or said is None:
        told = texts.you_answered(turn.tongue, summary(turn.tongue, said)) if said else ""
        turn.say(paragraphs(refused or "", told))
        return
    turn.say(_thanks(turn, programme, one, said), _ways(turn, one, said))


def keep(
    turn: Turn,
    programme: ProgrammeFile,
    one: Milestone,
    values: Mapping[str, str],
    *,
    whole: bool = False,
) -> Html | None:
    """Keep the answers in the place of those before, and take back what would have asked for them.

    What was not said yet stays as it was before, unless this is the ``whole`` answer. A sentence:
    nothing was kept, for what stands binds.
    """
    assert turn.person is not None  # noqa: S101 - one of those who come is somebody
    before, said = standing(turn, programme, one), _said(turn, programme, one, values)
    if before is not None and said.answer != before.answer and binds(turn, programme, one, before):
        return _is_binding(turn.tongue, programme, one)
    if before is None or said.answer != before.answer:
        turn.note("signup", one.id)
    elif is_begun(programme, one, before, turn.tongue):
        said = replace(said, said_at=before.said_at)
    if before is not None and not whole:
        said = _filled(programme, one, said, before)
    turn.unit.attendance.sign_up(said)
    comes = said.answer in ("coming", "unsure")
    moot.signed_up(turn.unit, programme.id, turn.person.id, one.id, turn.now, comes=comes)
    return None


def binds(turn: Turn, programme: ProgrammeFile, one: Milestone, said: SignUp) -> bool:
    """Whether an answer is one that can no longer be changed here; «do not know yet» never is."""
    return said.answer != "unsure" and samling.is_shut(programme, one, turn.event.said_at)


def bound(
    turn: Turn, programme: ProgrammeFile, one: Milestone, before: SignUp | None
) -> Html | None:
    """Why what was answered cannot be changed here; None where it can, or is to be made whole."""
    if before is None or is_begun(programme, one, before, turn.tongue):
        return None
    if not binds(turn, programme, one, before):
        return None
    return _is_binding(turn.tongue, programme, one)


def _is_binding(t: Tongue, programme: ProgrammeFile, one: Milestone) -> Html:
    return texts.is_binding(t, t.pick(one.title), flow.whom(t, programme))


def is_begun(programme: ProgrammeFile, one: Milestone, said: SignUp, t: Tongue) -> bool:
    """Whether something that hangs on the answer has not been said yet."""
    key = next(key for key, answer in ANSWERS.items() if answer == said.answer)
    found = {DAYS: said.days or None, LUNCH: said.lunch, DINNER: said.dinner, NIGHT: said.overnight}
    asked = asking(programme, one, t)({COMES: key, DAYS: said.days})
    return any(question.key in found and found[question.key] is None for question in asked)


def _filled(programme: ProgrammeFile, one: Milestone, said: SignUp, before: SignUp) -> SignUp:
    """An answer on the way, with what was known of those who come."""
    attended = {ANSWERS[key] for key in ATTENDED}
    if not {said.answer, before.answer} <= attended:
        return said
    days = said.days or before.days
    dinner = before.dinner if said.dinner is None else said.dinner
    return replace(
        said,
        days=days,
        lunch=before.lunch if said.lunch is None else said.lunch,
        dinner=dinner if samling.has_dinner(programme, one, days) else None,
        overnight=before.overnight if said.overnight is None else said.overnight,
    )


def drop_drafts(turn: Turn, programme: ProgrammeFile, one: Milestone) -> None:
    """Drop what the speaker began to answer, also to what has moved since."""
    if turn.person is None:
        return
    for draft in turn.unit.drafts.open_for(person_party(turn.person.id)):
        mine = (draft.programme, draft.form) == (programme.id, KEY)
        if mine and draft.about.partition(".")[0] == one.id:
            turn.unit.drafts.drop(draft.id)
    turn.forget_what_was_read()


def standing(turn: Turn, programme: ProgrammeFile, one: Milestone) -> SignUp | None:
    """What the speaker answered for the samling as it stands."""
    mine = turn.unit.attendance.sign_ups_of(turn.person.id) if turn.person else []
    asked_for = on_days(one)
    return next(
        (
            said
            for said in mine
            if (said.programme, said.milestone, said.asked_for) == (programme.id, one.id, asked_for)
        ),
        None,
    )


def summary(t: Tongue, said: SignUp) -> Html:
    """What was answered, in one line for each thing."""
    chosen = [t.day(samling.read_day(day)) for day in said.days.split(",") if day]
    wanted = [
        words
        for words, yes in (
            (texts.lunch_short(t), said.lunch),
            (texts.dinner_short(t), said.dinner),
            (texts.overnight_short(t), said.overnight),
        )
        if yes
    ]
    asked = any(one is not None for one in (said.lunch, said.dinner, said.overnight))
    return lines(
        texts.answer(t, said.answer),
        t.listed(chosen) if chosen else None,
        t.listed(wanted) if wanted else texts.neither(t) if asked else None,
    )


def _said(
    turn: Turn, programme: ProgrammeFile, one: Milestone, values: Mapping[str, str]
) -> SignUp:
    return SignUp(
        programme=programme.id,
        milestone=one.id,
        person=turn.person.id if turn.person else "",
        answer=ANSWERS[values[COMES]],
        asked_for=on_days(one),
        days=",".join(_days(one, values[DAYS])) if DAYS in values else "",
        lunch=_yes(values.get(LUNCH)),
        dinner=_yes(values.get(DINNER)),
        overnight=_yes(values.get(NIGHT)),
        said_at=turn.event.said_at,
    )


def _days(one: Milestone, value: str) -> list[str]:
    """The chosen days as ISO dates; where none was chosen, all of them."""
    return [day.isoformat() for day in samling.chosen_days(one, value)]


def _yes(value: str | None) -> bool | None:
    return None if value is None else value == YES


def _thanks(turn: Turn, programme: ProgrammeFile, one: Milestone, said: SignUp) -> Html:
    t = turn.tongue
    eats = said.lunch is not None or said.dinner is not None
    return paragraphs(
        bold(texts.thanks(t)),
        lines(bold(t.pick(one.title)), t.when(one.when, year=True)),
        summary(t, said),
        _if_late(t, programme, one, said),
        texts.how_another_gets_in(t) if said.answer == "substitute" else None,
        _once_known(turn, programme, one, said) if said.answer == "unsure" else None,
        allergies(programme, t) if eats else None,
    )


def _if_late(t: Tongue, programme: ProgrammeFile, one: Milestone, said: SignUp) -> Html | None:
    due = sign_up_due(programme, one)
    if due is None or said.said_at <= due:
        return None
    day = due.astimezone(zone(programme)).date()
    return texts.after_the_deadline(t, day, binding=sign_up_is_binding(programme, one))


def _once_known(turn: Turn, programme: ProgrammeFile, one: Milestone, said: SignUp) -> Html | None:
    """How to answer later, and whether they are asked: nothing is promised that does not come."""
    if asks_again(turn, programme, one):
        return texts.tell_us_when_you_know(turn.tongue)
    if samling.is_late(programme, one, said.said_at):
        return None
    return texts.tell_us_in_time(turn.tongue)


def _ways(turn: Turn, one: Milestone, said: SignUp) -> Keyboard:
    t = turn.tongue
    change = Button(plain(flow_texts.change(t)), turn.press("signup", one.id))
    calendar = Button(plain(texts.into_calendar(t)), turn.press("calendar", one.id))
    return column(change, *((calendar,) if said.answer == "coming" else ()))
