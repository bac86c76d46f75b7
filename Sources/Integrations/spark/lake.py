"""The case files of a data lake: each line, and each whole file, with the place it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from pyspark import RDD
from pyspark.sql import DataFrame, Row, SparkSession
from pyspark.sql import functions as F

from storage import Folder, below

LINES = ("ndjson", "jsonl")
WHOLE = ("json",)


class Entry(NamedTuple):
    """What should be a case."""

    # Its file, by its number in the lake.
    file: int
    # The line on which it begins, from 1.
    line: int
    # Whether it is a file of its own.
    whole: bool
    text: bytes


@dataclass(frozen=True)
class Lake:
    """The cases of a folder."""

    # What reports call each file, in the order in which `skikk check FOLDER` reads them.
    names: list[str]
    entries: RDD[Entry]
    # How many entries there are.
    count: int
    # How many bytes the files take.
    size: int


def open_lake(spark: SparkSession, folder: str) -> Lake:
    """Finds the case files below a folder, and which line of its file each line is."""
    place = Folder(spark, folder)
    sizes = {path: size for path, size in place.sizes().items() if _is_case_file(path)}
    if not sizes:
        endings = ", ".join("." + one for one in (*LINES, *WHOLE))
        raise SystemExit(f"{folder}: found no case files; expected names that end with {endings}, "
                         "or with .gz behind that")
    paths = sorted(sizes, key=lambda path: [part.encode() for part in path.split("/")])
    numbers = {path: number for number, path in enumerate(paths)}
    root = place.root

    lines = _read(spark, folder, LINES, lineSep="\n")
    before, cases = _lines_before(lines)

    def numbered(rows: Iterable[Row]) -> Iterator[Entry]:
        """Gives each line its number; those of a block come in order."""
        seen = dict(before)
        for path, start, text in rows:
            seen[path, start] += 1
            if text.strip(b" \t\r"):
                yield Entry(numbers[below(root, path)], seen[path, start], False, bytes(text))

    def whole(row: Row) -> Entry:
        return Entry(numbers[below(root, row.path)], 1, True, bytes(row.text))

    documents = [path for path in paths if _ends(path, WHOLE)]
    # Spark passes over files without a byte or a line; skikk refuses them.
    with_cases = {below(root, path) for path, found in cases.items() if found}
    blank = [path for path in paths if _ends(path, LINES) and path not in with_cases]
    empty = [Entry(numbers[path], 1, True, b"") for path in documents if not sizes[path]]
    empty += [Entry(numbers[path], 1, False, b"") for path in blank]
    entries = spark.sparkContext.union([
        _bytes(lines).rdd.mapPartitions(numbered),
        _bytes(_read(spark, folder, WHOLE, wholetext=True)).rdd.map(whole),
        spark.sparkContext.parallelize(empty, 1)])
    names = [f"{folder.rstrip('/')}/{path}" for path in paths]
    count = sum(cases.values()) + len(documents) + len(blank)
    return Lake(names, entries, count, sum(sizes.values()))


def _lines_before(lines: DataFrame) -> tuple[dict[tuple[str, int], int], dict[str, int]]:
    """How many lines of its file stand before each block, and how many of each file are not
    empty."""
    is_case = F.col("text").rlike("[^ \t\r]").cast("int")
    blocks = lines.groupBy("path", "start").agg(
        F.count("*").alias("lines"), F.sum(is_case).alias("cases")).collect()
    before: dict[tuple[str, int], int] = {}
    ends: dict[str, int] = {}
    cases: dict[str, int] = {}
    for block in sorted(blocks, key=lambda block: (block.path, block.start)):
        before[block.path, block.start] = ends.get(block.path, 0)
        ends[block.path] = ends.get(block.path, 0) + block.lines
        cases[block.path] = cases.get(block.path, 0) + block.cases
    return before, cases


def _read(spark: SparkSession, folder: str, endings: tuple[str, ...], **options: Any) -> DataFrame:
    """The text of the files with these endings, with the path and the block it comes from."""
    text = spark.read.text(
        folder, recursiveFileLookup=True, pathGlobFilter=_glob(endings), **options)
    return text.select(
        F.col("_metadata.file_path").alias("path"),
        F.col("_metadata.file_block_start").alias("start"), F.col("value").alias("text"))


def _bytes(rows: DataFrame) -> DataFrame:
    """The same as bytes: what is no UTF-8 is for skikk to refuse."""
    return rows.withColumn("text", F.col("text").cast("binary"))


def _glob(endings: tuple[str, ...]) -> str:
    """A pattern of Hadoop for names that end so, in letters of any size, perhaps with `.gz`."""
    sized = ["".join(f"[{letter}{letter.upper()}]" for letter in one) for one in endings]
    return "*.{" + ",".join(one + packed for one in sized for packed in ("", ".gz")) + "}"


def _is_case_file(path: str) -> bool:
    """Whether a path leads to cases. What begins with a point or an underscore is hidden from
    Spark."""
    hidden = any(part.startswith((".", "_")) for part in path.split("/"))
    return _ends(path, (*LINES, *WHOLE)) and not hidden


def _ends(path: str, endings: tuple[str, ...]) -> bool:
    return path.removesuffix(".gz").lower().endswith(tuple("." + one for one in endings))
