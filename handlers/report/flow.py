"""The report's form as data: its questions, its title, and who may write in it."""

from collections.abc import Iterator, Mapping

from handlers.flow import sayings
from handlers.flow.asking import asking, today_in
from handlers.flow.form import Question, Questions
from handlers.flow.party import name_of, owing, party_of
from handlers.flow.scene import Scene
from handlers.markup import Html, lines
from handlers.programme_file import is_for_individuals
from handlers.report import texts
from handlers.report.asked.helping import told_beforehand, with_help
from handlers.report.asked.round import round_questions
from handlers.report.asked.scoring import score_questions
from handlers.report.asked.share import share_question
from handlers.report.asked.work import work_of
from handlers.report.behalf import files_for, is_their_own
from handlers.report.plan import owed
from handlers.tongue import Tongue


def questions(scene: Scene) -> Questions:
    """The report's questions in the speaker's language."""
    return asked_in(scene, scene.turn.tongue)


def asked_in(scene: Scene, t: Tongue) -> Questions:
    """The whole report in one language, as the answers so far make it.

    First how the aims and measures stand, then the programme's own questions, help, the score, and
    what of it others may read.
    """
    programme = scene.programme
    report = programme.report
    if report is None:
        return lambda _answers: ()
    alone = is_for_individuals(programme)
    work = work_of(scene) if report.measures else None
    own = tuple(
        told_beforehand(one, programme, t)
        for one in asking(report.question, t, today_in(programme, scene.turn.now))
    )
    may_share = work is not None and (alone or len(owing(scene.turn.unit, programme)) > 1)

    def asked(answers: Mapping[str, str]) -> Iterator[Question]:
        if work is not None:
            yield from round_questions(work, answers, t, alone=alone)
        yield from with_help(own, programme, answers, t)
        if report.score is not None:
            yield from score_questions(programme, answers, t)
        share = share_question(own, answers, t, alone=alone) if may_share else None
        if share is not None:
            yield share

    return lambda answers: tuple(asked(answers))


def title(scene: Scene) -> Html:
    """What is filled in, and on whose behalf where the speaker is none of them."""
    t = scene.turn.tongue
    before = owed(scene.programme, scene.draft.about)
    named = texts.title(t, t.pick(before.title) if before else scene.draft.about)
    if not files_for(scene.turn, scene.draft):
        return named
    who = name_of(scene.turn.unit, scene.programme, scene.draft.party, t)
    return lines(texts.on_behalf(t, who), named)


def may(scene: Scene) -> Html | None:
    """None for a participant of the party, as of this transaction, while the report is asked for.

    A report that was begun may be finished after the next one has opened, and a delivered one may
    be changed: late is better than lost. An organiser may file on a team's behalf, but not change
    what the team delivered itself.
    """
    turn, t = scene.turn, scene.turn.tongue
    if owed(scene.programme, scene.draft.about) is None:
        return texts.not_asked(t)
    mine = {party_of(scene.programme, member) for member in turn.memberships}
    if scene.draft.party in mine:
        return None
    if not files_for(turn, scene.draft):
        return texts.not_yours(t)
    return sayings.not_yours(t) if is_their_own(turn, scene.draft) else None
