"""The program, as it is run beside each partition."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pyspark import SparkFiles

# Nothing found, findings, and something that could not be read; with the rest a task has failed.
FINE = (0, 1, 3)


class ProgramFailed(Exception):
    """A run of the program that cannot be used; its task is tried again."""


@dataclass(frozen=True)
class Program:
    """skikk, with the options of the job."""

    # The names under which Spark sends along the program, and a folder of rules.
    name: str
    rules: str | None
    # The options of `check` and `score`.
    options: tuple[str, ...]

    @property
    def knowing_rules(self) -> tuple[str, ...]:
        """The options of every command that needs the rules."""
        rules = ("--rules", self.rules) if self.rules else ()
        return "--no-config", *rules

    @property
    def judging(self) -> tuple[str, ...]:
        """The options of every command that judges."""
        return (*self.knowing_rules, "--jobs", "1", "--fail-on", "never", *self.options)

    def run(self, *words: str, folder: Path, output: Path) -> str:
        """Runs a command in a folder; what it prints goes to a file, what it says comes back.

        The rules lie in that folder, too: reports name them by the path that skikk is given.
        """
        if self.rules:
            shutil.copytree(_sent(self.rules), folder / self.rules, dirs_exist_ok=True)
        with open(output, "wb") as printed:
            done = subprocess.run(
                [_sent(self.name), *words], cwd=folder, stdin=subprocess.DEVNULL, stdout=printed,
                stderr=subprocess.PIPE, text=True, encoding="utf-8")
        if done.returncode not in FINE:
            said = done.stderr[-4000:]
            raise ProgramFailed(f"skikk {words[0]} ended with {done.returncode}\n{said}")
        return done.stderr

    def expect_to_run(self) -> None:
        """That it runs and understands its options, before anything is sent out."""
        with scratch() as folder:
            (folder / "none.ndjson").touch()
            for command in ("check", "score"):
                self.run(command, *self.judging, "none.ndjson", folder=folder,
                         output=folder / "out")


def _sent(name: str) -> str:
    return os.path.abspath(SparkFiles.get(name))


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder that goes with its task or, where the worker is killed, with the application."""
    with tempfile.TemporaryDirectory(dir=SparkFiles.getRootDirectory()) as name:
        yield Path(name)
