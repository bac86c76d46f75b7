"""Cases laid out as files that skikk reads, and the way back from the places that it names."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import BinaryIO

from lake import Entry

# The folder that skikk is given; a file in it is called by its number in the lake.
FOLDER = "skikk-part"
_FILE = FOLDER + r"/(\d{9})\.(?:nd)?json"


class Layout:
    """Some cases of a lake, in the order of the lake."""

    def __init__(self, place: Path, names: list[str]) -> None:
        self.place = place
        self.names = names
        self.count = 0
        # For each file of lines, the lines in the lake.
        self._lines: dict[int, list[int]] = {}
        self._open: tuple[int, BinaryIO] | None = None
        (place / FOLDER).mkdir()

    def add(self, entry: Entry) -> None:
        """Writes a case down; those of one file come one after the other."""
        self.count += 1
        if entry.whole:
            (self.place / FOLDER / f"{entry.file:09}.json").write_bytes(entry.text)
            return
        if self._open is None or self._open[0] != entry.file:
            self.close()
            self._open = entry.file, open(self.place / FOLDER / f"{entry.file:09}.ndjson", "ab")
        self._lines.setdefault(entry.file, []).append(entry.line)
        self._open[1].write(entry.text + b"\n")

    def close(self) -> None:
        """Ends the file that is being written."""
        if self._open:
            self._open[1].close()
        self._open = None

    def origin(self, source: str, line: int) -> tuple[int, int]:
        """The file and line in the lake of a place that skikk names."""
        file = int(source.removeprefix(FOLDER + "/").split(".")[0])
        return file, self._lines[file][line - 1] if file in self._lines else line

    def message(self, text: str) -> str:
        """A message with the places of the lake."""
        def place(found: re.Match) -> str:
            if found[3] is None:
                return self.names[int(found[2])]
            file, line = self.origin(found[1], int(found[3]))
            return f"{self.names[file]}:{line}"
        return re.sub(rf"({_FILE})(?::(\d+))?", place, text)

    def report(self, text: str) -> str:
        """A report in JSON with the names of the lake."""
        return re.sub(f'"{_FILE}"', lambda found: json.dumps(
            self.names[int(found[1])], ensure_ascii=False), text)

    def start(self, message: str) -> tuple[str | None, int | None, int | None]:
        """File, line and column in the lake that a message begins with, as far as it tells."""
        found = re.match(rf"({_FILE})(?::(\d+):(\d+))?: ", message)
        if not found:
            return None, None, None
        if not found[3]:
            return self.names[int(found[2])], None, None
        file, line = self.origin(found[1], int(found[3]))
        return self.names[file], line, int(found[4])
