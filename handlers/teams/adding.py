"""The form in which an organiser enters a person: a name, a function, an address if there is one.

The same questions are asked of whoever takes over a place.
"""

from collections.abc import Mapping

from handlers import roster
from handlers.flow.form import Option, Question, Questions
from handlers.flow.position import Position
from handlers.flow.scene import Form, Scene
from handlers.markup import Html, lines
from handlers.post import ON
from handlers.programme_file import ProgrammeFile, Team, is_for_individuals
from handlers.programme_file.teams import size_of
from handlers.teams import card
from handlers.teams import edit_texts as texts
from handlers.teams.readers import Job, Name, mail
from handlers.teams.rights import held
from handlers.teams.roll import is_full
from handlers.turn import Turn
from handlers.visits import MAIL as MAIL_DOOR
from handlers.workbook import Listed
from storage.records import Person

NAME, JOB, MAIL = "name", "job", "mail"


def who(turn: Turn, team: str) -> Question:
    t = turn.tongue
    return Question(NAME, texts.who_is_it(t, team), Name(), hint=texts.names_are_kept(t))


def which_mail(turn: Turn) -> tuple[Question, ...]:
    """Asked where the house can send mail."""
    t = turn.tongue
    if turn.unit.house.value(MAIL_DOOR) != ON:
        return ()
    return (Question(MAIL, texts.which_mail(t), mail, optional=True, hint=texts.mail_is_for(t)),)


def _job(turn: Turn, programme: ProgrammeFile, team: Team | None) -> tuple[Question, ...]:
    common = programme.teams.functions if programme.teams else ()
    functions = (team.functions if team else ()) or common
    if not functions:
        return ()
    t = turn.tongue
    options = tuple(Option(f"f{n}", t.pick(one)) for n, one in enumerate(functions))
    return (Question(JOB, texts.which_job(t), Job(options), options, optional=True),)


def _questions(scene: Scene) -> Questions:
    turn, team = scene.turn, _team(scene)
    name = turn.tongue.pick(team.name) if team else ""
    found = (who(turn, name), *_job(turn, scene.programme, team), *which_mail(turn))

    def asked(_: Mapping[str, str]) -> tuple[Question, ...]:
        return found

    return asked


def _team(scene: Scene) -> Team | None:
    return next((one for one in scene.programme.team if one.id == scene.draft.about), None)


def _may(scene: Scene) -> Html | None:
    mine, t = held(scene.turn), scene.turn.tongue
    team = _team(scene)
    stands = team is not None and not team.withdrawn
    if mine is None or not mine.organises or not (stands or is_for_individuals(scene.programme)):
        return texts.only_organisers(t)
    size = size_of(scene.programme)
    if team and size and is_full(scene.turn.unit, scene.programme, team.id):
        return texts.is_full(t, t.pick(team.name), size.max)
    return None


def _title(scene: Scene) -> Html:
    return texts.add_title(scene.turn.tongue)


def _finish(scene: Scene, position: Position) -> None:
    turn, said, t = scene.turn, position.values, scene.turn.tongue
    turn.unit.drafts.drop(scene.draft.id)
    listed = Listed(
        said[NAME], team=scene.draft.about or None, mail=said.get(MAIL), job=said.get(JOB)
    )
    before = {one.person for one in turn.unit.people.members(scene.programme.id)}
    person = enter(turn, scene.programme, listed)
    name = person.name or ""
    if person.id in before:
        turn.say(texts.was_there(t, name))
    else:
        went = invited_by_mail(turn, scene.programme, person)
        turn.note("entered", scene.draft.about)
        turn.say(lines(texts.is_entered(t, name), went or texts.give_a_link(t)))
    mine, team = held(turn), _team(scene)
    if mine is not None and team is not None:
        card.show(turn, mine, team)
    elif mine is not None:
        card.show_people(turn, mine)


def enter(turn: Turn, programme: ProgrammeFile, listed: Listed) -> Person:
    return roster.enlist(turn.unit, programme.id, listed, turn.now)


def invited_by_mail(turn: Turn, programme: ProgrammeFile, person: Person) -> Html | None:
    """Invite them by mail; None where none reaches them."""
    went = roster.invite(turn.unit, programme, person, turn.now)
    return texts.is_invited(turn.tongue) if went else None


FORM = Form("team-person", _questions, _title, _may, _finish, review=False)
