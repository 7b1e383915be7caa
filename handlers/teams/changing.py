"""The form in which an organiser changes a team: what, and to what."""

from collections.abc import Mapping
from typing import get_args

from handlers.changed import apply
from handlers.flow import readers
from handlers.flow.form import Option, Question, Questions
from handlers.flow.position import Position
from handlers.flow.scene import Form, Scene
from handlers.markup import Html, plain
from handlers.programme_file import ProgrammeFile, Team
from handlers.teams import card, telling
from handlers.teams import edit_texts as texts
from handlers.teams.edits import with_team
from handlers.teams.readers import NOBODY, Name, Somebody, folded_all
from handlers.teams.rights import held
from handlers.teams.roll import Entry, entries, leaders
from handlers.tongue import Tongue
from storage.records import Duty

WHAT = "what"
NAME, MUNICIPALITY, GUIDE = "name", "municipality", "facilitator"
DUTIES: tuple[Duty, ...] = get_args(Duty)


def _questions(scene: Scene) -> Questions:
    def asked(answers: Mapping[str, str]) -> tuple[Question, ...]:
        team = _team(scene)
        if team is None:
            return ()
        t = scene.turn.tongue
        found = _what(t, team)
        key = answers.get(WHAT)
        return (found, _value(scene, team, key)) if key else (found,)

    return asked


def _what(t: Tongue, team: Team) -> Question:
    options = (
        Option("contact", plain(texts.the_contact(t))),
        Option("deputy", plain(texts.the_deputy(t))),
        Option(GUIDE, plain(texts.the_guide(t))),
        Option(NAME, plain(texts.the_name(t))),
        Option(MUNICIPALITY, plain(texts.the_municipality(t))),
    )
    asked = texts.change_what(t, t.pick(team.name))
    return Question(WHAT, asked, readers.choice(options), options)


def _value(scene: Scene, team: Team, key: str) -> Question:
    t, name = scene.turn.tongue, scene.turn.tongue.pick(team.name)
    for duty in DUTIES:
        if key == duty:
            here = entries(scene.turn.unit, scene.programme, team.id)
            return _who(t, duty, texts.who_has_duty(t, duty, name), here)
    if key == GUIDE:
        here = [o for o in leaders(scene.turn.unit, scene.programme) if _guides(o)]
        return _who(t, GUIDE, texts.who_guides(t, name), here)
    if key == MUNICIPALITY:
        return Question(MUNICIPALITY, texts.which_municipality(t), Name())
    taken = {t.pick(one.name) for one in scene.programme.team if one.id != team.id}
    return Question(NAME, texts.new_name(t), Name(folded_all(taken)))


def _who(t: Tongue, key: str, asked: Html, here: list[Entry]) -> Question:
    people = tuple(Option(one.person.id, one.name) for one in here if one.name)
    options = (*people, Option(NOBODY, plain(texts.nobody(t))))
    return Question(key, asked, Somebody(options), options, hint=texts.who_hint(t))


def _guides(one: Entry) -> bool:
    return one.member.role == "facilitator"


def _team(scene: Scene) -> Team | None:
    mine = held(scene.turn)
    return mine.team(scene.draft.about) if mine is not None and mine.organises else None


def _may(scene: Scene) -> Html | None:
    return None if _team(scene) else texts.only_organisers(scene.turn.tongue)


def _title(scene: Scene) -> Html:
    team, t = _team(scene), scene.turn.tongue
    return texts.change_title(t, t.pick(team.name) if team else "")


def _finish(scene: Scene, position: Position) -> None:
    """Let it be so, and show the team as it is now."""
    turn, team = scene.turn, _team(scene)
    turn.unit.drafts.drop(scene.draft.id)
    if team is None:
        return
    key = position.values[WHAT]
    said = position.values[key]
    for duty in DUTIES:
        if key == duty:
            _give(scene, team, duty, said)
    if key not in DUTIES:
        person = turn.unit.people.find(said) if key == GUIDE else None
        value = None if said == NOBODY and key == GUIDE else said
        keep(scene, team, **{key: person.name if person else value})
    turn.note("team", f"{key} {team.id}")
    turn.forget_what_was_read()
    turn.say(texts.changed(turn.tongue))
    mine = held(turn)
    stands = mine.team(team.id) if mine else None
    if mine is not None and stands is not None:
        card.show(turn, mine, stands)


def _give(scene: Scene, team: Team, duty: Duty, said: str) -> None:
    """Give a duty to a member, or to a name in the file; nobody keeps it who had it before."""
    unit, programme = scene.turn.unit, scene.programme
    here = entries(unit, programme, team.id)
    before = [one for one in here if one.member.duty == duty]
    chosen = next((one for one in here if one.person.id == said), None)
    for one in before:
        if one is not chosen:
            unit.people.take_duty(one.member, None)
    if chosen is not None:
        unit.people.take_duty(chosen.member, duty)
    keep(scene, team, **{duty: None if chosen or said == NOBODY else said})
    _tell(scene, team, duty, before, chosen)


def _tell(scene: Scene, team: Team, duty: Duty, before: list[Entry], chosen: Entry | None) -> None:
    turn, programme = scene.turn, scene.programme
    turn.unit.outbox.moot_about(about := f"duty:{programme.id}:{team.id}:{duty}", turn.now)
    for one in before:
        if one is not chosen:
            telling.tell(
                turn, programme, one.person.id,
                lambda t: texts.you_spoke(t, duty, t.pick(team.name)), about=f"{about}:was",
            )  # fmt: skip
    if chosen is not None and chosen not in before:
        telling.tell(
            turn, programme, chosen.person.id,
            lambda t: texts.you_speak_now(t, duty, t.pick(team.name)), about=about,
        )  # fmt: skip


def keep(scene: Scene, team: Team, **values: object) -> None:
    """Make a new version of the programme's file, if it says anything new."""
    turn = scene.turn
    programme: ProgrammeFile = scene.programme
    after = with_team(programme, team.id, **values)
    if after != programme:
        apply(turn.unit, after, turn.now, turn.person.id if turn.person else None)


FORM = Form("team", _questions, _title, _may, _finish, review=False)
