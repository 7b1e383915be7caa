"""What every test may ask for."""

from hypothesis import settings

from tests.browser import browser

__all__ = ["browser"]

# A loaded machine is slow, and speed is measured by make bench alone.
settings.register_profile("house", deadline=None)
settings.load_profile("house")
