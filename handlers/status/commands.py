"""What waits for the speaker, gathered from the rows and told."""

from collections.abc import Sequence

from handlers.flow.party import owing, party_of
from handlers.programme_file import ProgrammeFile, reports_due
from handlers.status import plan, texts
from handlers.status.page import Begun, Page
from handlers.turn import LEADERS, Turn
from storage.records import AnswerRow


def show(turn: Turn, _rest: str = "") -> None:
    """Tell what waits for the speaker in the programme that they sit in."""
    programme = turn.programme
    if programme is None:
        turn.say(texts.no_programme(turn.tongue))
        return
    mine = turn.membership("participant")
    party = party_of(programme, mine) if mine else None
    begun = _begun(turn, programme, party) if party else {}
    waiting = plan.waiting(
        programme,
        turn.now,
        delivered=_delivered(turn, programme, party) if party else None,
        reflected=_reflected(turn, programme) if "participant" in turn.roles else None,
        begun=begun,
    )
    leads = bool(LEADERS & turn.roles)
    page = Page(
        programme,
        waiting,
        begun=begun,
        counts=_counts(turn, programme) if leads else (),
        several=len({one.programme for one in turn.memberships}) > 1,
        leads=leads,
    )
    turn.say(page.text(turn.tongue), page.buttons(turn.tongue))


def pressed(turn: Turn, _arguments: Sequence[str]) -> None:
    show(turn)


def _delivered(turn: Turn, programme: ProgrammeFile, party: str) -> set[str]:
    """The milestones before which the party has delivered."""
    reports = turn.unit.reports
    names = [milestone.id for milestone, _ in reports_due(programme)]
    return {name for name in names if reports.of(programme.id, party, name) is not None}


def _reflected(turn: Turn, programme: ProgrammeFile) -> set[str]:
    assert turn.person is not None  # noqa: S101 - a participant is somebody
    done = turn.unit.reflections.of_person(turn.person.id)
    return {one.milestone for one in done if one.programme == programme.id}


def _begun(turn: Turn, programme: ProgrammeFile, party: str) -> dict[str, Begun]:
    """The open drafts of reports, by milestone, with the answers that they hold."""
    drafts = turn.unit.drafts
    return {
        draft.about: _progress(programme, drafts.answers(draft.id))
        for draft in drafts.open_for(party)
        if draft.programme == programme.id and draft.form == "report"
    }


def _progress(programme: ProgrammeFile, answers: Sequence[AnswerRow]) -> Begun:
    """How far a report has come; how much is left is known where it asks of no measures."""
    settled = {one.key for one in answers if one.state != "open"}
    report = programme.report
    if report is None or report.measures:
        return Begun(len(settled))
    return Begun(len(settled), sum(one.key not in settled for one in report.question))


def _counts(turn: Turn, programme: ProgrammeFile) -> tuple[plan.Count, ...]:
    delivered = {(one.milestone, one.party) for one in turn.unit.reports.every(programme.id)}
    return plan.counts(programme, turn.now, sorted(owing(turn.unit, programme)), delivered)
