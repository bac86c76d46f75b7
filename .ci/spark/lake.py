"""A data lake with everything in it that a real one has."""

import gzip
import json
import random
import subprocess
from pathlib import Path


def cases(program):
    """Invented cases, every other one of a debtor who has several, with several creditors; and the
    cases of the rules that are judged together."""
    sample = subprocess.run(
        [program, "sample", "240", "--seed", "11", "--until", "2026-09-30"],
        capture_output=True, check=True, text=True).stdout.splitlines()
    for number, line in enumerate(sample):
        case = json.loads(line)
        if number % 2:
            case["debtor"]["id"] = f"shared-{number % 23}"
        elif number % 40 == 0:
            del case["debtor"]["id"]
        sample[number] = json.dumps(case, ensure_ascii=False, separators=(",", ":"))
    together = {}
    for file in sorted(Path("cases").glob("*/*.ndjson")):
        for line in file.read_text("utf-8").splitlines():
            together.setdefault(json.loads(line)["id"], line)
    return [line.encode() for line in (*sample, *together.values())]


def fill(lake, lines):
    """Files of several kinds and names in folders; lines that are no cases, and numbers that come
    again, among them."""
    random.Random(5).shuffle(lines)
    whole, lines = lines[:12], lines[12:]
    other = json.loads(lines[7])
    other["debtor"] = {"id": "somebody else", "kind": "consumer"}
    lines[40:40] = [b"", b"   ", lines[3][:200], b'{"id": "\xff"}', b'{"format": 1}']
    lines += [lines[0], json.dumps(other).encode(), b"[]"]
    random.Random(6).shuffle(lines)
    cut = len(lines) // 4
    files = {
        "a.ndjson": lines[:cut], "2026/nr 1, 100%.jsonl": lines[cut:2 * cut],
        "2026/b.ndjson.gz": lines[2 * cut:3 * cut], "å/c.ndjson": lines[3 * cut:],
        "empty.ndjson": [], "README.md": [b"no case"], "nothing.json": [], "half.json": [b'{"id":'],
    }
    for name, content in files.items():
        path = lake / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = b"".join(line + b"\n" for line in content)
        path.write_bytes(gzip.compress(text, mtime=0) if name.endswith(".gz") else text)
    (lake / "d").mkdir()
    for number, line in enumerate(whole):
        text = json.dumps(json.loads(line), indent=2, ensure_ascii=False)
        (lake / "d" / f"{number}.json").write_text(text, "utf-8")
