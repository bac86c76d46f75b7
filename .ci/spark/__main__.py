"""Runs the job of Sources/Integrations/spark on a cluster and compares what it finds, byte for
byte, with what skikk finds alone. Then again, while a worker with its executor, and a run of skikk
on the other worker, are killed in the middle.

    python .ci/spark --program PATH --command COMMAND

The cluster is one of Spark's own: a master and two workers, each a process, each with an executor,
a process again. COMMAND is what README.md shows, and is run as it stands there, in a folder with
`lake`. Needs Java and what stands in .ci/spark.txt and .ci/consumers.txt.
"""

import argparse
import tempfile
from pathlib import Path

from alone import alone
from cluster import Cluster
from compare import compare
from killing import HELD, kill_on_the_way, lost
from lake import cases, fill
from waiting import fail

PLAIN = "#!/bin/sh\nexec {program} \"$@\"\n"


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--command", required=True)
    options = parser.parse_args()
    program = options.program.resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        fill(folder / "lake", cases(program))
        expected = alone(program, folder / "lake", folder)
        with Cluster(folder) as cluster:
            first = folder / "first"
            compare(first, cluster.job(first, PLAIN.format(program=program), options.command),
                    expected)
            before = set((folder / "events").iterdir())
            second, held = folder / "second", folder / "held"
            held.mkdir()
            process = cluster.job(
                second, HELD.format(program=program, held=held), options.command)
            kill_on_the_way(cluster, held, process)
            compare(second, process, expected)
            counts = lost(cluster, before)
            if not all(counts.values()) or counts["tasks done again"] < 2:
                fail(f"found {counts}, expected that tasks were lost in both ways and done again")
            print(counts)


if __name__ == "__main__":
    main()
