"""What a button of ours holds, so that it is about the same programme when it is pressed later."""

from handlers.turn import Turn

BUTTON_HOLDS = 64  # bytes


def press(turn: Turn, *words: str) -> str:
    """The words with a colon between; «:@programme» at the end for who is in several programmes."""
    data, programme = ":".join(words), turn.programme
    if programme is None or len({one.programme for one in turn.memberships}) == 1:
        return data
    longer = f"{data}:@{programme.id}"
    return longer if len(longer) <= BUTTON_HOLDS else data
