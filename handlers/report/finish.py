"""A completed report is kept, reminders end, and those whom it concerns are told, all at once."""

from collections.abc import Iterable, Sequence

from handlers import moot
from handlers.flow import texts as flow_texts
from handlers.flow.asking import as_kept
from handlers.flow.party import name_of, owing, party_of
from handlers.flow.position import Position
from handlers.flow.readers import YES
from handlers.flow.scene import Scene
from handlers.markup import Button, Html, Keyboard, column, lines, plain
from handlers.post import Letter
from handlers.programme_file import help_keys, is_for_individuals, report_due
from handlers.report import texts
from handlers.report.flow import asked_in
from handlers.report.plan import owed
from handlers.tongue import Tongue, tongue
from storage.records import Membership, Person, Report, ReportAnswer

_WORDS = 400  # characters of one answer in a call for help: the whole stands in the summary


def finish(scene: Scene, position: Position) -> None:
    """Deliver the report as its next version, and tell the team, and whoever is asked to help."""
    turn, draft, programme = scene.turn, scene.draft, scene.programme
    before = turn.unit.reports.of(programme.id, draft.party, draft.about)
    asked_before = before is not None and _asks_for_help(scene, turn.unit.reports.answers(before))
    t = tongue(programme.language)
    answers = as_kept(asked_in(programme, t, turn.now), position, t)
    report = _deliver(scene, answers)
    moot.delivered(turn.unit, programme.id, draft.party, draft.about, turn.now)
    turn.note("report", draft.about)
    turn.say(_thanks(scene, report), afterwards(turn.tongue, draft.about))
    if before is None:
        _tell_the_others(scene)
    if _asks_for_help(scene, answers) and not asked_before:
        _call_for_help(scene, answers)


def afterwards(t: Tongue, about: str) -> Keyboard:
    """What can be done with a delivered report."""
    see = Button(plain(texts.see(t)), f"report:see:{about}")
    return column(see, Button(plain(flow_texts.change(t)), f"report:change:{about}"))


def _deliver(scene: Scene, answers: Sequence[ReportAnswer]) -> Report:
    turn, draft = scene.turn, scene.draft
    milestone = owed(scene.programme, draft.about)
    due = report_due(scene.programme, milestone) if milestone else None
    said_at = turn.event.said_at
    return turn.unit.reports.deliver(
        scene.programme.id,
        draft.party,
        draft.about,
        answers,
        turn.person.id if turn.person else None,
        said_at,
        late=due is not None and said_at > due,
    )


def _thanks(scene: Scene, report: Report) -> Html:
    t = scene.turn.tongue
    if report.version > 1:
        return texts.thanks_for_change(t, _title(scene, t), report.version)
    late = texts.marked_late(t) if report.late else None
    return lines(texts.thanks(t, _title(scene, t)), late, _count(scene, t))


def _count(scene: Scene, t: Tongue) -> Html:
    """How many have delivered; never which."""
    unit, programme = scene.turn.unit, scene.programme
    every = owing(unit, programme)
    delivered = {one.party for one in unit.reports.before(programme.id, scene.draft.about)}
    said = texts.people_delivered if is_for_individuals(programme) else texts.teams_delivered
    return said(t, len(every & delivered), len(every))


def _tell_the_others(scene: Scene) -> None:
    """Tell the rest of the team once, without a sound, and not who wrote or whether it was late."""
    members = scene.turn.unit.people.members(scene.programme.id)
    team = [one for one in members if party_of(scene.programme, one) == scene.draft.party]
    for person in _people(scene, team):
        t = scene.turn.tongue_of(person)
        text = texts.others(t, _title(scene, t))
        scene.turn.tell(person, Letter(text, silent=True))


# Help


def _asks_for_help(scene: Scene, answers: Iterable[ReportAnswer]) -> bool:
    keys = help_keys(scene.programme)
    return any(one.key in keys and one.value == YES for one in answers)


def _call_for_help(scene: Scene, answers: Sequence[ReportAnswer]) -> None:
    """Tell at once those who help this team, in the team's words."""
    turn, party = scene.turn, scene.draft.party
    for person in _people(scene, _helpers(scene)):
        t = turn.tongue_of(person)
        who = name_of(turn.unit, scene.programme, party, t) or texts.somebody(t)
        text = texts.help_wanted(t, who, _title(scene, t), _words(scene, answers))
        turn.tell(person, Letter(text))
    turn.note("help", scene.draft.about)


def _helpers(scene: Scene) -> list[Membership]:
    """The team's own facilitators; without, those of no team; without, the organisers."""
    members = scene.turn.unit.people.members(scene.programme.id)
    facilitators = [one for one in members if one.role == "facilitator"]
    mine = {m.team for m in members if party_of(scene.programme, m) == scene.draft.party} - {None}
    return (
        [one for one in facilitators if one.team in mine]
        or [one for one in facilitators if one.team is None]
        or [one for one in members if one.role == "organiser"]
    )


def _words(scene: Scene, answers: Sequence[ReportAnswer]) -> list[tuple[str, str]]:
    """Wording and answer: what was asked and written about the help, else every text, shortened.

    A text question that follows the one about help is about it.
    """
    report = scene.programme.report
    kinds = {one.key: one.kind for one in report.question} if report else {}
    given = [one for one in answers if one.value is not None]
    free = [one for one in given if kinds.get(one.key, "text") == "text"]
    keys, order = help_keys(scene.programme), [one.key for one in answers]
    after = {order[place + 1] for place, key in enumerate(order[:-1]) if key in keys}
    near = [one for one in free if one.key in after]
    return [(one.wording, _shortened(one.shown)) for one in near or free]


def _shortened(text: str) -> str:
    return text if len(text) <= _WORDS else f"{text[:_WORDS].rstrip()} …"


def _people(scene: Scene, members: Iterable[Membership]) -> list[Person]:
    me = scene.turn.person.id if scene.turn.person else None
    ids = dict.fromkeys(one.person for one in members if one.person != me)
    found = (scene.turn.unit.people.find(person) for person in ids)
    return [person for person in found if person is not None]


def _title(scene: Scene, t: Tongue) -> str:
    milestone = owed(scene.programme, scene.draft.about)
    return t.pick(milestone.title) if milestone else scene.draft.about
