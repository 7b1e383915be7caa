"""What somebody answered is kept in the place of what they answered before, and thanked for."""

from collections.abc import Mapping

from handlers import moot
from handlers.attendance import samling, texts
from handlers.attendance.flow import (
    ALL,
    ANSWERS,
    COMES,
    DAYS,
    DINNER,
    KEY,
    LUNCH,
    NIGHT,
    allergies,
    milestone_of,
)
from handlers.attendance.press import press
from handlers.flow import texts as flow_texts
from handlers.flow.party import person_party
from handlers.flow.position import Position
from handlers.flow.readers import YES
from handlers.flow.scene import Scene
from handlers.markup import Button, Html, Keyboard, bold, column, lines, paragraphs, plain
from handlers.programme_file import Milestone, ProgrammeFile, on_days, sign_up_due, zone
from handlers.tongue import Tongue
from handlers.turn import Turn
from storage.records import SignUp


def finished(scene: Scene, position: Position) -> None:
    one = milestone_of(scene)
    if one is not None:
        record(scene.turn, scene.programme, one, position.values)


def record(turn: Turn, programme: ProgrammeFile, one: Milestone, values: Mapping[str, str]) -> None:
    """Keep the answers, take back what would have asked for them, and drop what held them."""
    assert turn.person is not None  # noqa: S101 - one of those who come is somebody
    said = _said(turn, programme, one, values)
    turn.unit.attendance.sign_up(said)
    comes = said.answer in ("coming", "unsure")
    moot.signed_up(turn.unit, programme.id, turn.person.id, one.id, turn.now, comes=comes)
    drop_drafts(turn, programme, one)
    turn.note("signup", one.id)
    turn.say(_thanks(turn, programme, one, said), _ways(turn, one, said))


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
    every = [day.isoformat() for day in samling.asked_days(one)]
    chosen = [] if value == ALL else [day for day in every if day in value.split(",")]
    return chosen or every


def _yes(value: str | None) -> bool | None:
    return None if value is None else value == YES


def _thanks(turn: Turn, programme: ProgrammeFile, one: Milestone, said: SignUp) -> Html:
    t, there = turn.tongue, zone(programme)
    due = sign_up_due(programme, one)
    late = due is not None and said.said_at > due
    eats = said.lunch is not None or said.dinner is not None
    return paragraphs(
        bold(texts.thanks(t)),
        lines(bold(t.pick(one.title)), t.when(one.when, year=True)),
        summary(t, said),
        texts.after_the_deadline(t, due.astimezone(there).date()) if late and due else None,
        texts.how_another_gets_in(t) if said.answer == "substitute" else None,
        texts.tell_us_when_you_know(t) if said.answer == "unsure" else None,
        allergies(programme, t) if eats else None,
    )


def _ways(turn: Turn, one: Milestone, said: SignUp) -> Keyboard:
    t = turn.tongue
    change = Button(plain(flow_texts.change(t)), press(turn, "signup", one.id))
    calendar = Button(plain(texts.into_calendar(t)), press(turn, "calendar", one.id))
    return column(change, *((calendar,) if said.answer == "coming" else ()))
