"""The whole job as one journey at the wire, with a restart between every two steps."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from handlers.flow.party import team_party
from storage.records import Report
from tests.botapi import BotApi
from tests.botapi.faults import drop_before
from tests.botapi.person import Person
from tests.journey import Journey

BEGIN = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
A_WEEK_BEFORE = datetime(2026, 11, 18, 12, 30, tzinfo=UTC)
THE_DAY_BEFORE = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)
DEADLINE = datetime(2026, 11, 25, 22, 59, 59, tzinfo=UTC)
TWO_DAYS_BEFORE = datetime(2026, 11, 30, 12, 30, tzinfo=UTC)
IN_THE_ROOM = datetime(2026, 12, 2, 13, 10, tzinfo=UTC)
NEXT_WORKING_DAY = datetime(2026, 12, 3, 12, 30, tzinfo=UTC)
TITLE = "What did we find, and what do we try?"
TYPED = (
    "An aim", "partly reached", "- A measure\n- Another", "1", "done",
    "Learnt", "3", "1", "-", "4", "1.2.2027", "no", "no",
)  # fmt: skip
LOOKED_THROUGH = """1. Which aims does the team work towards?
Nobody is alone

2. Nobody is alone
under way

3. Which measures does the team try?
A mentor for each
A talk each week

4. A mentor for each
under way

5. A talk each week
goes slowly

6. «A talk each week»: what makes it so? One sentence is enough.
The rota is full

7. What have you learnt since last time?
That shifts are hard

8. How far do you feel that you have come?
4

9. Does your manager stand behind the work?
Partly

10. What is in your way?
Time, Money

11. How many new staff have been given a mentor since last time?
12\u00a0new staff

12. When does the team meet next?
Skipped

13. Do you need help from us now?
Yes

14. What do you need help with?
A day with another team

15. Can your answer to «What have you learnt since last time?» be shared with the others?
Yes"""
CALLED = f"""Havnes, hjemmetjenesten asks for help

In the report before «{TITLE}».

What have you learnt since last time?
That shifts are hard"""
MORE = """Havnes, hjemmetjenesten tells what the help is about

What do you need help with?
A day with another team"""
OF_ONE_TEAM = """Where you stand

Now: 1 under way and 1 goes slowly

1 of 12 teams have delivered."""
OF_THREE_TEAMS = """Where you stand

Now: 1 not started and 1 done

Finished:
• Another

3 of 12 teams have delivered.
All who have delivered: 2 not started, 1 under way, 1 goes slowly and 2 done

Shared by others

Havnes, hjemmetjenesten: Hva har dere lært siden sist?
That shifts are hard"""


@pytest.fixture
async def journey(tmp_path: Path) -> AsyncIterator[Journey]:
    async with BotApi() as api:
        begun = await Journey.begun(api, tmp_path, BEGIN)
        yield begun
        await begun.home.stop()


async def test_the_whole_job_with_a_restart_between_every_two_steps(journey: Journey) -> None:
    kari = await journey.joins(1, "Kari", "havnes-1")
    siri = await journey.joins(2, "Siri", "havnes-1")
    ola = await journey.joins(3, "Ola", "elvvik-1")
    amir = await journey.joins(4, "Amir", "skarvnes")
    ingrid = await journey.joins(5, "Ingrid", "organiser")
    per = await journey.joins(6, "Per", "facilitator")
    await they_are_reminded(journey)
    await a_team_reports(journey, kari, siri)
    await two_more_teams_report_one_of_them_late(journey, ola, amir)
    await what_was_delivered_is_changed(journey, kari)
    await the_facilitator_broadcasts(journey, per, ola)
    await they_reflect_unsigned(journey, [kari, siri, ola, amir])
    await the_organiser_sums_up(journey, ingrid)
    await what_is_held_on_me_is_sent_and_erased(journey, kari)
    assert journey.outcomes() == {"ok", "drop_before"}
    assert await journey.unanswered() == 0


PARTICIPANTS = ("Kari", "Siri", "Ola", "Amir")
LATER = (["Remind me later"], ["Is this a bad time of day?"])


async def they_are_reminded(journey: Journey) -> None:
    journey.looks()
    await journey.moves_to(A_WEEK_BEFORE)
    got = {one.user["first_name"]: journey.news(one) for one in journey.people}
    assert {name: [(m.silent, m.labels) for m in pushes] for name, pushes in got.items()} == {
        **{name: [(True, [["Write the report"], *LATER])] for name in PARTICIPANTS},
        "Ingrid": [(True, [["Set the date"], *LATER])],
        "Per": [(True, [["Put it in my calendar"], LATER[1]])],
    }
    report, gathering, *_ = got["Kari"][0].text.split("\n\n")
    assert report == f"The report before {TITLE} is due in a week, Wednesday 25 November."
    assert gathering.startswith(f"The gathering {TITLE} is in two weeks: Wednesday 2 December")


async def a_team_reports(journey: Journey, kari: Person, siri: Person) -> None:
    """Every kind of question, by button and by typing, back, a skip, a stop, and a team-mate."""
    await journey.taps(kari, "Write the report")
    await journey.says(kari, "Nobody is alone", "back")
    await journey.taps(kari, "Keep the answer", "not started", "Back")
    await journey.says(kari, "under way", "1. A mentor for each\n2. A talk each week")
    await journey.taps(kari, "under way", "goes slowly")
    await journey.says(kari, "The rota is full", "That shifts are hard", "skip")
    assert kari.last.text == "This question needs an answer. You can also continue later."
    await journey.taps(kari, "2", "Continue later")
    await journey.says(siri, "rapport")
    assert siri.last.text.startswith("Kari began this today, 6 of 14 left.")
    await journey.taps(siri, "Partly", "Time", "Money", "Done choosing")
    await journey.says(siri, "twelve", "12", "stop")
    await journey.says(kari, "continue")
    journey.looks()
    await journey.taps(kari, "Skip", "Yes")
    await journey.says(kari, "A day with another team")
    assert journey.letters()["Per"] == [CALLED, MORE]
    await journey.taps(kari, "Yes", "Change 8")
    await journey.says(kari, "4")
    assert kari.last.text.endswith(f"before you send it.\n\n{LOOKED_THROUGH}")
    journey.looks()
    await journey.taps(kari, "Send")
    thanks = f"Thank you! The report before «{TITLE}» is delivered."
    told = f"Your team's report before «{TITLE}» is delivered."
    siris = f"{told} You need do nothing; /report shows it."
    assert journey.letters() == {"Kari": [thanks, OF_ONE_TEAM], "Siri": [siris]}
    assert [one.file.kind for one in journey.news(kari) if one.file] == ["photo"]
    journey.looks()
    await journey.moves_to(THE_DAY_BEFORE)
    due = f"The report before {TITLE} is due tomorrow, Wednesday 25 November."
    assert journey.letters() == {"Ola": [due], "Amir": [due]}


async def two_more_teams_report_one_of_them_late(
    journey: Journey, ola: Person, amir: Person
) -> None:
    """What was said in time counts as in time, though the house was down and heard it late."""
    await journey.taps(ola, "Write the report")
    await journey.says(ola, *TYPED)
    await journey.home.stop()
    journey.home.away_until(DEADLINE)
    ola.says("send")
    journey.home.away_until(DEADLINE + timedelta(hours=8))
    await journey.home.start()
    await journey.home.settled()
    journey.looks()
    await journey.moves_to(TWO_DAYS_BEFORE)
    # It waited since Friday, so as not to take the place of the gathering itself.
    overdue = f"The report before {TITLE} was due 5 days ago, Wednesday 25 November."
    late = f"{overdue} It can still be delivered.\n2 of 12 teams have delivered."
    letters = {name: told[0].split("\n\n")[0] for name, told in journey.letters().items()}
    assert letters.pop("Amir") == late
    assert set(letters) == {"Kari", "Siri", "Ola", "Ingrid", "Per"}
    assert all("The gathering" in text for text in letters.values())
    await journey.taps(amir, "Write the report")
    await journey.says(amir, *TYPED, "send")
    assert "It is marked «delivered after the deadline»" in amir.visible[-2].text
    assert amir.last.text == OF_THREE_TEAMS
    assert await late_or_not(journey) == {"elvvik-1": False, "havnes-1": False, "skarvnes": True}


async def what_was_delivered_is_changed(journey: Journey, kari: Person) -> None:
    await journey.says(kari, "/report")
    await journey.taps(kari, "Change")
    await journey.taps(kari, number_of(kari, "What have you learnt since last time?"))
    await journey.says(kari, "That shifts can be planned", "send")
    report = await of_team(journey, "havnes-1")
    answers = await journey.home.does(lambda unit: unit.reports.answers(report))
    assert (report.version, report.late) == (2, False)
    assert [one.value for one in answers if one.key == "laert"] == ["That shifts can be planned"]


def number_of(person: Person, question: str) -> str:
    """The button that changes the answer to a question of the page before sending."""
    line = next(one for one in person.last.text.splitlines() if one.endswith(question))
    return f"Change {line.partition('.')[0]}"


async def the_facilitator_broadcasts(journey: Journey, per: Person, ola: Person) -> None:
    """Ola's copy is held up, so the count stands between until it is out."""
    await journey.says(per, "/broadcast")
    await journey.taps(per, "Send the programme of the next gathering")
    preview = next(one for one in reversed(per.visible) if "Dagsorden:" in one.text)
    assert per.last.labels == [["Everybody (5)"], ["No"]]
    journey.looks()
    await journey.taps(per, "Everybody (5)")
    journey.home.api.faults.add("sendMessage", drop_before(), chat=ola.id)
    await journey.taps(per, "Yes, send")
    copies = {name: [preview.text] for name in ("Kari", "Siri", "Amir", "Ingrid")}
    asked = ["Send to 5 people now?", "Sending: 0 of 5."]
    assert journey.letters() == {**copies, "Per": asked}
    await journey.moves_to(TWO_DAYS_BEFORE + timedelta(seconds=1))
    assert (per.last.text, per.last.labels) == ("Sending: 4 of 5.", [["Stop"]])
    await journey.moves_to(TWO_DAYS_BEFORE + timedelta(minutes=1))
    await journey.moves_to(TWO_DAYS_BEFORE + timedelta(minutes=2))
    assert (per.last.text, per.last.labels) == ("Sent to 5 of 5.", [])
    assert ola.last.text == preview.text
    content = b"%PDF-1.7 the programme"
    await journey.does(lambda: per.sends_document("plan.pdf", content, "application/pdf"))
    await journey.taps(per, "Everybody (5)", "Yes, send")
    files = [one.last.file for one in journey.people if one is not per]
    assert [(one.name, one.data) for one in files if one] == [("plan.pdf", content)] * 5


async def they_reflect_unsigned(journey: Journey, people: list[Person]) -> None:
    journey.looks()
    await journey.moves_to(IN_THE_ROOM)
    asked = f"Thank you for being here today. What do you take with you from {TITLE}"
    letters = journey.letters()
    assert {name: len(texts) for name, texts in letters.items()} == dict.fromkeys(letters, 1)
    assert [one.last.text.startswith(asked) for one in people] == [True] * 4
    for number, person in enumerate(people):
        await journey.taps(person, "Write a reflection")
        await journey.says(person, f"Thought {number}", "hopp over", "send")
        assert person.last.text.startswith("Thank you for reflecting!")
    journey.looks()
    await journey.moves_to(NEXT_WORKING_DAY)
    (thanks,) = {text for told in journey.letters().values() for text in told}
    assert thanks.startswith(f"Thank you for last time: {TITLE}\n")


async def the_organiser_sums_up(journey: Journey, ingrid: Person) -> None:
    await journey.says(ingrid, "/summary")
    reflections = ingrid.last.text
    assert [f"Thought {number}" in reflections for number in range(4)] == [True] * 4
    await journey.taps(ingrid, "Before «Hva fant vi")
    await journey.taps(ingrid, "The matrix in Excel")
    file = ingrid.last.file
    assert file is not None
    assert file.name == "mellom-trygg-oppstart-samling-2.xlsx"
    book = openpyxl.load_workbook(BytesIO(file.data))
    cells = {str(c.value) for sheet in book for row in sheet.iter_rows() for c in row}
    assert {"That shifts can be planned", "Learnt", "12\u00a0nytilsatte"} <= cells
    assert not cells & {"That shifts are hard", "Kari", "Siri", "Ola", "Amir"}


async def what_is_held_on_me_is_sent_and_erased(journey: Journey, kari: Person) -> None:
    await journey.says(kari, "/mydata")
    file = kari.last.file
    assert file is not None
    assert "Kari" in file.data.decode()
    assert journey.carried() == await journey.owed()
    await journey.says(kari, "/forget")
    assert b"Kari" in journey.home.on_disk()
    await journey.taps(kari, "Yes, erase everything about me")
    await journey.home.house.beat()
    await journey.home.api.until(lambda: b"Kari" not in journey.home.on_disk())
    members = await journey.home.does(lambda unit: unit.people.members(journey.programme.id))
    assert len(members) == 5
    await journey.says(kari, "/report")
    assert "You are not in a programme yet" in kari.last.text


async def of_team(journey: Journey, team: str) -> Report:
    programme = journey.programme.id
    party = team_party(programme, team)
    found = await journey.home.does(lambda unit: unit.reports.of(programme, party, "samling-2"))
    assert found is not None
    return found


async def late_or_not(journey: Journey) -> dict[str, bool]:
    return {t: (await of_team(journey, t)).late for t in ("elvvik-1", "havnes-1", "skarvnes")}
