"""Who comes to a samling, and who was there."""

from handlers.attendance import count_texts, here, overview, poster, sheet, signing, texts
from handlers.feature import Command, Feature
from handlers.programme_file import ProgrammeFile
from handlers.turn import LEADERS


def _signs_up(programme: ProgrammeFile) -> bool:
    return programme.samling is not None and programme.samling.sign_up is not None


def _counts(programme: ProgrammeFile) -> bool:
    return bool(overview.counted(programme))


FEATURE = Feature(
    "attendance",
    commands=(
        Command(
            ("signup", "kommer", "kjem"),
            signing.show,
            texts.summary,
            names={"nb": "kommer", "nn": "kjem"},
            fits=_signs_up,
        ),
        Command(
            ("attendance", "påmelding"),
            overview.show,
            count_texts.summary,
            roles=LEADERS,
            menu=frozenset({"organiser"}),
            names={"nb": "påmelding", "nn": "påmelding"},
            fits=_counts,
        ),
    ),
    presses={
        "signup": signing.pressed,
        "here": here.pressed,
        "attendance": overview.pressed,
    },
    forms=(signing.FORM,),
    first=here.first,
    loose=here.loose,
    papers={overview.LIST: sheet.make, overview.POSTER: poster.make},
)
