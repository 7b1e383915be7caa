"""Teams and their people: changed, moved, withdrawn, handed on; and invitations to send and print.

Shown are names, for those who must move people and hand places on, and counts: never who has
answered, who paused, or who is late.
"""

from handlers.feature import Command, Feature
from handlers.teams import (
    adding,
    changing,
    commands,
    founding,
    invite_texts,
    inviting,
    leaving,
    moving,
    texts,
)
from handlers.teams.sending import PAPERS
from storage.records import Role

ORGANISERS: frozenset[Role] = frozenset({"organiser"})

FEATURE = Feature(
    "teams",
    commands=(
        Command(
            ("teams", "team"),
            commands.teams,
            texts.summary,
            menu=frozenset({"organiser", "facilitator"}),
            names={"nb": "team", "nn": "team"},
        ),
        Command(
            ("invite", "inviter"),
            inviting.invite,
            invite_texts.summary,
            menu=ORGANISERS,
            names={"nb": "inviter", "nn": "inviter"},
        ),
    ),
    presses={
        "team": commands.pressed,
        "who": moving.who_pressed,
        "shift": moving.pressed,
        "left": leaving.pressed,
        "invite": inviting.pressed,
    },
    forms=(changing.FORM, founding.FORM, adding.FORM, leaving.FORM),
    papers=PAPERS,
)
