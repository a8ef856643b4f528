"""A Jupyter kernel as its front end sees it: kernel.py CASE KERNEL CODE.
start: from starting the kernel to the idle after the code; cells: the code 100 times in a running kernel; once: the code once in a running kernel."""

import os
import sys

from jupyter_client import KernelManager

from peer import serve

os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"  # ipykernel's debugger talks otherwise
case, name, code = sys.argv[1:]


def launch():
    manager = KernelManager(kernel_name=name)
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    return manager, client


def run(client):
    """Runs the code and returns how many characters it printed."""
    request = client.execute(code)
    printed = 0
    while True:
        message = client.get_iopub_msg(timeout=60)
        if message["parent_header"].get("msg_id") != request:
            continue
        content = message["content"]
        if message["msg_type"] == "error":
            raise SystemExit(f"{name}: {content['ename']}: {content['evalue']}")
        if message["msg_type"] == "stream":
            printed += len(content["text"])
        if message["msg_type"] == "status" and content["execution_state"] == "idle":
            client.get_shell_msg(timeout=60)
            return printed


def start():
    manager, client = launch()
    run(client)
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    return "1 cell"


def cells(client):
    for _ in range(100):
        run(client)
    return "100 cells"


def main():
    if case == "start":
        return serve(start)
    manager, client = launch()
    try:
        serve(lambda: cells(client) if case == "cells" else f"{run(client):,} characters")
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


main()
