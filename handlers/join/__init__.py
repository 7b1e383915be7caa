"""People join: a code opens the door, and before anything is kept they are told what is."""

from handlers.feature import Command, Feature
from handlers.join import arrival, commands, phone, texts
from handlers.join.flow import FORM

FEATURE = Feature(
    "join",
    commands=(
        Command(("start",), commands.start, texts.start_summary),
        Command(("english", "engelsk"), commands.english, texts.language_summary),
        Command(("nynorsk",), commands.nynorsk, texts.language_summary),
        Command(("bokmål", "norsk", "norwegian"), commands.bokmal, texts.language_summary),
    ),
    presses={
        phone.PRESS: phone.pressed,
        arrival.MOVE: arrival.move_pressed,
        arrival.SPEAK: commands.speak_pressed,
    },
    forms=(FORM,),
    loose=commands.pasted,
)
