"""A programme rehearsed: the real house, a crowd that behaves like people, and an auditor."""

from bot.rehearsal.judging import Judged, judged

__all__ = ["Judged", "judged"]
