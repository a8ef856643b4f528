"""How a peer script talks to the benchmark program: `serve(work)` prints "ready" once the data is loaded, then for every line "run"
calls work() and prints "done<TAB>seconds<TAB>result". Only work() is timed."""

import sys
import time


def serve(work):
    print("ready", flush=True)
    for _ in sys.stdin:
        start = time.perf_counter()
        result = work()
        seconds = time.perf_counter() - start
        print(f"done\t{seconds!r}\t{result}", flush=True)
