"""Waiting, and giving up."""

import sys
import time

PATIENCE = 600


def fail(message):
    sys.exit(f"spark: {message}")


def wait(what, ready):
    """What `ready` gives, once it gives something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := ready():
            return found
        time.sleep(0.1)
    fail(f"waited {PATIENCE} s for {what}")
