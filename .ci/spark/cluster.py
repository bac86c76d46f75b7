"""A cluster of Spark's own, and a job on it."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pyspark

from waiting import wait

SPARK = Path(pyspark.__file__).parent


class Cluster:
    """A master and two workers."""

    def __init__(self, folder):
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.master = f"spark://127.0.0.1:{free.getsockname()[1]}"
        self.environment = os.environ | {
            "SPARK_HOME": str(SPARK), "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_LOCAL_DIRS": str(folder / "local"), "SPARK_CONF_DIR": str(folder / "conf"),
            "PYSPARK_PYTHON": sys.executable, "LC_ALL": "C.UTF-8"}
        self.processes = []

    def __enter__(self):
        for name in ("conf", "events"):
            (self.folder / name).mkdir()
        settings = {
            "spark.master": self.master, "spark.executor.cores": 1, "spark.executor.memory": "1g",
            "spark.ui.enabled": "false", "spark.eventLog.enabled": "true",
            "spark.eventLog.dir": f"file://{self.folder}/events",
            "spark.eventLog.compress": "false", "spark.eventLog.rolling.enabled": "false",
            # Several blocks to a file, so that lines have to be numbered across them.
            "spark.sql.files.maxPartitionBytes": "128k", "spark.sql.files.openCostInBytes": "1k",
        }
        (self.folder / "conf" / "spark-defaults.conf").write_text(
            "".join(f"{key} {value}\n" for key, value in settings.items()))
        host, port = self.master.removeprefix("spark://").split(":")
        self.start("master.Master", "--host", host, "--port", port, "--webui-port", "0")
        self.workers = [self.start(
            "worker.Worker", "--cores", "1", "--memory", "2g", "--webui-port", "0",
            "--work-dir", self.folder / f"worker{number}", self.master,
            told="Successfully registered") for number in range(2)]
        return self

    def start(self, name, *words, told="New state: ALIVE"):
        log = self.folder / f"{name}-{len(self.processes)}.log"
        with open(log, "wb") as output:
            process = subprocess.Popen(
                [SPARK / "bin" / "spark-class", f"org.apache.spark.deploy.{name}", *words],
                env=self.environment, stdout=output, stderr=output)
        self.processes.append(process)
        wait(f"{name}: {log.read_text()}", lambda: told in log.read_text())
        return process

    def __exit__(self, *_):
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.wait()

    def job(self, folder, program, command):
        """Starts the command in a folder with this program; its process."""
        tools = folder / "bin"
        tools.mkdir(parents=True)
        (tools / "skikk").write_text(program)
        (tools / "skikk").chmod(0o755)
        (folder / "lake").symlink_to(self.folder / "lake")
        (folder / "Sources").symlink_to(Path("Sources").resolve())
        path = os.pathsep.join([str(tools), str(SPARK / "bin"), os.environ["PATH"]])
        with open(folder / "out", "wb") as output, open(folder / "log", "wb") as log:
            return subprocess.Popen(
                ["bash", "-c", command], cwd=folder, env=self.environment | {"PATH": path},
                stdout=output, stderr=log)
