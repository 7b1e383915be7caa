"""What waits for me: reports, reflections, the next samling; for leaders how many delivered."""

from handlers.feature import Command, Feature
from handlers.status import commands, texts
from handlers.turn import MEMBERS

FEATURE = Feature(
    "status",
    commands=(
        Command(
            ("status", "neste", "hva venter på meg", "hva venter", "kva ventar på meg"),
            commands.show,
            texts.summary,
            menu=MEMBERS,
            names={"nb": "neste", "nn": "neste"},
        ),
    ),
    presses={"status": commands.pressed},
)
