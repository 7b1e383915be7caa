"""A browser in two words, from what it says of itself."""

_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_MACHINES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def label_of(agent: str) -> str:
    """Such as «Chrome, Windows»; "" where it does not say."""
    found = (
        next((name for sign, name in signs if sign in agent), None)
        for signs in (_BROWSERS, _MACHINES)
    )
    return ", ".join(one for one in found if one)
