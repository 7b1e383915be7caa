"""A programme of two years for thirty municipalities, and how its file changes meanwhile."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

PROGRAMME = "to-aar"
OSLO = ZoneInfo("Europe/Oslo")
TEAMS = [f"k{n:02}" for n in range(1, 31)]
MEMBERS = {team: 2 + (number % 7 == 0) + (number % 10 == 4) for number, team in enumerate(TEAMS)}
FUNCTIONS = ["leder", "fagperson", "tillitsvalgt"]
WITHDRAWN, AWAY_AND_BACK, WITHOUT_TELEGRAM = "k30", "k29", "k28"


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


def name_of(team: str, number: int) -> str:
    """Each member's name; the first is named as contact person and the second as deputy."""
    return f"Navn{number}fra{team}"


def _team(team: str) -> str:
    spoken_for = f'contact = "{name_of(team, 0)}"\ndeputy = "{name_of(team, 1)}"\n'
    number = TEAMS.index(team)
    return (
        f'[[team]]\nid = "{team}"\nname = "Havn {team} kommune"\nmunicipality = "Havn {team}"\n'
        + (spoken_for if number % 5 else "")
        + ("telegram = false\n" if team == WITHOUT_TELEGRAM else "")
    )


BASE = f"""
schema = 1
id = "{PROGRAMME}"
name = {{ nb = "To år", en = "Two years" }}
language = "nb"
organisers = ["Havn"]
[teams]
functions = ["leder", "fagperson", "tillitsvalgt"]
{"".join(_team(team) for team in TEAMS)}
[[milestone]]
id = "s1"
kind = "samling"
title = "Oppstart"
when = "2026-09-22T10:00/2026-09-23T15:00"
place = "Tromsø"
mode = "physical"
homework = "Les heftet"
[[milestone]]
id = "bindende"
kind = "frist"
title = "Bindende navn"
when = "2026-10-27T12:00"
binding = true
[[milestone]]
id = "s2"
kind = "samling"
title = "Kartlegging"
when = "2026-10-29T09:00/2026-10-29T14:30"
mode = "digital"
link = "https://moete.example/to"
homework = "Ring hverandre"
[[milestone]]
id = "s3"
kind = "samling"
title = "Nyttår"
when = "2027-01-07T09:00/2027-01-07T11:30"
mode = "digital"
link = "https://moete.example/tre"
[milestone.concerns]
teams = {TEAMS[:26]!r}
[[milestone]]
id = "tilskudd"
kind = "frist"
title = "Tilskudd"
when = "--02-01"
[[milestone]]
id = "s4"
kind = "samling"
title = "Etter påske"
when = "2027-04-15T10:00/2027-04-16T13:00"
place = "Bodø"
mode = "physical"
[[milestone]]
id = "kurs"
kind = "modul"
title = "Nettkurs"
when = "2027-05-20"
concerns = {{ functions = ["fagperson"] }}
[[milestone]]
id = "hoest"
kind = "fase"
title = "Høstløpet"
when = "2027-08-05/2027-10-01"
[[milestone]]
id = "besoek"
kind = "modul"
title = "Besøk"
when = "2028 vår"
[[milestone]]
id = "s5"
kind = "samling"
title = "Underveis"
when = "2027-11"
[[milestone]]
id = "s6"
kind = "samling"
title = "Skuddår"
when = "2028-03-02"
place = "Alta"
[[milestone]]
id = "vinter"
kind = "frist"
title = "Vinterfrist"
when = "2028-03-28"
[[milestone]]
id = "s7"
kind = "samling"
title = "Avslutning"
when = "2028-06-07T12:00/2028-06-08T12:00"
place = "Tromsø"
mode = "hybrid"
[report]
days_before = 7
before = ["s2", "s4", "s5", "s6", "s7"]
measures = true
[[report.question]]
key = "laert"
ask = "Hva har dere lært?"
kind = "text"
optional = true
[reflection]
open_days = 7
[[reflection.question]]
key = "tar-med"
ask = "Hva tar du med deg?"
kind = "text"
[samling.hold_date]
[samling.sign_up]
days_before = 14
[samling.practicalities]
[samling.presence]
[samling.thanks]
after = "2 working days"
[reminders]
pauses = ["2027-10-04/2027-10-10"]
[reminders.off]
squeezed = true
"""


def _when(milestone: str, when: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        head, id_line, rest = text.partition(f'id = "{milestone}"\n')
        before, key, after = rest.partition("when = ")
        assert id_line
        assert key
        return f'{head}{id_line}{before}{key}"{when}"\n{after.partition(chr(10))[2]}'

    return change


def _says(milestone: str, line: str) -> Callable[[str], str]:
    key = f'id = "{milestone}"\n'
    return lambda text: text.replace(key, f"{key}{line}\n")


def _unsays(line: str) -> Callable[[str], str]:
    return lambda text: text.replace(f"{line}\n", "", 1)


# When the organiser imports the file again, and what they have changed in it.
CHANGES: list[tuple[str, Callable[[str], str]]] = [
    ("2026-10-16T10:07", _when("s2", "2026-11-05T09:00/2026-11-05T14:30")),  # later, once told
    ("2026-12-18T14:41", lambda text: text.replace("moete.example/tre", "moete.example/3")),
    ("2027-02-16T21:13", _when("s4", "2027-04-08T10:00/2027-04-09T13:00")),  # earlier
    ("2027-05-14T09:31", _when("kurs", "2027-05-27")),
    ("2027-06-10T12:43", _when("s5", "2027-11-02T09:00/2027-11-03T15:00")),  # a month gets a day
    ("2027-08-30T08:11", _says(WITHDRAWN, "withdrawn = true")),
    ("2027-09-06T08:11", _says(AWAY_AND_BACK, "withdrawn = true")),
    ("2027-09-27T08:11", _unsays("withdrawn = true")),
    ("2027-10-11T10:17", _says("s5", "report_by = 2027-10-29\nsign_up_by = 2027-10-22")),
    ("2027-12-02T13:07", _when("besoek", "2028-05-08")),  # a season gets a day
    ("2028-02-10T11:53", _says("s6", "cancelled = true")),
    ("2028-02-21T16:29", _unsays("cancelled = true")),  # and is held after all
    ("2028-03-16T07:59", _when("vinter", "2028-03-28T11:00")),
    ("2028-05-25T13:49", _when("s7", "2028-06-07T10:00/2028-06-08T12:00")),  # the hour alone
]


def versions() -> list[tuple[datetime, str]]:
    """The text of every version after the first, and when it comes."""
    found, text = [], BASE
    for at, change in CHANGES:
        changed = change(text)
        assert changed != text, at
        text = changed
        found.append((wall(at), text))
    return found
