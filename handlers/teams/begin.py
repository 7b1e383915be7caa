"""A form of the speaker's own begins anew: what was left half done would be about the past."""

from handlers.flow import talk
from handlers.flow.party import person_party
from handlers.flow.scene import Form
from handlers.turn import Turn


def fresh(turn: Turn, form: Form, about: str) -> None:
    """Begin a form about a team or a person; a member of the programme speaks."""
    row, me = turn.programme_row, turn.person
    if row is None or me is None:
        return
    left = turn.unit.drafts.of(row.id, form.key, person_party(me.id), about)
    if left is not None:
        turn.unit.drafts.drop(left.id)
    talk.begin(turn, form, person_party(me.id), about)
