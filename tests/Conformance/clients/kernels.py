"""Starts the kernel as a front end does and runs cells in it."""
import contextlib
import os
import sys
import time
import uuid

from jupyter_client import BlockingKernelClient
from jupyter_client.manager import KernelManager

NAME = "marketing-notebooks"
TIMEOUT = 120


class Outputs(list):
    """What a cell gave out: messages by type, its reply."""

    reply = None

    def of(self, kind):
        return [m["content"] for m in self if m["msg_type"] == kind]

    @property
    def text(self):
        return "".join(c["text"] for c in self.of("stream"))

    @property
    def result(self):
        return next((c["data"]["text/plain"] for c in self.of("execute_result")), None)


def run(client, code, timeout=TIMEOUT, **options):
    """Runs a cell and returns its outputs up to idle."""
    outputs = Outputs()
    message = client.execute(code, **options)
    outputs.reply = reply_to(client, message, timeout)["content"]
    collect(client, message, outputs, timeout)
    return outputs


def reply_to(client, message, timeout=TIMEOUT):
    until = time.time() + timeout
    while True:
        reply = client.get_shell_msg(timeout=max(0.01, until - time.time()))
        if reply["parent_header"].get("msg_id") == message:
            return reply


def collect(client, message, outputs, timeout=TIMEOUT):
    until = time.time() + timeout
    while True:
        found = client.get_iopub_msg(timeout=max(0.01, until - time.time()))
        if found["parent_header"].get("msg_id") != message:
            continue
        if found["msg_type"] == "status" and found["content"]["execution_state"] == "idle":
            return outputs
        outputs.append(found)


def start_manager():
    """A manager whose connection file lies in Jupyter's runtime folder, so that its kernel can be told from others."""
    folder = os.environ["JUPYTER_RUNTIME_DIR"]
    os.makedirs(folder, exist_ok=True)
    return KernelManager(kernel_name=NAME, connection_file=os.path.join(folder, f"kernel-{uuid.uuid4()}.json"))


@contextlib.contextmanager
def kernel(environment=None, signals=False):
    """A kernel and a client that is ready; ends with no process left."""
    manager = start_manager()
    if signals:
        manager.kernel_spec.interrupt_mode = "signal"
    manager.start_kernel(env={**os.environ, **(environment or {})})
    client = connect(manager)
    try:
        yield manager, client
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=False)
        assert not manager.is_alive(), "the kernel outlived its shutdown"


def connect(manager, own=False):
    """A client that is ready; with an identity of its own, as another front end has, when asked for."""
    if own:
        client = BlockingKernelClient(connection_file=manager.connection_file)
        client.load_connection_file()
    else:
        client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=TIMEOUT)
    return client


def same(actual, expected, what):
    assert actual == expected, f"{what}: expected {expected!r}, got {actual!r}"


def main(scenarios):
    """Runs the scenarios named as arguments, or all, and prints how long each took."""
    chosen = sys.argv[1:] or list(scenarios)
    for name in chosen:
        start = time.time()
        said = scenarios[name]()
        print(f"{name}: ok, {time.time() - start:.1f} s{'; ' + said if said else ''}", flush=True)
