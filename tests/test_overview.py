"""The organiser's overview: what it decides, whom it names, and what it never shows."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.web.organiser.fragment import overview_html
from handlers.flow.party import team_party
from handlers.programme_file import ProgrammeFile, read_programme
from handlers.summary.material import Sight
from handlers.summary.overview import overview
from handlers.summary.overview_values import Overview
from handlers.tongue import tongue
from storage.records import Membership
from tests.led_network import PROGRAMME, led_network
from tests.room import Room
from tests.summed_up import delivers, reflect

EN = tongue("en")
NOVEMBER = datetime.fromisoformat("2026-11-20T10:00+00:00")
ALONE = """
schema = 1
id = "alene"
name = "Nettverk"
language = "nb"
[[milestone]]
id = "s1"
kind = "samling"
title = "Start"
when = "2026-09-10"
[[milestone]]
id = "s2"
kind = "samling"
title = "Funn"
when = "2026-12-02"
[report]
days_before = 7
[[report.question]]
key = "laert"
ask = "Hva har du lært?"
kind = "text"
"""


def seen(room: Room, programme: ProgrammeFile, sight: Sight | None = None) -> Overview:
    with room.unit() as unit:
        return overview(unit, programme, room.now, sight or Sight(), EN)


def test_who_needs_us_stands_first_with_their_words_and_since_when(tmp_path: Path) -> None:
    room, programme = led_network(tmp_path)
    asks = [(o.name, o.words, o.since, o.status) for o in seen(room, programme).asks]
    words = "Vi får ikke mentorsamtalene inn i turnusen. Kan noen vise hvordan de har løst det?"
    assert asks == [
        ("Havnes, sykehjemmet", words, "since Tuesday 23 March", "not answered"),
        (
            "Elvvik, helsehuset",
            "Asked for help in the chat. Ring them, or answer there.",
            "since Monday 29 March",
            "not answered",
        ),
    ]


def test_who_was_answered_stands_last_and_asks_no_more(tmp_path: Path) -> None:
    room, programme = led_network(tmp_path)
    with room.unit() as unit:
        (plea,) = unit.help.pleas(PROGRAMME)
        unit.help.answer(plea.id, None, room.now)
    found = seen(room, programme)
    assert [(one.name, one.answered, one.status) for one in found.asks] == [
        ("Havnes, sykehjemmet", False, "not answered"),
        ("Elvvik, helsehuset", True, "answered Tuesday 30 March"),
    ]
    assert [one.name for one in found.lines if one.asks] == ["Havnes, sykehjemmet"]


def test_the_round_is_told_in_words_and_one_mark_a_team(tmp_path: Path) -> None:
    found = seen(*led_network(tmp_path))
    assert (found.title, found.due) == (
        "Report before «Mentorrollen»",
        "Deadline Wednesday 7 April, in 8 days",
    )
    assert (found.delivered, found.also) == (
        "5 of 12 delivered",
        "1 of them after the deadline · 1 has begun",
    )
    assert found.dots == ("delivered",) * 4 + ("late", "begun") + ("missing",) * 6
    assert [(one.milestone, one.chosen) for one in found.rounds] == [
        ("samling-2", False),
        ("samling-3", True),
    ]


def test_a_row_says_how_it_stands_in_words(tmp_path: Path) -> None:
    found = seen(*led_network(tmp_path))
    told = {one.name: (one.status, one.marks, one.asks) for one in found.lines}
    assert told["Havnes, sykehjemmet"] == ("delivered", (), True)
    assert told["Kvitneset"] == ("delivered after the deadline", (), False)
    assert told["Elvvik, hjemmetjenesten"] == ("begun", (), False)
    assert told["Elvvik, helsehuset"] == ("not delivered", (), True)
    assert told["Lyngsund"] == ("delivered", ("on their behalf", "without Telegram"), False)


def test_a_long_answer_is_short_in_its_cell_and_whole_behind_it(tmp_path: Path) -> None:
    found = seen(*led_network(tmp_path))
    cells = {one.label: one for one in found.lines[0].cells}
    long = cells["Hva har dere lært siden sist?"]
    assert long.short == (
        "Vi har snakket med sju nytilsatte. De fleste var fornøyde med den første uka, men ingen "
        "visste hvem de kunne…"
    )
    assert long.full.endswith("leder setter dem inn i turnusen på forhånd.")
    assert cells["Tiltak"].short.splitlines() == [
        "1 i gang · 1 går tregt · 1 ferdig",
        "Faste samtaler i uke to, fire og åtte (går tregt): Turnusen er lagt til over sommeren.",
    ]
    assert cells["Tiltak"].full == ""


def test_a_question_gets_the_room_that_its_answers_want(tmp_path: Path) -> None:
    found = seen(*led_network(tmp_path))
    rooms = {one.label: one.room for one in found.columns}
    assert rooms["Hva har dere lært siden sist?"] == "wide"
    assert rooms["Hva hindrer dere?"] == "usual"
    assert rooms["Hvor langt synes dere at dere har kommet?"] == "narrow"


def test_only_the_row_that_changed_gets_another_version(tmp_path: Path) -> None:
    room, programme = led_network(tmp_path)
    before = seen(room, programme)
    delivers(room, programme, "storoya", "samling-3", {"laert": "Vi er i gang!"})
    after = seen(room, programme)
    old = {one.party: one.version for one in before.lines}
    changed = [one.name for one in after.lines if one.version != old[one.party]]
    assert changed == ["Storøya"]
    assert before.version != after.version


def test_a_minute_that_passes_changes_no_version(tmp_path: Path) -> None:
    room, programme = led_network(tmp_path)
    before = seen(room, programme)
    room.passes(minutes=1)
    after = seen(room, programme)
    assert before.made != after.made
    assert replace(after, made=before.made) == before


def test_a_facilitator_of_a_team_sees_nothing_of_another(tmp_path: Path) -> None:
    room, programme = led_network(tmp_path)
    found = seen(room, programme, Sight("havnes-1"))
    shown = repr(found)
    others = [one.name for one in programme.team if one.id != "havnes-1"]
    assert [one.name for one in found.lines] == ["Havnes, hjemmetjenesten"]
    assert not [name for name in others if str(name) in shown]
    assert "turnusen. Kan noen" not in shown
    assert (found.reflected, found.reflections) == ("", ())


def test_reflections_are_counted_and_read(tmp_path: Path) -> None:
    room, programme = led_network(tmp_path)
    found = seen(room, programme)
    assert (found.reflected, found.hidden) == (
        "«Hva fant vi, og hva prøver vi?»: 5 have answered.",
        "",
    )
    assert [len(said.texts) for said in found.reflections] == [5]


def test_what_too_few_have_answered_is_not_on_the_page(tmp_path: Path) -> None:
    room = Room(tmp_path, NOVEMBER)
    programme = room.holds()
    reflect(room, PROGRAMME, "samling-1", "En hemmelighet", "To", "Tre")
    few = seen(room, programme)
    assert (few.hidden, few.reflections) == ("The answers are shown from four answers up.", ())
    assert "hemmelighet" not in overview_html(few, EN)


def test_of_people_who_take_part_alone_nobody_is_named_who_has_not_delivered(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path, NOVEMBER)
    programme = read_programme(ALONE)
    room.imports(programme)
    people = {}
    with room.unit() as unit:
        for name in ("Anne", "Bjørn", "Cato"):
            people[name] = unit.people.add(name, "nb", NOVEMBER).id
            unit.people.join(Membership(people[name], "alene", "participant", None, None, NOVEMBER))
        unit.drafts.start("alene", 1, "report", f"person:{people['Bjørn']}", "s2", None, room.now)
    delivers(room, programme, people["Anne"], "s2", {"laert": "Mye"}, alone=True)
    found = seen(room, programme)
    assert [one.name for one in found.lines] == ["Anne"]
    assert found.dots == ("delivered", "begun", "missing")
    assert (found.places, found.empty) == ((), "")
    html = overview_html(found, EN)
    assert ("Anne" in html, "Bjørn" in html, "Cato" in html) == (True, False, False)


def test_what_people_wrote_is_text_on_the_page(tmp_path: Path) -> None:
    room, programme = led_network(tmp_path)
    delivers(room, programme, "storoya", "samling-3", {"laert": '<script>alert("x")</script>'})
    html = overview_html(seen(room, programme), EN)
    assert "<script" not in html
    assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;" in html


def test_a_row_on_the_page_carries_its_party_and_version(tmp_path: Path) -> None:
    room, programme = led_network(tmp_path)
    found = seen(room, programme)
    row = found.lines[0]
    assert row.party == team_party(PROGRAMME, "havnes-1")
    html = overview_html(found, EN)
    assert f'data-party="{row.party}" data-version="{row.version}"' in html
    assert '<th scope="row" role="rowheader">' in html


def test_a_programme_without_reports_shows_who_takes_part(tmp_path: Path) -> None:
    room = Room(tmp_path, NOVEMBER)
    programme = read_programme(ALONE.partition("[report]")[0])
    room.imports(programme)
    found = seen(room, programme)
    assert (found.title, found.lines, found.dots) == ("This programme has no reports.", (), ())
    assert "0 participants" in overview_html(found, EN)
