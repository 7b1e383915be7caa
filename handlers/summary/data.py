"""A summary as JSON data, the same that the phone and the file show."""

from dataclasses import asdict, fields
from datetime import date

from handlers.summary.values import Column, Row, Summary

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


def as_json(summary: Summary) -> dict[str, Json]:
    """Dicts, lists, texts and numbers; days and instants in ISO form, answers by question key.

    ``answers`` of a row is null where nothing was delivered; ``wording`` in it is null unless the
    question read otherwise when it was answered. All measures stand under the key ``-measures``,
    all aims under ``-aims``, the score under ``-score``.

    ``work`` has a measure each (states as they are kept: not-started, under-way, slow, done,
    dropped), ``moves`` how many went from one state to another, ``gaps`` where a team and its
    facilitator differ by 1.0 or more and the team knows, ``shared`` the answers that may be shared.
    """
    told = {one.name: _json(getattr(summary, one.name)) for one in fields(summary)}
    return {**told, "rows": [_row(row, summary.columns) for row in summary.rows]}


def _row(row: Row, columns: tuple[Column, ...]) -> Json:
    told = {one.name: _json(getattr(row, one.name)) for one in fields(row) if one.name != "cells"}
    if not row.delivered:
        return {**told, "answers": None}
    answers = zip(columns, row.cells, strict=True)
    return {**told, "answers": {column.key: _json(asdict(cell)) for column, cell in answers}}


def _json(value: object) -> Json:
    match value:
        case None | str() | int() | float():
            return value
        case date():
            return value.isoformat()
        case dict():
            return {str(key): _json(one) for key, one in value.items()}
        case tuple() | list():
            return [_json(one) for one in value]
        case _:
            return {one.name: _json(getattr(value, one.name)) for one in fields(value)}  # type: ignore[arg-type]
