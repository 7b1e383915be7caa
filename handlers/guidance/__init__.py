"""Between a party and those who guide it: calls for help, answers, and how far it has come."""

from handlers.feature import Command, Feature
from handlers.guidance import (
    answer_form,
    answering,
    ask_form,
    assess,
    assess_form,
    assess_texts,
    commands,
    texts,
)
from handlers.turn import LEADERS

FEATURE = Feature(
    "guidance",
    commands=(
        Command(
            ("ask", "veileder", "rettleiar"),
            commands.ask_help,
            texts.ask_summary,
            roles=LEADERS | {"participant"},
            names={"nb": "veileder", "nn": "rettleiar"},
        ),
        Command(
            ("assess", "steg"),
            commands.assess_party,
            assess_texts.summary,
            roles=LEADERS,
            names={"nb": "steg", "nn": "steg"},
        ),
    ),
    presses={
        "ask": commands.alone(commands.pressed_ask),
        "plea": commands.alone(answering.pressed),
        "assess": commands.alone(assess.pressed),
    },
    forms=(ask_form.FORM, ask_form.AT_ONCE, answer_form.FORM, assess_form.FORM),
    edited=commands.edited,
)
