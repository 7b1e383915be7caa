"""The pages from the settings: the port is taken before anything else begins."""

import logging
import socket
from dataclasses import dataclass

from bot.house import House
from bot.settings import Settings
from bot.web import feed
from bot.web.page_door import PageDoor
from bot.web.site import Site, app

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pages:
    """A port that is taken, the door whose pages are served there, and where people reach it."""

    door: PageDoor
    listener: socket.socket
    url: str

    async def serve(self, house: House, settings: Settings) -> None:
        """Serve until cancelled."""
        site = Site(
            reader=house.reader,
            writer=house.writer,
            clock=house.clock,
            receive=house.receive,
            door=self.door,
            files=settings.files,
            url=self.url,
            stir=house.courier.wake,
        )
        log.info("pages and calendars are served for %s", self.url)
        if not site.secure:
            log.warning("without https others on the way can read along: for trying it out alone")
        self.door.open()
        await feed.serve(app(site), self.listener, closing=self.door.close)


def pages_of(settings: Settings) -> Pages | None:
    """Take the port that the settings name; None: there are no pages.

    Raises ``Trouble`` where the port cannot be had.
    """
    if settings.web_host is None:
        return None
    listener = feed.listening(settings.web_host, settings.web_port)
    url = settings.calendars(listener.getsockname()[1]) or ""
    return Pages(PageDoor(settings.data_dir / "uploads"), listener, url)
