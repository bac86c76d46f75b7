"""Judges the case files of a data lake on a Spark cluster.

usage: spark-submit job.py LAKE OUT --as-of DATE [--program FILE] [--rules DIR] [--parts N]
                    [-- OPTION...]

LAKE is a folder of .json, .ndjson and .jsonl files, also with .gz; OUT a folder that is not there
yet. Both are paths that Spark understands. What follows -- is for `skikk check` and `skikk score`.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from pathlib import Path

from pyspark.sql import SparkSession

from judging import judge
from lake import Lake, open_lake
from placing import place
from program import Program, ProgramFailed
from results import receipt, scorecard, write_tables
from storage import Folder

# A part of so many bytes takes a worker about half a minute.
_PART_SIZE = 16 << 20


def arguments(words: list[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("lake")
    parser.add_argument("out")
    parser.add_argument("--as-of", required=True, metavar="DATE")
    parser.add_argument("--program", default=shutil.which("skikk"), metavar="FILE")
    parser.add_argument("--rules", metavar="DIR")
    parser.add_argument("--parts", type=int, metavar="N")
    cut = words.index("--") if "--" in words else len(words)
    given = parser.parse_args(words[:cut])
    given.options = ("--as-of", given.as_of, *words[cut + 1:])
    if not given.program or not os.path.isfile(given.program):
        parser.error("found no skikk; --program FILE names the one that every worker shall run")
    return given


def send(spark: SparkSession, given: argparse.Namespace) -> Program:
    """Sends what a task needs to the workers: these files, the program and its rules."""
    context = spark.sparkContext
    for file in Path(__file__).parent.glob("*.py"):
        context.addPyFile(str(file))
    context.addFile(given.program)
    rules = given.rules.rstrip("/") if given.rules else None
    if rules:
        context.addFile(rules, recursive=True)
    program = Program(
        os.path.basename(given.program), os.path.basename(rules) if rules else None,
        given.options)
    try:
        program.expect_to_run()
    except ProgramFailed as fault:
        raise SystemExit(str(fault)) from None
    return program


def expect_every_case(lake: Lake, counts: dict[str, int], card: str) -> None:
    """That the receipts speak of every case of the lake, and the scorecard counts the same."""
    if not lake.count == counts["cases"] == counts["audited"] + counts["rejected"]:
        raise SystemExit(f"{lake.count} cases lie in the lake, and the receipts tell of {counts}")
    if json.loads(card)["receipt"] != counts:
        raise SystemExit("the scorecard does not count what the receipts count")


def main() -> int:
    """Runs the job; 3 where something could not be read, as skikk itself ends."""
    given = arguments(sys.argv[1:])
    spark = SparkSession.builder.appName("skikk").getOrCreate()
    out = Folder(spark, given.out)
    if out.exists:
        raise SystemExit(f"{given.out}: found something there, expected a folder yet to be made")
    program = send(spark, given)
    lake = open_lake(spark, given.lake)
    count = given.parts or max(
        4 * spark.sparkContext.defaultParallelism, lake.size // _PART_SIZE)
    placed = place(lake.entries, program, lake.names, count)
    written = write_tables(spark, judge(placed, program, lake.names, count), given.out)

    whole, card = receipt(written), scorecard(written, program)
    counts = whole["receipt"]
    expect_every_case(lake, counts, card)
    out.write("scorecard.json", card)
    out.write("receipt.json", json.dumps(whole) + "\n")
    print(json.dumps(counts))
    return 3 if counts["rejected"] else 0


if __name__ == "__main__":
    sys.exit(main())
