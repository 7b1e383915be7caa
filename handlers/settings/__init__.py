"""How each person is reminded: hour and days, a pause, later, by mail; who speaks for a team."""

from handlers.feature import Command, Feature
from handlers.settings import days, duty, hour, mail, page, pause, pause_texts, snooze, texts
from handlers.turn import MEMBERS

FEATURE = Feature(
    "settings",
    commands=(
        Command(
            ("settings", "innstillinger", "innstillingar"),
            page.show,
            texts.summary,
            menu=MEMBERS,
            names={"nb": "innstillinger", "nn": "innstillingar"},
        ),
        Command(("pause",), pause.asked, pause_texts.summary),
    ),
    presses={
        "settings": lambda turn, _arguments: page.show(turn),
        "hour": hour.pressed,
        "days": days.pressed,
        "duty": duty.pressed,
        "mail": mail.pressed,
        "pause": pause.pressed,
        "later": snooze.pressed,
    },
    forms=(days.FORM,),
    loose=lambda turn: hour.typed(turn) or mail.typed(turn),
)
