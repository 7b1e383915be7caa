"""A network in the middle of its work, for the tests of what those who lead it see.

Samling 3 is in fifteen days: five of twelve teams have delivered, one of them late and one by an
organiser's hand, one has begun, two ask for help, and four have spoken after samling 2.
"""

from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from handlers.flow.party import team_party
from handlers.programme_file import ProgrammeFile
from storage.records import Membership, ReportAnswer, Role
from tests.room import Room
from tests.summed_up import Said, answers_to, delivers, reflect, work_of

NOW = datetime.fromisoformat("2027-03-30T10:00+00:00")
PROGRAMME = "trygg-oppstart"
_NO = ("no", "Nei")
_SMALL: Said = {"laert": "Det er lettere å begynne i det små."}
_LONG = (
    "Vi har snakket med sju nytilsatte. De fleste var fornøyde med den første uka, men ingen "
    "visste hvem de kunne spørre etterpå. Derfor prøver vi faste mentorsamtaler i uke to, fire og "
    "åtte, og leder setter dem inn i turnusen på forhånd."
)


def led_network(folder: Path) -> tuple[Room, ProgrammeFile]:
    """The room, at ``NOW``."""
    room = Room(folder, datetime.fromisoformat("2026-09-01T08:00+00:00"))
    programme = room.holds()
    for team, members, gone in (("havnes-1", 5, 1), ("havnes-2", 4, 0), ("elvvik-1", 6, 2)):
        _members(room, team, members, gone)
    _before_samling_2(room, programme)
    _before_samling_3(room, programme)
    room.now = NOW
    return room, programme


def joins(room: Room, key: str, role: Role, team: str | None = None, name: str = "Ola") -> str:
    """Somebody at the page with this key, and in a chat; their person id."""
    with room.unit() as unit:
        person = unit.people.add(name, "en", room.now)
        unit.people.live_at(person.id, "page", key)
        unit.people.live_at(person.id, "telegram", key)
        unit.people.join(Membership(person.id, PROGRAMME, role, team, None, room.now))
    return person.id


def _members(room: Room, team: str, members: int, gone: int) -> None:
    for number in range(members):
        key = f"{team}-{number}"
        joins(room, key, "participant", team)
        if number < gone:
            with room.unit() as unit:
                unit.people.unreachable("page", key, room.now)
                unit.people.unreachable("telegram", key, room.now)


def _before_samling_2(room: Room, programme: ProgrammeFile) -> None:
    room.now = datetime.fromisoformat("2026-11-24T09:00+00:00")
    for team, far in (("havnes-1", "2"), ("havnes-2", "3"), ("skarvnes", "2")):
        work = work_of((1, "Mentor fra første dag", "not-started", None))
        _deliver(room, programme, team, "samling-2", far, work, {"hjelp": _NO})
    reflect(
        room, PROGRAMME, "samling-1", "At vi ikke er alene om dette.", "Bli enige hjemme først."
    )
    room.now = datetime.fromisoformat("2026-12-03T09:00+00:00")
    reflect(
        room,
        PROGRAMME,
        "samling-2",
        "Tiltakene må være så små at vi tør å begynne.",
        "Å måle er ikke farlig.",
        "Spør de nytilsatte selv!",
        "At andre strever med turnusen også. Det var godt å høre, og vi fikk tre råd å ta med.",
        "Ta med lederen neste gang.",
    )


def _before_samling_3(room: Room, programme: ProgrammeFile) -> None:
    room.now = datetime.fromisoformat("2027-03-23T12:00+00:00")
    first = work_of(
        (1, "Mentor fra første dag", "done", None),
        (2, "Faste samtaler i uke to, fire og åtte", "slow", "Turnusen er lagt til over sommeren."),
        (3, "Velkomstmappe på avdelingen", "under-way", None),
    )
    share = [ReportAnswer("-share", "Hva kan deles?", "laert", "Lærdommen", "share")]
    _deliver(room, programme, "havnes-1", "samling-3", "4", [*first, *share], {"laert": _LONG})
    second = work_of(
        (1, "Mentor fra første dag", "under-way", None), (2, "Opplæringsplan", "slow", None)
    )
    help_: Said = {"hinder": ("turnus,tid", "Turnus og vakter, Tid"), "hjelp": _NO}
    words = [
        ReportAnswer("-help", "Trenger dere hjelp?", "yes", "Ja", "help"),
        ReportAnswer(
            "-helpwhat",
            "Hva trenger dere hjelp til?",
            "Turnus",
            "Vi får ikke mentorsamtalene inn i turnusen. Kan noen vise hvordan de har løst det?",
            "help",
        ),
    ]
    _deliver(room, programme, "havnes-2", "samling-3", "3", [*second, *words], help_)
    room.now = datetime.fromisoformat("2027-03-25T12:00+00:00")
    _deliver(room, programme, "skarvnes", "samling-3", "2", [], {"hjelp": _NO})
    _deliver(room, programme, "lyngsund", "samling-3", "3", [], {"hjelp": _NO}, behalf=True)
    room.now = datetime.fromisoformat("2027-03-29T12:00+00:00")
    delivers(
        room, programme, "kvitneset", "samling-3", {"laert": "Ting tar tid."}, room.now, late=True
    )
    with room.unit() as unit:
        unit.drafts.start(
            PROGRAMME, 1, "report", team_party(PROGRAMME, "elvvik-1"), "samling-3", None, room.now
        )
        unit.help.call(PROGRAMME, team_party(PROGRAMME, "elvvik-2"), "samling-3", None, room.now)


def _deliver(  # noqa: PLR0913 - who, before what, what
    room: Room,
    programme: ProgrammeFile,
    team: str,
    milestone: str,
    far: str,
    work: list[ReportAnswer],
    said: Said = MappingProxyType({}),
    *,
    behalf: bool = False,
) -> None:
    shown = {"framdrift": (far, far), "nytilsatte": ("3", "3 nytilsatte"), **_SMALL, **said}
    answers = [*work, *answers_to(programme, shown)]
    with room.unit() as unit:
        unit.reports.deliver(
            programme.id,
            team_party(programme.id, team),
            milestone,
            answers,
            None,
            room.now,
            late=False,
            on_behalf=behalf,
        )
