"""The form in which an organiser enters a new team."""

from collections.abc import Mapping

from handlers.changed import apply
from handlers.flow.form import Question, Questions
from handlers.flow.position import Position
from handlers.flow.scene import Form, Scene
from handlers.markup import Html
from handlers.programme_file import is_for_individuals
from handlers.teams import card
from handlers.teams import edit_texts as texts
from handlers.teams.edits import new_id, with_new
from handlers.teams.readers import Name, folded_all
from handlers.teams.rights import held

NAME, MUNICIPALITY = "name", "municipality"


def _questions(scene: Scene) -> Questions:
    t = scene.turn.tongue
    taken = folded_all([t.pick(one.name) for one in scene.programme.team])
    hint = texts.called_such_as(t)
    found = (
        Question(NAME, texts.what_is_it_called(t), Name(taken), hint=hint),
        Question(MUNICIPALITY, texts.which_municipality(t), Name(), optional=True),
    )

    def asked(_: Mapping[str, str]) -> tuple[Question, ...]:
        return found

    return asked


def _may(scene: Scene) -> Html | None:
    mine = held(scene.turn)
    may = mine is not None and mine.organises and not is_for_individuals(scene.programme)
    return None if may else texts.only_organisers(scene.turn.tongue)


def _title(scene: Scene) -> Html:
    return texts.new_title(scene.turn.tongue)


def _finish(scene: Scene, position: Position) -> None:
    """Let the team be in the programme, and show it."""
    turn, programme, t = scene.turn, scene.programme, scene.turn.tongue
    turn.unit.drafts.drop(scene.draft.id)
    name = position.values[NAME]
    team = new_id(turn.unit, programme, name)
    after = with_new(programme, team, name, position.values.get(MUNICIPALITY))
    apply(turn.unit, after, turn.now, turn.person.id if turn.person else None)
    turn.note("new team", team)
    turn.forget_what_was_read()
    turn.say(texts.is_new(t, name))
    mine = held(turn)
    found = mine.team(team) if mine else None
    if mine is not None and found is not None:
        card.show(turn, mine, found)


FORM = Form("team-new", _questions, _title, _may, _finish, review=False)
