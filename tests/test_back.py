"""What a team gets back, and its report on paper, gathered from what was kept."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from handlers.feature import Paper
from handlers.flow.party import person_party, team_party
from handlers.markup import plain
from handlers.papers.gather import paper_of
from handlers.papers.values import Back, Moved, PaperAim, PaperMeasure, Said, Shared
from handlers.programme_file import ProgrammeFile
from handlers.progress.last import last_report
from handlers.report.delivered import paper_tasks
from handlers.report.delivered.back import gather_back, text_of
from handlers.tongue import tongue
from storage.records import File, MeasureState, Report, ReportAnswer
from storage.unit import Unit
from tests.room import Room
from tests.seated import seated, turn_of

PROGRAMME = "trygg-oppstart"
MINE = team_party(PROGRAMME, "havnes-1")
EN = tongue("en")
LEARNT = "Hva har dere lært siden sist?"
NOTHING = Back(
    party="Havnes, hjemmetjenesten",
    title="What did we find, and what do we try?",
    measures=(),
    last=None,
    now=(),
    finished=(),
    reached=(),
    delivered=1,
    expected=12,
    individuals=False,
    network=None,
    shared=(),
)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    here = Room(tmp_path, datetime(2026, 10, 1, 9, tzinfo=UTC))
    here.holds()
    yield here
    here.close()


def programme_of(unit: Unit, key: str = PROGRAMME) -> ProgrammeFile:
    from handlers.programme_file import load  # noqa: PLC0415

    row = unit.programmes.find(key)
    assert row is not None
    return load(row.body)


def told(states: dict[int, MeasureState], *more: ReportAnswer) -> list[ReportAnswer]:
    """A report's answers: the states of measures by number, then what else was said."""
    measures = [ReportAnswer(f"-m{n}", f"Tiltak {n}", s, s, "measure") for n, s in states.items()]
    return [*measures, *more]


def said(key: str, wording: str, words: str) -> ReportAnswer:
    return ReportAnswer(key, wording, words, words)


def share(*keys: str) -> ReportAnswer:
    return ReportAnswer("-share", "Kan dette deles?", ",".join(keys) or "-", "…", "share")


def delivers(  # noqa: PLR0913 - a report's whole identity
    room: Room,
    answers: Sequence[ReportAnswer],
    team: str = "havnes-1",
    before: str = "samling-2",
    *,
    late: bool = False,
    on_behalf: bool = False,
) -> Report:
    """Deliver as the report does: the answers are kept, and the measures stand as they say."""
    with room.unit() as unit:
        party = team_party(PROGRAMME, team)
        for answer in answers:
            if answer.sort == "measure":
                _stands(unit, party, answer, room.now)
        return unit.reports.deliver(
            PROGRAMME, party, before, answers, None, room.now, late=late, on_behalf=on_behalf
        )


def _stands(unit: Unit, party: str, answer: ReportAnswer, now: datetime) -> None:
    known = {f"-m{one.number}": one for one in unit.measures.measures(PROGRAMME, party)}
    one = known.get(answer.key)
    if one is None:
        one = unit.measures.add_measure(PROGRAMME, party, None, answer.wording, None, now)
    state = next(s for s in paper_states() if s == answer.value)
    unit.measures.change_measure(replace(one, state=state), None, now)


def paper_states() -> tuple[MeasureState, ...]:
    return ("not-started", "under-way", "slow", "done", "dropped")


def back(room: Room, team: str = "havnes-1", before: str = "samling-2") -> Back:
    with room.unit() as unit:
        return gather_back(unit, programme_of(unit), team_party(PROGRAMME, team), before, EN)


# Last time


def test_last_time_is_the_nearest_earlier_report_that_stands(room: Room) -> None:
    second = delivers(room, [], before="samling-3")
    first = delivers(room, [], before="samling-2")
    with room.unit() as unit:
        programme = programme_of(unit)
        found = [last_report(unit, programme, MINE, f"samling-{n}") for n in (2, 3, 4)]
        assert found == [None, first, second]
        unit.reports.withdraw(second.id, room.now)
        assert last_report(unit, programme, MINE, "samling-4") == first
        assert last_report(unit, programme, MINE, "gone") is None


# The team's own


def test_the_first_time_there_is_only_now(room: Room) -> None:
    delivers(room, told({1: "not-started", 2: "done"}))
    assert back(room) == replace(
        NOTHING,
        measures=(Moved("Tiltak 1", None, "not-started"), Moved("Tiltak 2", None, "done")),
        now=(("not-started", 1), ("done", 1)),
        finished=("Tiltak 2",),
    )


def test_measures_stand_against_last_time_and_the_finished_ones_stay(room: Room) -> None:
    delivers(room, told({1: "under-way", 2: "done", 3: "not-started"}))
    room.passes(days=60)
    delivers(room, told({1: "done", 3: "slow", 4: "under-way"}), before="samling-3")
    found = back(room, before="samling-3")
    assert (found.last, found.now, found.finished, found.measures) == (
        (("not-started", 1), ("under-way", 1), ("done", 1)),
        (("under-way", 1), ("slow", 1), ("done", 2)),
        ("Tiltak 1",),
        (
            Moved("Tiltak 1", "under-way", "done"),
            Moved("Tiltak 2", "done", "done"),
            Moved("Tiltak 3", "not-started", "slow"),
            Moved("Tiltak 4", None, "under-way"),
        ),
    )


def test_a_measure_that_was_finished_between_two_reports_is_finished_since_last(
    room: Room,
) -> None:
    delivers(room, told({1: "under-way"}))
    room.passes(days=5)
    with room.unit() as unit:
        (one,) = unit.measures.measures(PROGRAMME, MINE)
        unit.measures.change_measure(replace(one, state="done"), None, room.now)
    room.passes(days=5)
    delivers(room, [], before="samling-3")
    found = back(room, before="samling-3")
    assert (found.last, found.now, found.finished) == (
        (("under-way", 1),),
        (("done", 1),),
        ("Tiltak 1",),
    )


def test_an_aim_is_reached_once(room: Room) -> None:
    with room.unit() as unit:
        aim = unit.measures.add_aim(PROGRAMME, MINE, "Alle blir", None, room.now)
        unit.measures.change_aim(replace(aim, state="reached"), None, room.now)
    reached = ReportAnswer("-a1", "Alle blir", "reached", "nådd", "aim")
    delivers(room, [reached])
    room.passes(days=60)
    delivers(room, [reached], before="samling-3")
    assert [back(room, before=f"samling-{n}").reached for n in (2, 3)] == [("Alle blir",), ()]


# The others


def test_all_are_counted_together_from_three_teams_with_measures_on(room: Room) -> None:
    delivers(room, told({1: "done"}))
    delivers(room, told({1: "slow"}), "havnes-2")
    delivers(room, [], "elvvik-1")
    assert (back(room).network, back(room).delivered) == (None, 3)
    gone = delivers(room, told({1: "dropped"}), "skarvnes")
    assert back(room).network == (("slow", 1), ("done", 1), ("dropped", 1))
    with room.unit() as unit:
        unit.reports.withdraw(gone.id, room.now)
    assert (back(room).network, back(room).delivered) == (None, 3)


def test_only_what_others_let_be_read_is_read(room: Room) -> None:
    learnt, hidden = said("laert", LEARNT, "Å spørre."), said("hinder", "Hinder?", "Sjefen.")
    delivers(room, [learnt, share("laert")])
    delivers(room, [learnt, hidden, share("laert")], "elvvik-2")
    delivers(room, [hidden, share()], "skarvnes")
    delivers(room, [hidden], "storoya")
    delivers(room, [learnt, share("laert")], "elvvik-1", before="samling-3")
    assert back(room).shared == (Shared("Elvvik, helsehuset", LEARNT, "Å spørre."),)


def test_a_withdrawn_report_shares_nothing(room: Room) -> None:
    one = delivers(room, [said("laert", LEARNT, "Å spørre."), share("laert")], "elvvik-2")
    assert len(back(room).shared) == 1
    with room.unit() as unit:
        unit.reports.withdraw(one.id, room.now)
    assert back(room).shared == ()


def test_of_many_shared_answers_three_are_shown_each_team_once_first(room: Room) -> None:
    teams = ("havnes-2", "havnes-3", "elvvik-1", "elvvik-2")
    for team in teams:
        answers = [said("laert", LEARNT, f"A {team}"), said("hinder", "Hinder?", f"B {team}")]
        delivers(room, [*answers, share("laert", "hinder")], team)
    shown = back(room).shared
    assert (len(shown), len({one.team for one in shown})) == (3, 3)
    assert back(room).shared == shown
    readers = ("havnes-1", "skarvnes", "storoya", "breivoll", "kvitneset", "ytre-fjell")
    assert len({back(room, reader).shared for reader in readers}) > 1


# In words


def test_the_words_hold_all_that_the_picture_does_and_what_is_shared() -> None:
    shown = replace(
        NOTHING,
        measures=(Moved("Ringe", "under-way", "done"), Moved("Plan <b>", "under-way", "slow")),
        last=(("under-way", 2),),
        now=(("slow", 1), ("done", 1)),
        finished=("Ringe",),
        reached=("Alle blir",),
        delivered=7,
        expected=9,
        network=(("under-way", 4), ("done", 9)),
        shared=(Shared("Elvvik", LEARNT, "Å spørre."),),
    )
    assert plain(text_of(EN, shown)) == (
        "Since last time\n\nLast time: 2 under way\nNow: 1 goes slowly and 1 done\n\n"
        "Finished since last time:\n• Ringe\n\n"
        "Changed since last time:\n• Plan <b>: goes slowly (was: under way)\n\n"
        "Aims reached:\n• Alle blir\n\n"
        "7 of 9 teams have delivered.\nAll who have delivered: 4 under way and 9 done\n\n"
        "Shared by others\n\n"
        f"Elvvik: {LEARNT}\nÅ spørre."
    )


def test_without_measures_the_words_tell_who_has_delivered() -> None:
    assert plain(text_of(EN, NOTHING)) == "Where you stand\n\n1 of 12 teams have delivered."
    alone = replace(NOTHING, individuals=True, shared=(Shared("", "Hva?", "Det."),))
    assert plain(text_of(EN, alone)) == (
        "Where you stand\n\n1 of 12 participants have delivered.\n\n"
        "Shared by others\n\nA participant: Hva?\nDet."
    )


# On paper


def test_a_paper_says_what_the_report_said_when_it_was_said(room: Room) -> None:
    with room.unit() as unit:
        aim = unit.measures.add_aim(PROGRAMME, MINE, "Alle blir", None, room.now)
        one = unit.measures.add_measure(PROGRAMME, MINE, aim.id, "Ringe", None, room.now)
        one = replace(one, due=date(2026, 12, 1), responsible="HR")
        unit.measures.change_measure(one, None, room.now)
    answers = [
        ReportAnswer("-m1", "Ringe", "slow", "går tregt (som sist)", "measure"),
        ReportAnswer("-w1", "Hvorfor?", "Turnus.", "Turnus.", "note"),
        ReportAnswer("-a1", "Alle blir", "partly", "delvis nådd", "aim"),
        ReportAnswer("-m2", "Velkomst", "done", "ferdig", "measure"),
        said("laert", LEARNT, "Å \x00spørre\ufffe."),
        ReportAnswer("hinder", "Hinder?", None, "hoppet over"),
        ReportAnswer("-help", "Hjelp?", "yes", "Ja", "help"),
        ReportAnswer("-score", "Hvor langt?", "3.0", "3,0: Litt", "score"),
        share("laert"),
    ]
    report = delivers(room, answers, late=True, on_behalf=True)
    room.passes(days=1)
    with room.unit() as unit:
        unit.measures.change_measure(replace(one, due=None, responsible="leder"), None, room.now)
        _attach(unit, room.now)
        paper = paper_of(unit, programme_of(unit), report, EN)
    assert paper == replace(
        paper,
        programme="Learning network for a safe start",
        party="Havnes, hjemmetjenesten",
        alone=False,
        municipality="Havnes",
        before="gathering 2",
        title="What did we find, and what do we try?",
        due=date(2026, 11, 25),
        changed_at=None,
        version=1,
        late=True,
        on_behalf=True,
        withdrawn_at=None,
        aims=(
            PaperAim(
                "Alle blir",
                "partly reached",
                (PaperMeasure("Ringe", "goes slowly", "Turnus.", date(2026, 12, 1), "HR"),),
            ),
            PaperAim(None, "", (PaperMeasure("Velkomst", "done"),)),
        ),
        answers=(Said(LEARNT, "Å spørre."), Said("Hinder?", "not answered")),
        help=(Said("Hjelp?", "Ja"),),
        score=(Said("Hvor langt?", "3,0: Litt"),),
        shared=(LEARNT,),
        attachments=("plan.pdf",),
        language="en",
    )
    assert paper.delivered_at.isoformat() == "2026-10-01T11:00:00+02:00"


def _attach(unit: Unit, now: datetime) -> None:
    draft = unit.drafts.start(PROGRAMME, 1, "report", MINE, "samling-2", None, now)
    file = File("f1", None, "plan.pdf", "application/pdf", 10, "telegram:1", "ref")
    unit.files.add(file, now)
    unit.files.attach(draft.id, file.id, None, now)


def test_a_changed_report_keeps_when_it_was_first_delivered(room: Room) -> None:
    first = delivers(room, [])
    room.passes(days=1)
    second = delivers(room, [])
    with room.unit() as unit:
        paper = paper_of(unit, programme_of(unit), second, EN)
    assert (paper.version, paper.delivered_at, paper.changed_at) == (
        2,
        first.delivered_at,
        first.delivered_at + timedelta(days=1),
    )


# Ordered and made


def ordered(room: Room, key: str, *, picture: bool = False, party: str = MINE) -> list[str]:
    with room.unit() as unit:
        turn, programme = turn_of(room, unit, key), programme_of(unit)
        order = paper_tasks.order_picture if picture else paper_tasks.order
        order(turn, programme, party, "samling-2")
        order(turn_of(room, unit, key), programme, party, "samling-2")
    room.deliver()
    with room.unit() as unit:
        return [one.kind for one in unit.tasks.due(room.now, 9)]


def made(room: Room) -> list[Paper | None]:
    """What the workers make of all that was ordered, the oldest kind first."""
    with room.unit() as unit:
        due = unit.tasks.due(room.now, 9)
        return [paper_tasks.PAPERS[t.kind](unit, t.arguments, room.now) for t in due]


def test_both_files_are_ordered_once_and_come_in_the_teams_language(room: Room) -> None:
    kari = seated(room, "1")
    delivers(room, told({1: "done"}))
    assert sorted(ordered(room, "1")) == ["report-pdf", "report-word"]
    assert kari.last.text == "The files are being made. They come here in a moment."
    papers = [one for one in made(room) if one is not None]
    assert sorted((one.to.key, one.mime[:15], one.content[:2]) for one in papers) == [
        ("1", "application/pdf", b"%P"),
        ("1", "application/vnd", b"PK"),
    ]
    assert {plain(one.text) for one in papers} == {
        "The report before «Hva fant vi, og hva prøver vi?», for your own records."
    }


@pytest.mark.parametrize(
    ("role", "team", "sees"),
    [
        ("participant", "havnes-1", True),
        ("participant", "havnes-2", False),
        ("organiser", None, True),
        ("facilitator", None, True),
        ("facilitator", "havnes-1", True),
        ("facilitator", "elvvik-1", False),
        ("observer", None, False),
    ],
)
def test_who_may_see_a_report_is_asked_anew_when_its_file_is_made(
    room: Room, role: str, team: str | None, *, sees: bool
) -> None:
    delivers(room, told({1: "done"}))
    seated(room, "1", role=role, team=team)  # type: ignore[arg-type]  # parametrize knows no Literal
    ordered(room, "1")
    assert [one is not None for one in made(room)] == [sees, sees]


def test_nothing_is_made_for_who_left_or_is_gone_or_lost_the_address(room: Room) -> None:
    delivers(room, told({1: "done"}))
    seated(room, "1")
    seated(room, "2", team="havnes-2")
    ordered(room, "1")
    with room.unit() as unit:
        kari, ola = unit.people.at("telegram", "1"), unit.people.at("telegram", "2")
        assert kari is not None
        assert ola is not None
        unit.people.leave(kari.id, PROGRAMME, "participant")
    assert made(room) == [None, None]
    seated(room, "1")
    assert None not in made(room)
    with room.unit() as unit:
        arguments = [json.loads(one.arguments) for one in unit.tasks.due(room.now, 9)]
        elses = json.dumps({**arguments[0], "key": "2"})
        assert paper_tasks.pdf(unit, elses, room.now) is None
        unit.people.erase(kari.id)
    assert made(room) == [None, None]


def test_the_picture_comes_with_its_words(room: Room) -> None:
    kari = seated(room, "1")
    delivers(room, told({1: "done"}))
    assert ordered(room, "1", picture=True) == ["report-picture"]
    assert kari.screen == []
    (paper,) = made(room)
    assert paper is not None
    assert (paper.mime, paper.content[:4], plain(paper.text)) == (
        "image/png",
        b"\x89PNG",
        "Where you stand\n\nNow: 1 done\n\nFinished:\n• Tiltak 1\n\n1 of 12 teams have delivered.",
    )


def test_words_too_long_for_a_caption_are_said_before_the_picture(room: Room) -> None:
    kari = seated(room, "1")
    delivers(room, told({1: "done"}))
    for team in ("elvvik-1", "elvvik-2", "skarvnes"):
        delivers(room, [said("laert", LEARNT, "x" * 280), share("laert")], team)
    with room.unit() as unit:
        (one,) = unit.measures.measures(PROGRAMME, MINE)
        unit.measures.change_measure(replace(one, wording="y" * 200), None, room.now)
    ordered(room, "1", picture=True)
    assert kari.screen[0].text.startswith("Where you stand")
    assert [plain(one.text) for one in made(room) if one] == ["The same as a picture."]


def test_without_measures_only_words_come(room: Room) -> None:
    kari = seated(room, "1")
    delivers(room, [])
    assert ordered(room, "1", picture=True) == []
    assert kari.last.text == "Where you stand\n\n1 of 12 teams have delivered."


def test_a_withdrawn_report_gives_its_files_and_no_picture(room: Room) -> None:
    seated(room, "1")
    report = delivers(room, told({1: "done"}))
    ordered(room, "1", picture=True)
    ordered(room, "1")
    with room.unit() as unit:
        unit.reports.withdraw(report.id, room.now)
        kinds = [one.kind for one in unit.tasks.due(room.now, 9)]
    given = {kind: one is not None for kind, one in zip(kinds, made(room), strict=True)}
    assert given == {"report-picture": False, "report-word": True, "report-pdf": True}


def test_a_person_alone_is_named_in_no_picture_and_sees_nobody_elses_report(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path, datetime(2026, 10, 1, 9, tzinfo=UTC))
    programme = room.holds("gjovik.toml")
    for key in ("1", "2"):
        seated(room, key, programme.id, team=None)
    with room.unit() as unit:
        kari, ola = unit.people.at("telegram", "1"), unit.people.at("telegram", "2")
        assert kari is not None
        assert ola is not None
        assert programme.report is not None
        before = programme.milestone[-1].id
        for one in (kari, ola):
            answers = [said("q", "Hva?", "Det."), share("q")]
            unit.reports.deliver(
                programme.id, person_party(one.id), before, answers, None, room.now, late=False
            )
        found = gather_back(unit, programme, person_party(kari.id), before, EN)
        assert (found.party, found.shared) == ("", (Shared("", "Hva?", "Det."),))
        member = unit.people.memberships(kari.id)[0]
        parties = [person_party(one.id) for one in (kari, ola)]
        assert [paper_tasks.may_see(programme, member, one) for one in parties] == [True, False]
    room.close()
