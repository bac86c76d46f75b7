"""Compares what a job found with what skikk finds alone."""

import gzip
import json
import re
import subprocess

import duckdb

from waiting import PATIENCE, fail


def compare(folder, process, expected):
    """That a job has found what skikk finds alone, and says that something could not be read."""
    try:
        code = process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.terminate()
        fail(f"the job takes more than {PATIENCE} s\n{(folder / 'log').read_text()[-8000:]}")
    if code != 3:
        fail(f"the job ended with {code}, expected 3\n{(folder / 'log').read_text()[-8000:]}")
    findings, told, receipt, card = expected

    def column(name, kind, table="reports"):
        rows = duckdb.sql(
            f"select {name} from read_parquet('{folder}/findings/{table}/kind={kind}/*.parquet')")
        return rows.fetchall()

    def unpacked(texts):
        return sorted(re.sub(r'(lake/[^":]*)\.gz(?=[":])', r"\1", text) for text, in texts)

    judged, unread = column("text", "case"), column("text", "rejected")
    if unpacked(judged) != findings:
        fail("the findings differ from those of skikk alone")
    if unpacked(unread) != told:
        fail(f"found {unpacked(unread)}, expected {told}")
    places = column('file, line, "column"', "rejected")
    if {f"{file}:{line}:{at}" for file, line, at in places} != {
            ":".join(text.split(": ")[0].rsplit(":", 2)) for text, in unread}:
        fail(f"the places of what could not be read are {places}")
    where = {case: (file, line) for case, file, line in column('"case", file, line', "case")}
    for case, (file, line) in where.items():
        packed = file.endswith(".gz")
        text = (gzip.open if packed else open)(folder / file, "rb").read()
        if not file.endswith(".json"):
            text = text.split(b"\n")[line - 1]
        if json.loads(text)["id"] != case:
            fail(f"{case} does not stand in {file}:{line}")
    written = json.loads((folder / "findings" / "receipt.json").read_text())
    if written != receipt or json.loads((folder / "out").read_text()) != receipt["receipt"]:
        fail(f"found the receipt {written}, expected {receipt}")
    if (folder / "findings" / "scorecard.json").read_text() != card:
        fail("the scorecard differs from that of skikk alone")
    one_each = [
        (case["id"], finding["rule"], finding["verdict"], finding["fingerprint"],
         finding["excess"] or 0)
        for case in map(json.loads, findings) for finding in case["findings"]]
    rows = duckdb.sql(
        'select "case", rule, verdict, fingerprint, coalesce(excess, 0)::double '
        f"from read_parquet('{folder}/findings/findings/*.parquet')").fetchall()
    if sorted(rows) != sorted(one_each):
        fail("the table of findings does not have each finding once")
    counts = receipt["receipt"]
    print(f"{counts['cases']} cases, {len(rows)} findings, {counts['rejected']} not read: the same")
