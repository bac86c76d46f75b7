"""Which part of the caseload each case is of. Which cases belong together is for the rules to say,
so the program is asked: `skikk parts`."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from pyspark import RDD

from lake import Entry
from layout import FOLDER, Layout
from program import Program, scratch

# How many cases are asked about at a time.
_AT_ONCE = 2000


class Placed(NamedTuple):
    """A case in its part."""

    part: int
    # Its number; None where it cannot be read.
    case: str | None
    entry: Entry

    @property
    def place(self) -> tuple[int, int]:
        """File and line: what comes first in the lake is less."""
        return self.entry.file, self.entry.line


def place(entries: RDD[Entry], program: Program, names: list[str], count: int) -> RDD[Placed]:
    """The cases with the parts that they are of.

    A case number that comes again goes to the part of the first case that has it, where skikk
    refuses it, as it does when it reads everything at once.
    """
    placed = entries.mapPartitions(_placer(program, names, count))
    first = placed.filter(lambda one: one.case is not None) \
        .map(lambda one: (one.case, (one.place, one.part, 1))) \
        .reduceByKey(lambda one, other: (*min(one, other)[:2], one[2] + other[2])) \
        .filter(lambda item: item[1][2] > 1).mapValues(lambda found: found[1]).collectAsMap()
    return placed.map(lambda one: one._replace(part=first.get(one.case, one.part)))


def _placer(
    program: Program, names: list[str], count: int
) -> Callable[[Iterable[Entry]], Iterable[Placed]]:
    def placed(entries: Iterable[Entry]) -> Iterator[Placed]:
        left = iter(entries)
        while some := list(islice(left, _AT_ONCE)):
            answers = _answers(some, program, names, count)
            for entry in some:
                # What cannot be read is on its own; the part that gets it tells of it.
                alone = 1 + zlib.crc32(f"{entry.file}:{entry.line}".encode()) % count, None
                part, case = answers.get((entry.file, entry.line), alone)
                yield Placed(part, case, entry)

    return placed


def _answers(
    entries: list[Entry], program: Program, names: list[str], count: int
) -> dict[tuple[int, int], tuple[int, str | None]]:
    """Part and number of each case that can be read, by file and line."""
    with scratch() as folder:
        layout = Layout(folder, names)
        for entry in entries:
            layout.add(entry)
        layout.close()
        told = folder / "parts"
        program.run("parts", *program.knowing_rules, "--into", str(count), FOLDER, folder=folder,
                    output=told)
        with open(told, encoding="utf-8", newline="\n") as lines:
            found = [json.loads(line) for line in lines]
        return {layout.origin(one["source"], one["line"]): (one["part"], one["case"])
                for one in found}
