"""What differs between two versions of a programme file, all of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from handlers.markup import Html
from handlers.programme_file import change_texts as words
from handlers.programme_file.item_names import NAMED_BY, Names, Path, names
from handlers.programme_file.schema import ProgrammeFile
from handlers.programme_file.text import LANGUAGES
from handlers.tongue import Tongue

Kind = Literal["added", "removed", "changed", "moved"]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. ``path`` ends in what changed: ("milestone", "samling-3", "when").

    ``old`` and ``new`` are as in the file's JSON; None for what is not there. "moved" is a list
    in another order, with the ids before and after.
    """

    kind: Kind
    path: Path
    old: object
    new: object
    names: Names = field(default_factory=dict, compare=False, repr=False)
    """What teams, milestones and questions are called, each by where it stands."""

    def sentence(self, tongue: Tongue) -> Html:
        """Tell it in one line; a terminal shows it through markup.plain."""
        return words.TOLD[self.kind](tongue, self.path, self.old, self.new, self.names)


def changes(old: ProgrammeFile, new: ProgrammeFile) -> list[Change]:
    """Every difference, in the file's order; empty only if the two are equal."""
    before, after = _as_json(old), _as_json(new)
    known = names(after) | names(before)
    return [replace(one, names=known) for one in _of_tables((), before, after)]


def _as_json(programme: ProgrammeFile) -> dict[str, object]:
    return programme.model_dump(mode="json", by_alias=True)


def _of_tables(
    path: Path, old: Mapping[str, object], new: Mapping[str, object]
) -> Iterator[Change]:
    for key in dict.fromkeys((*old, *new)):
        yield from _of_values((*path, key), old.get(key), new.get(key))


def _of_values(path: Path, old: object, new: object) -> Iterator[Change]:
    if old == new:
        return
    if path in NAMED_BY and isinstance(old, list) and isinstance(new, list):
        yield from _of_items(path, _by_name(path, old), _by_name(path, new))
    elif _is_table(old) and _is_table(new):
        yield from _of_tables(path, _table(old), _table(new))
    elif old is None and _is_table(new):
        yield Change("added", path, None, new)
    elif new is None and _is_table(old):
        yield Change("removed", path, old, None)
    else:
        yield Change("changed", path, old, new)


def _of_items(path: Path, old: dict[str, object], new: dict[str, object]) -> Iterator[Change]:
    for name in (name for name in old if name not in new):
        yield Change("removed", (*path, name), old[name], None)
    for name, item in new.items():
        if name not in old:
            yield Change("added", (*path, name), None, item)
        else:
            yield from _of_values((*path, name), old[name], item)
    before = [name for name in old if name in new]
    after = [name for name in new if name in old]
    if before != after:
        yield Change("moved", path, before, after)


def _by_name(path: Path, items: list[object]) -> dict[str, object]:
    return {str(_table(item)[NAMED_BY[path]]): item for item in items}


def _table(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _is_table(value: object) -> bool:
    return isinstance(value, Mapping) and not set(value) <= set(LANGUAGES)
