"""A folder as Hadoop sees it: on a disk, in HDFS, in an object store."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from pyspark.sql import SparkSession


class Folder:
    """A folder that Spark can read or write."""

    def __init__(self, spark: SparkSession, path: str) -> None:
        jvm: Any = spark._jvm
        self._new_path = jvm.org.apache.hadoop.fs.Path
        self._path = self._new_path(path)
        self._system = self._path.getFileSystem(spark._jsc.hadoopConfiguration())
        whole = self._path.makeQualified(self._system.getUri(), self._system.getWorkingDirectory())
        # The path alone, without scheme and host, which may be written in several ways.
        self.root: str = whole.toUri().getPath()

    @property
    def exists(self) -> bool:
        """Whether there is something."""
        return self._system.exists(self._path)

    def sizes(self) -> dict[str, int]:
        """The bytes of each file below, by its path from here."""
        sizes = {}
        listed = self._system.listFiles(self._path, True)
        while listed.hasNext():
            status = listed.next()
            sizes[below(self.root, status.getPath().toUri().toString())] = status.getLen()
        return sizes

    def write(self, name: str, text: str) -> None:
        """Writes a file of this folder."""
        stream = self._system.create(self._new_path(self._path, name), True)
        stream.write(bytearray(text.encode()))
        stream.close()


def below(root: str, uri: str) -> str:
    """The path of a file below a folder: of its URI, what stands behind the folder's path."""
    _, found, path = unquote(uri).partition(root.rstrip("/") + "/")
    if not found:
        raise ValueError(f"found {uri}, expected a file below {root}")
    return path
