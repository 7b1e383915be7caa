"""The reflection's form as data: its questions, its title, and who may write in it, until when."""

from datetime import datetime

from handlers.flow.asking import asking, today_in
from handlers.flow.form import Question, Questions
from handlers.flow.party import person_party
from handlers.flow.scene import Scene
from handlers.markup import Html
from handlers.programme_file import Milestone, ProgrammeFile, milestone, reflection_closes, zone
from handlers.reflect import texts
from handlers.tongue import Tongue
from handlers.turn import Turn
from handlers.waiting import open_reflections


def questions(scene: Scene) -> Questions:
    """The reflection's questions in the speaker's language; none depends on another's answer."""
    asked = asked_in(scene.programme, scene.turn.tongue, scene.turn.now)
    return lambda _answers: asked


def asked_in(programme: ProgrammeFile, t: Tongue, now: datetime) -> tuple[Question, ...]:
    """The whole reflection in one language."""
    reflection = programme.reflection
    return asking(reflection.question, t, today_in(programme, now)) if reflection else ()


def title(scene: Scene) -> Html:
    t, after = scene.turn.tongue, milestone(scene.programme, scene.draft.about)
    return texts.title(t, t.pick(after.title) if after else scene.draft.about)


def may_unsigned(scene: Scene) -> Html | None:
    """None for a participant who has not answered yet, while it is open."""
    turn, about = scene.turn, scene.draft.about
    person = turn.person.id if turn.person else ""
    if turn.unit.reflections.marked(scene.programme.id, about, person):
        return texts.already_unsigned(turn.tongue)
    return may_signed(scene)


def may_signed(scene: Scene) -> Html | None:
    """None for the participant whose reflection it is, while it is open."""
    turn, t, programme = scene.turn, scene.turn.tongue, scene.programme
    takes_part = any(
        one.programme == programme.id and one.role == "participant" for one in turn.memberships
    )
    if turn.person is None or not takes_part:
        return texts.for_participants(t)
    if scene.draft.party != person_party(turn.person.id):
        return texts.for_participants(t)
    after = milestone(programme, scene.draft.about)
    if after is None or programme.reflection is None:
        return texts.not_asked(t)
    return None if is_open(turn, programme, after) else closed(t, programme, after)


def is_open(turn: Turn, programme: ProgrammeFile, after: Milestone) -> bool:
    """Whether it is open now, or was when the speaker spoke: they do not wait for us to be late."""
    return any(after in open_reflections(programme, at) for at in (turn.now, turn.event.said_at))


def closed(t: Tongue, programme: ProgrammeFile, after: Milestone) -> Html:
    """Until when it was open; where no day is known, only that it is not open."""
    closes = reflection_closes(programme, after)
    if closes is None:
        return texts.not_open(t, t.pick(after.title))
    day = closes.astimezone(zone(programme)).date()
    return texts.closed(t, t.pick(after.title), t.day(day, year=True))
