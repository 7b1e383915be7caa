"""What the steps from 0.5 to 5.0 mean, where the programme's file does not say it otherwise."""

from collections.abc import Callable, Mapping

from handlers.markup import Html
from handlers.tongue import Tongue

# In short, and in our own words, after the scale that IHI and Life QI publish.
LABELS: Mapping[str, Callable[[Tongue], Html]] = {
    "0.5": lambda t: t.say("Signed up"),
    "1.0": lambda t: t.say("Team and aims in place"),
    "1.5": lambda t: t.say("Planning"),
    "2.0": lambda t: t.say("Under way, no change yet"),
    "2.5": lambda t: t.say("Trying out measures"),
    "3.0": lambda t: t.say("A little improvement"),
    "3.5": lambda t: t.say("Improvement"),
    "4.0": lambda t: t.say("Clear improvement"),
    "4.5": lambda t: t.say("Seems to last"),
    "5.0": lambda t: t.say("A lasting result"),
}
ALONE: Mapping[str, Callable[[Tongue], Html]] = {
    **LABELS,
    "1.0": lambda t: t.say("Aims in place"),
}
"""The same, of one who takes part alone."""
