"""Seconds from starting a kernel to the idle after its first cell, as a front end sees them.

python3 kernel_start.py [--times N] KERNEL=CODE ...
e.g. python3 kernel_start.py python3=1+1 marketing-notebooks=1+1 (after `mn kernel install`)

Kernels take turns, so that other work on the machine meets all alike. Needs jupyter_client.
"""
import argparse
import statistics
import time

from jupyter_client import KernelManager


def start(kernel, code):
    begin = time.perf_counter()
    manager = KernelManager(kernel_name=kernel)
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        ready = time.perf_counter() - begin
        request = client.execute(code)
        while True:
            message = client.get_iopub_msg(timeout=60)
            if message["parent_header"].get("msg_id") != request:
                continue
            if message["msg_type"] == "error":
                raise SystemExit(f"{kernel}: {message['content']['ename']}: {message['content']['evalue']}")
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return ready, time.perf_counter() - begin
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


parser = argparse.ArgumentParser()
parser.add_argument("--times", type=int, default=7)
parser.add_argument("kernels", nargs="+")
arguments = parser.parse_args()
cases = [kernel.split("=", 1) for kernel in arguments.kernels]
taken = {name: [] for name, _ in cases}
for _ in range(arguments.times):
    for name, code in cases:
        taken[name].append(start(name, code))
for name, times in taken.items():
    ready, idle = (sorted(column) for column in zip(*times))
    print(f"{name:24} ready {statistics.median(ready):.2f} s   first result: median {statistics.median(idle):.2f} s, best {idle[0]:.2f} s")
