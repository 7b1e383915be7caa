"""The form of saying how far a party has come, and how the party hears of it before all others."""

from collections.abc import Mapping

from handlers import pleas
from handlers.flow.form import Question, Questions
from handlers.flow.party import owing, party_of, team_party
from handlers.flow.position import Position
from handlers.flow.scene import Form, Scene
from handlers.guidance import assess_texts as texts
from handlers.guidance.sure import declined, sure
from handlers.guidance.texts import missed as texts_missed
from handlers.markup import Button, Html, Keyboard, column, joined, lines, plain
from handlers.post import Letter
from handlers.programme_file import ProgrammeFile, is_for_individuals
from handlers.progress import score
from handlers.progress.seen import topic
from handlers.tongue import Tongue
from handlers.turn import Turn
from storage.records import Assessment

SCORE = "score"


def about(milestone: str, party: str) -> str:
    """What a draft is about; no milestone's id has a point."""
    return f"{milestone}.{party}"


def guides(turn: Turn, programme: ProgrammeFile, party: str) -> bool:
    """Whether the speaker leads the whole programme, or this party, as of this transaction."""
    mine = [one for one in turn.memberships if one.programme == programme.id]
    teams = [one.team for one in mine if one.role == "facilitator"]
    return party in owing(turn.unit, programme) and (
        any(one.role == "organiser" for one in mine)
        or None in teams
        or any(team_party(programme.id, team) == party for team in teams if team)
    )


def _subject(scene: Scene) -> tuple[str, str]:
    """The milestone and the party."""
    milestone, _, party = scene.draft.about.partition(".")
    return milestone, party


def _questions(scene: Scene) -> Questions:
    t, programme = scene.turn.tongue, scene.programme
    read, who = score.Step(programme), _name(scene, t)
    hint = lines(read.hint(t), score.labels(programme, t))
    options = score.options(programme, t)
    step = Question(SCORE, texts.how_far(t, who), read, options, hint=hint)

    def asked(answers: Mapping[str, str]) -> tuple[Question, ...]:
        said = answers.get(SCORE)
        return (step, _sure(scene, who, said)) if said else (step,)

    return asked


def _sure(scene: Scene, who: str, said: str) -> Question:
    t = scene.turn.tongue
    alone = is_for_individuals(scene.programme)
    ask = texts.you_see(t, who, score.told(scene.programme, said, t))
    first = texts.they_see_it_first(t, who) if alone else texts.sees_it_first(t)
    return sure(ask, first, texts.send_alone(t) if alone else texts.send(t), texts.no(t))


def _title(scene: Scene) -> Html:
    return texts.how_far(scene.turn.tongue, _name(scene, scene.turn.tongue))


def _may(scene: Scene) -> Html | None:
    """None for those who guide the party, while the programme uses the steps."""
    turn, report = scene.turn, scene.programme.report
    if report is None or report.score is None:
        return texts.no_longer_asked(turn.tongue)
    _, party = _subject(scene)
    return None if guides(turn, scene.programme, party) else texts.not_yours(turn.tongue)


def _finish(scene: Scene, position: Position) -> None:
    """Keep it in the place of an earlier one, and tell the party; nobody else hears of it here."""
    turn, (milestone, party) = scene.turn, _subject(scene)
    unit, programme, me = turn.unit, scene.programme, turn.person
    earlier = unit.help.assessment_of(programme.id, party, milestone)
    if earlier is not None:
        unit.outbox.moot_about(topic(earlier.id), turn.now)
    step = position.values[SCORE]
    by = me.id if me else None
    new = unit.help.assess(programme.id, party, milestone, step, by, turn.now)
    unit.drafts.drop(scene.draft.id)
    turn.note("assess", milestone)
    members = unit.people.members(programme.id)
    whole = [one for one in members if party_of(programme, one) == party]
    told, missed = pleas.tell_each(turn, whole, lambda t: _letter(scene, new, t))
    _report(scene, new, told, missed)


def _letter(scene: Scene, new: Assessment, t: Tongue) -> Letter:
    """What somebody of the party reads: the step, their own, and how to take it."""
    alone = is_for_individuals(scene.programme)
    sees, did_set = (
        (texts.sees_you, texts.you_set) if alone else (texts.sees_your_team, texts.team_set)
    )
    own = _own(scene, new)
    text = joined(
        " ",
        (
            sees(t, _signed(scene, t), score.told(scene.programme, new.score, t)),
            did_set(t, score.spoken(own, t)) if own else "",
            texts.to_talk_about(t),
        ),
    )
    lasts = scene.turn.now + pleas.LASTS
    return Letter(text, about=topic(new.id), stale_after=lasts)


def _signed(scene: Scene, t: Tongue) -> str:
    """The speaker's name, or what they are."""
    turn = scene.turn
    if turn.person is not None and turn.person.name:
        return turn.person.name
    leads = turn.membership("facilitator") is not None
    return plain(texts.facilitator(t) if leads else texts.organiser(t))


def _own(scene: Scene, new: Assessment) -> str | None:
    """The step that the party set itself in the report that stands."""
    reports = scene.turn.unit.reports
    report = reports.of(new.programme, new.party, new.milestone)
    answers = reports.answers(report) if report is not None and report.stands else []
    return next((one.value for one in answers if one.sort == "score"), None)


def _report(scene: Scene, new: Assessment, told: int, missed: int) -> None:
    """Say how many got it; where nobody did, the speaker tells them, and says so here."""
    turn, t = scene.turn, scene.turn.tongue
    who = _name(scene, t)
    alone = is_for_individuals(scene.programme)
    if not told:
        said = texts.tell_them(t, who, score.spoken(new.score, t))
        turn.say(said, they_know(t, scene.programme, new))
        return
    went = texts.is_sent_to(t, who) if alone else texts.is_sent(t, who, told)
    turn.say(lines(went, texts_missed(t, missed) if missed else ""))


def they_know(t: Tongue, programme: ProgrammeFile, kept: Assessment) -> Keyboard:
    """The button by which whoever guides them says that they know."""
    label = texts.they_know(t, alone=is_for_individuals(programme))
    return column(Button(plain(label), f"assess:told:{kept.id}"))


def _name(scene: Scene, t: Tongue) -> str:
    _, party = _subject(scene)
    return pleas.name_of_party(scene.turn.unit, scene.programme, party, t)


def _decline(scene: Scene) -> None:
    scene.turn.say(texts.not_kept(scene.turn.tongue))


FORM = Form(
    "assess",
    _questions,
    _title,
    _may,
    _finish,
    review=False,
    declined=declined,
    decline=_decline,
)
