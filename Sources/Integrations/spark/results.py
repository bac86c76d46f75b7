"""What comes of the whole: tables in Parquet, one receipt and one scorecard."""

from __future__ import annotations

import json

from pyspark import RDD
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from judging import CASE, COLUMNS, RECEIPT, SCORECARD, Result
from program import Program, scratch

# The keys of a finding that become columns; `skikk schema findings` describes them. The rest
# stands in the report of its case.
_FINDING = """rule string, part string, verdict string, law string, message string,
    day date, excess decimal(20,6), atRisk decimal(20,6), consequence string,
    claims array<string>, events array<string>, fingerprint string"""


def write_tables(spark: SparkSession, results: RDD[Result], folder: str) -> DataFrame:
    """Writes what skikk said, once and whole, and from that a table with a row for each finding.

    Only what a task has finished comes into the folder, however often it was tried.
    """
    reports = f"{folder}/reports"
    table = spark.createDataFrame(results, COLUMNS, verifySchema=False)
    table.write.partitionBy("kind").parquet(reports)
    written = spark.read.schema(COLUMNS).parquet(reports)
    case = F.from_json("text", f"findings array<struct<{_as_struct(_FINDING)}>>")
    written.where(F.col("kind") == CASE).select(
        "case", "file", "line", F.explode(case.findings).alias("finding")
    ).select("case", "file", "line", "finding.*").write.parquet(f"{folder}/findings")
    return written


def _as_struct(columns: str) -> str:
    """`name type, …` as the members of a struct."""
    pairs = [one.split(maxsplit=1) for one in columns.replace("\n", " ").split(", ")]
    return ", ".join(f"{name}: {kind}" for name, kind in pairs)


def receipt(written: DataFrame) -> dict:
    """The receipts of the parts as one; all were judged by the same rules on the same day."""
    whole: dict | None = None
    for (text,) in written.where(F.col("kind") == RECEIPT).select("text").collect():
        one = json.loads(text)
        if whole is None:
            whole = one
            continue
        if {**one, "receipt": 0} != {**whole, "receipt": 0}:
            raise SystemExit("the parts were not judged by the same rules on the same day")
        for key, number in one["receipt"].items():
            if key != "rules":
                whole["receipt"][key] = whole["receipt"].get(key, 0) + number
    if whole is None:
        raise SystemExit("no case was found")
    return whole


def scorecard(written: DataFrame, program: Program) -> str:
    """The scorecards of the parts as one: `skikk score --merge`."""
    cards = written.where(F.col("kind") == SCORECARD).select("part", "text").collect()
    with scratch() as folder:
        for part, text in cards:
            (folder / f"{part}.json").write_text(text, "utf-8")
        files = sorted(f"{part}.json" for part, _ in cards)
        whole = folder / "whole"
        program.run("score", "--merge", "--no-config", "--format", "json", *files,
                    folder=folder, output=whole)
        return whole.read_text("utf-8")
