"""The teams of a programme's file: one by its id, and whether as many as it has are as wanted."""

from typing import Literal

from handlers.programme_file.schema import Contact, ProgrammeFile, Size, Team

Room = Literal["fits", "outside", "full"]


def room(size: Size | None, members: int) -> Room:
    """Whether a team of that many, the new one counted, is as the programme wants it.

    Too few is never a reason to keep somebody out.
    """
    if size is None or size.min <= members <= size.max:
        return "fits"
    return "full" if size.rule == "must" and members > size.max else "outside"


def size_of(programme: ProgrammeFile) -> Size | None:
    return programme.teams.size if programme.teams else None


def team_of(programme: ProgrammeFile, team: str) -> Team | None:
    return next((one for one in programme.team if one.id == team), None)


def first_contact(programme: ProgrammeFile) -> Contact | None:
    """The first of the programme's contacts who can be reached."""
    return next((one for one in programme.contact if one.reach), None)
