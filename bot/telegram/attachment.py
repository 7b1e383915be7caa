"""What came with a message: the file or thing in it, as ``Attached``."""

from bot.telegram.raw import Json, integer, mapping, text
from handlers.events import Attached

# In this order: an animation comes as a document too, a venue as a location, a photo in motion
# as a photo.
_FILES = (
    "animation",
    "document",
    "audio",
    "video",
    "video_note",
    "voice",
    "sticker",
)
_THINGS = (
    "venue",
    "location",
    "contact",
    "poll",
    "checklist",
    "dice",
    "story",
    "game",
    "paid_media",
    "rich_message",
)


def attached(message: str, body: Json, *, forwarded: bool) -> Attached | None:
    """What is attached to the message ``body``, or None (a service message, or nothing known)."""
    caption = text(body.get("caption"))
    photo = _largest(body.get("photo"))
    if photo:
        return _file(message, "photo", photo, caption, forwarded=forwarded)
    for kind in _FILES:
        if kind in body:
            return _file(message, kind, mapping(body[kind]), caption, forwarded=forwarded)
    for kind in _THINGS:
        if kind in body:
            return Attached(message, kind, caption, forwarded=forwarded)
    return None


def _file(message: str, kind: str, file: Json, caption: str, *, forwarded: bool) -> Attached:
    return Attached(
        message=message,
        kind=kind,
        caption=caption,
        ref=text(file.get("file_id")) or None,
        name=text(file.get("file_name")) or None,
        mime=text(file.get("mime_type")) or None,
        size=integer(file.get("file_size")),
        forwarded=forwarded,
    )


def _largest(sizes: object) -> Json:
    """The photo in its largest size: Telegram lists them from small to large, and promises not."""
    photos = [mapping(size) for size in sizes] if isinstance(sizes, list) else []
    return max(photos, key=lambda photo: integer(photo.get("width")) or 0, default={})
