"""Judges the parts of the caseload: `skikk check` and `skikk score` over the cases of each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pyspark import RDD

from layout import FOLDER, Layout
from placing import Placed
from program import Program, ProgramFailed, scratch

# File and line of each case, by its number; under None, of some that could not be read.
Places = dict[str | None, tuple[int, int]]

CASE, REJECTED, RECEIPT, SCORECARD = "case", "rejected", "receipt", "scorecard"


class Result(NamedTuple):
    """What comes of a part: one for each case, and for each line that could not be read; one with
    its receipt and one with its scorecard."""

    kind: str
    part: int
    # What skikk wrote, to the byte, but for the file and line, which are those of the lake.
    text: str
    case: str | None = None
    file: str | None = None
    line: int | None = None
    column: int | None = None


COLUMNS = ("kind string, part int, text string, `case` string, file string, line bigint, "
           "`column` int")


def judge(placed: RDD[Placed], program: Program, names: list[str], count: int) -> RDD[Result]:
    """The results of all parts; each is a partition, its cases in the order of the lake."""
    parts = placed.keyBy(lambda one: (one.part, *one.place)).repartitionAndSortWithinPartitions(
        count, lambda key: key[0] - 1)
    return parts.values().mapPartitions(_judge(program, names))


def _judge(
    program: Program, names: list[str]
) -> Callable[[Iterable[Placed]], Iterable[Result]]:
    def judged(cases: Iterable[Placed]) -> Iterator[Result]:
        with scratch() as folder:
            layout, part = Layout(folder, names), 0
            places: Places = {}
            for one in cases:
                part = one.part
                layout.add(one.entry)
                # Of two with one number the first is judged.
                places.setdefault(one.case, one.place)
            layout.close()
            if layout.count:
                yield from _results(program, layout, part, places)

    return judged


def _results(
    program: Program, layout: Layout, part: int, places: Places
) -> Iterator[Result]:
    """The results of a part that has been laid out."""
    report, card = layout.place / "report", layout.place / "card"
    told = program.run("check", *program.judging, "--format", "ndjson", FOLDER,
                       folder=layout.place, output=report).splitlines()
    program.run("score", *program.judging, "--format", "json", FOLDER,
                folder=layout.place, output=card)
    _expect_receipt(told, report, layout.count)
    with open(report, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            case, _ = json.JSONDecoder().raw_decode(line, len('{"id":'))
            file, number = places[case]
            text = layout.report(line.removesuffix("\n"))
            yield Result(CASE, part, text, case, layout.names[file], number)
    for message in told[:-1]:
        yield Result(REJECTED, part, layout.message(message), None, *layout.start(message))
    yield Result(RECEIPT, part, told[-1])
    yield Result(SCORECARD, part, card.read_text("utf-8"))


def _expect_receipt(told: list[str], report: Path, count: int) -> None:
    """That the receipt is there and speaks of every case, and so does what was told."""
    receipt = json.loads(told[-1])["receipt"]
    with open(report, "rb") as lines:
        audited = sum(1 for _ in lines)
    found = audited, len(told) - 1, audited + len(told) - 1
    if found != (receipt["audited"], receipt["rejected"], count) or receipt["cases"] != count:
        raise ProgramFailed(f"{count} cases went in, {found[:2]} came out, and the receipt is "
                            f"{receipt}")
