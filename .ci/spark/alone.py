"""What skikk finds alone."""

import gzip
import json
import subprocess

from waiting import fail

AS_OF = "2026-11-20"


def alone(program, lake, folder):
    """Findings, what was told, receipt and scorecard of the unpacked lake: skikk reads no .gz."""
    plain = folder / "alone" / "lake"
    for file in lake.rglob("*.*"):
        if file.is_file():
            target = plain / file.relative_to(lake)
            target.parent.mkdir(parents=True, exist_ok=True)
            packed = file.suffix == ".gz"
            content = gzip.decompress(file.read_bytes()) if packed else file.read_bytes()
            (target.with_suffix("") if packed else target).write_bytes(content)

    def skikk(command, form, *files):
        words = [program, command, "--fail-on=never", f"--as-of={AS_OF}", f"--format={form}"]
        done = subprocess.run([*words, *files], cwd=plain.parent, capture_output=True, text=True)
        if done.returncode not in (0, 3):
            fail(f"{command}: {done.stderr}")
        return done

    check, score = skikk("check", "ndjson", "lake"), skikk("score", "json", "lake")
    *told, receipt = check.stderr.splitlines()
    files = [file.relative_to(plain.parent) for file in plain.rglob("*.*") if file.is_file()]
    apart = "".join(skikk("check", "ndjson", file).stdout for file in files)
    findings = check.stdout.splitlines()
    if len(set(findings) - set(apart.splitlines())) < 20:
        fail("too few cases depend on those in other files: nothing would be shown")
    return sorted(findings), sorted(told), json.loads(receipt), score.stdout
