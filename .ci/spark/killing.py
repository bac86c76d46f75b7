"""Kills a worker with its executor, and a run of skikk, in the middle of a job."""

import contextlib
import json
import os
import re
import signal
from pathlib import Path

from waiting import fail, wait

# skikk, but the first two runs of check over a part wait to be killed.
HELD = """#!/bin/sh
if [ "$1" = check ] && [ -d skikk-part ]; then
  for name in worker skikk; do
    if mkdir "{held}/$name" 2> /dev/null; then
      echo $$ > "{held}/$name/pid"
      exec sleep 600
    fi
  done
fi
exec {program} "$@"
"""


def kill_on_the_way(cluster, held, job):
    """Kills the worker and the executor of the first run of skikk that is held, and the second run
    itself."""
    def held_run(name):
        if job.poll() is not None:
            fail("the job ended before anything was killed")
        return pid(held / name)

    numbers = {name: wait("a run of skikk", lambda: held_run(name)) for name in ("worker", "skikk")}
    executors = {worker.pid: executor_of(numbers["worker"], worker) for worker in cluster.workers}
    (worker, executor), = [item for item in executors.items() if item[1]]
    os.kill(numbers["skikk"], signal.SIGKILL)
    for process in (executor, worker, numbers["worker"]):
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    print("killed a worker, its executor, and a run of skikk on the other worker")


def pid(folder):
    """The number that a held run has left, once it is whole."""
    file = folder / "pid"
    text = file.read_text() if file.exists() else ""
    return int(text) if text.endswith("\n") else None


def parent(process):
    """The number of the process that started another."""
    return int(re.search(r"^PPid:\t(\d+)$", Path(f"/proc/{process}/status").read_text(), re.M)[1])


def executor_of(process, worker):
    """The executor of a worker that a process runs in, or None."""
    while (above := parent(process)) not in (0, 1):
        if above == worker.pid:
            return process
        process = above
    return None


def lost(cluster, before):
    """How many tasks of the last run were lost, and why, by its log."""
    log, = set((cluster.folder / "events").iterdir()) - before
    events = [json.loads(line) for line in log.read_text().splitlines()]
    ends = [event for event in events if event["Event"] == "SparkListenerTaskEnd"]
    reasons = [event["Task End Reason"] for event in ends]
    return {
        "executors lost": sum(
            event["Event"] == "SparkListenerExecutorRemoved" for event in events),
        "tasks lost with them": sum(one["Reason"] == "ExecutorLostFailure" for one in reasons),
        "tasks lost with skikk": sum(
            "ended with -9" in one.get("Full Stack Trace", "") for one in reasons),
        # Tried again alone, or with its stage, where results of earlier ones were lost, too.
        "tasks done again": sum(
            event["Task End Reason"]["Reason"] == "Success"
            and bool(event["Task Info"]["Attempt"] or event["Stage Attempt ID"]) for event in ends),
    }
