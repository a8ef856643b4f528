"""What a long day does to a kernel: many cells, much output, interrupts, crashes, restarts."""
import contextlib
import os
import random
import signal
import socket
import subprocess
import sys
import time
from queue import Empty

from jupyter_client import BlockingKernelClient

import kernels
from kernels import connect, kernel, run, same


def quick_cells():
    with kernel() as (_, client):
        run(client, "var total = 0L;")
        times = []
        for i in range(1000):
            start = time.time()
            same(run(client, f"total += {i}; total").result, str(i * (i + 1) // 2), f"cell {i}")
            times.append(time.time() - start)
        first, last = sum(times[50:150]) / 100, sum(times[-100:]) / 100
        return f"{first * 1000:.1f} ms a cell at the beginning, {last * 1000:.1f} ms at the end"


def much_output():
    with kernel() as (_, client):
        start = time.time()
        out = run(client, 'var line = new string(\'x\', 99); for (var i = 0; i < 500_000; i++) Console.WriteLine(line);')
        same(len(out.text), 50_000_000, "characters printed")
        same(run(client, "1 + 1").result, "2", "a cell after it")
        return f"50 MB in {time.time() - start:.1f} s"


def out_of_memory():
    limit = {"DOTNET_GCHeapHardLimit": "0x30000000"}
    hoards = {
        "large arrays": "var hoard = new List<byte[]>(); while (true) hoard.Add(new byte[50_000_000]);",
        "small objects": "var hoard = new LinkedList<object>(); while (true) hoard.AddLast(new object[8]);",
        "a string": 'var s = "x"; while (true) s += s;',
    }
    for name, code in hoards.items():
        with kernel(limit) as (_, client):
            run(client, "var kept = 42;")
            same(run(client, code).reply["ename"], "OutOfMemoryException", name)
            same(run(client, "kept").result, "42", f"state after {name}")


def stack_overflow():
    with kernel() as (manager, client):
        client.execute("void Deep(byte n) { Span<byte> big = stackalloc byte[1_000_000]; big.Fill(n); Deep((byte)(n + 1)); big.Clear(); } Deep(0);")
        until = time.time() + 60
        while manager.is_alive():
            assert time.time() < until, "the kernel neither died nor answered"
            time.sleep(0.1)
        manager.restart_kernel(now=True)
        client.stop_channels()
        again = connect(manager)
        same(run(again, "1 + 1").result, "2", "after the restart")
        again.stop_channels()


def endless_recursion():
    with kernel() as (_, client):
        run(client, "var kept = 42;")
        same(run(client, "int F(int x) => F(x + 1) + 1; F(0)").reply["status"], "error", "endless recursion")
        same(run(client, "kept").result, "42", "state after it")


LONG = [
    "while (true) { }",
    "System.Threading.Thread.Sleep(100_000);",
    "await Task.Delay(100_000);",
    "for (var i = 0L; ; i++) kept = i >= 0 ? kept : 0;",
    "Enumerable.InfiniteSequence(0, 1).Select(x => x * 2L).Where(x => x == 1).First()",
]


def begun(client, message):
    """Waits until a cell is under way."""
    while True:
        found = client.get_iopub_msg(timeout=60)
        if found["msg_type"] == "execute_input" and found["parent_header"].get("msg_id") == message:
            return


def interrupts():
    slowest = 0.0
    for by_signal in (False, True):
        with kernel(signals=by_signal) as (manager, client):
            run(client, "var kept = 42L;")
            for i in range(100):
                message = client.execute(LONG[i % len(LONG)])
                begun(client, message)
                start = time.time()
                manager.interrupt_kernel()
                reply = kernels.reply_to(client, message, 60)["content"]
                slowest = max(slowest, time.time() - start)
                same(reply["status"], "error", f"interrupt {i}, by signal: {by_signal}")
                kernels.collect(client, message, kernels.Outputs(), 60)
            after = run(client, "kept")
            same(after.result, "42", f"state after 100 interrupts, by signal: {by_signal}; the reply is {after.reply}")
    return f"slowest {slowest * 1000:.0f} ms"


def early_interrupts():
    """An interrupt that comes before the cell has begun stops it too."""
    with kernel() as (manager, client):
        for i in range(20):
            message = client.execute("while (true) { }")
            time.sleep(0.002 * i)
            while True:
                manager.interrupt_kernel()
                try:
                    kernels.reply_to(client, message, 5)
                    break
                except Empty:
                    continue
        same(run(client, "1 + 1").result, "2", "after early interrupts")


def two_front_ends():
    with kernel() as (manager, one):
        two = connect(manager, own=True)
        run(one, "var shared = new List<string>();")
        for i in range(20):
            a = one.execute(f'shared.Add("one {i}"); Console.WriteLine("one {i}");')
            b = two.execute(f'shared.Add("two {i}"); Console.WriteLine("two {i}");')
            for client, own, other in ((one, a, b), (two, b, a)):
                reply = client.get_shell_msg(timeout=60)
                while reply["msg_type"] == "kernel_info_reply":
                    reply = client.get_shell_msg(timeout=60)
                same(reply["parent_header"]["msg_id"], own, "a reply goes to its asker")
            for client in (one, two):
                seen = {a: "", b: ""}
                idle = set()
                while len(idle) < 2:
                    found = client.get_iopub_msg(timeout=60)
                    parent = found["parent_header"].get("msg_id")
                    if found["msg_type"] == "stream":
                        seen[parent] += found["content"]["text"]
                    if found["msg_type"] == "status" and found["content"]["execution_state"] == "idle" and parent in seen:
                        idle.add(parent)
                same(seen, {a: f"one {i}\n", b: f"two {i}\n"}, "both front ends see both outputs")
        same(run(two, "shared.Count").result, "40", "cells run")
        two.stop_channels()


def processes(folder):
    """Processes of kernels started with connection files of a folder."""
    found = subprocess.run(["ps", "-eo", "pid,args"], capture_output=True, text=True, check=True).stdout
    return [line for line in found.splitlines() if "kernel run" in line and folder in line]


def restarts():
    folder = os.environ["JUPYTER_RUNTIME_DIR"]
    with kernel() as (manager, client):
        client.stop_channels()
        ports = [manager.shell_port, manager.iopub_port, manager.stdin_port, manager.hb_port, manager.control_port]
        for i in range(50):
            if i % 2:
                manager.restart_kernel(now=False)
            else:
                os.kill(manager.provisioner.pid, signal.SIGKILL)
                manager.restart_kernel(now=True)
            again = connect(manager)
            same(run(again, f"{i} + 1").result, str(i + 1), f"after restart {i}")
            again.stop_channels()
            same(len(processes(folder)), 1, f"kernels after restart {i}")
        same([manager.shell_port, manager.iopub_port, manager.stdin_port, manager.hb_port, manager.control_port], ports, "ports")
        client = connect(manager)
        client.stop_channels()
    same(processes(folder), [], "kernels left")
    listening = open("/proc/net/tcp").read()
    for port in ports:
        assert f":{port:04X} 00000000:0000 0A" not in listening, f"port {port} is still open"


def front_end_killed():
    """A kernel whose front end is killed does not stay behind."""
    folder = os.environ["JUPYTER_RUNTIME_DIR"]
    code = "import time, kernels; m = kernels.start_manager(); m.start_kernel(); c = kernels.connect(m); print('ready', flush=True); time.sleep(600)"
    child = subprocess.Popen([sys.executable, "-c", code], cwd=os.path.dirname(os.path.abspath(__file__)), stdout=subprocess.PIPE, text=True)
    same(child.stdout.readline(), "ready\n", "the front end")
    same(len(processes(folder)), 1, "its kernel")
    child.kill()
    child.wait()
    until = time.time() + 60
    while processes(folder):
        assert time.time() < until, "the kernel stayed behind"
        time.sleep(0.2)


def busy_pool():
    """Cells that keep every thread of the pool busy keep the kernel from nothing."""
    with kernel() as (manager, client):
        run(client, "for (var i = 0; i < 500; i++) _ = Task.Run(() => System.Threading.Thread.Sleep(-1));")
        start = time.time()
        same(run(client, "1 + 1", timeout=60).result, "2", "a cell beside a busy pool")
        same(kernels.reply_to(client, client.complete("Math.Sqr"), 60)["content"]["matches"], ["Sqrt"], "completion beside a busy pool")
        message = client.execute("while (true) { }")
        begun(client, message)
        manager.interrupt_kernel()
        same(kernels.reply_to(client, message, 60)["content"]["status"], "error", "an interrupt beside a busy pool")
        return f"{time.time() - start:.1f} s"


GREETING = b"\xff" + bytes(8) + b"\x7f\x03\x01NULL" + bytes(48)


def garbage():
    """Garbage bytes, half frames and a wrong key on every port leave the kernel serving."""
    draw = random.Random(42)
    with kernel() as (manager, client):
        run(client, "var kept = 42;")
        ports = [manager.shell_port, manager.iopub_port, manager.stdin_port, manager.hb_port, manager.control_port]
        opened = []
        for port in ports:
            for what in (
                b"", b"GET / HTTP/1.1\r\n\r\n", draw.randbytes(10), draw.randbytes(100_000), GREETING[:20], GREETING,
                GREETING + draw.randbytes(1000),
                GREETING + b"\x04\x26\x05READY\x0bSocket-Type\x00\x00\x00\x06DEALER",  # READY cut off
                GREETING + b"\x02" + b"\x7f" + b"\xff" * 7,  # a frame of 2^63 bytes
                GREETING + b"\x04\x1a\x05READY\x0bSocket-Type\x00\x00\x00\x03SUB" + b"\x02\x00\x00\x00\x00\x40\x00\x00\x00abc",
            ):
                peer = socket.create_connection(("127.0.0.1", port))
                with contextlib.suppress(OSError):
                    peer.sendall(what)
                if draw.random() < 0.5:
                    peer.close()
                else:
                    opened.append(peer)  # a half-open connection
        stranger = BlockingKernelClient(connection_file=manager.connection_file)
        stranger.load_connection_file()
        stranger.session.key = b"another key"
        stranger.start_channels()
        stranger.execute("kept = 0;")
        stranger.shutdown()
        try:
            assert stranger.get_shell_msg(timeout=2) is None, "a wrong key was answered"
        except Empty:
            pass
        stranger.stop_channels()
        same(run(client, "kept").result, "42", "state after garbage and a wrong key")
        manager.interrupt_kernel()
        for peer in opened:
            peer.close()
        assert manager.is_alive(), "the kernel is gone"
        again = connect(manager, own=True)
        same(run(again, "kept + 1").result, "43", "a front end that comes after it")
        again.stop_channels()


if __name__ == "__main__":
    kernels.main({f.__name__: f for f in (
        quick_cells, much_output, out_of_memory, stack_overflow, endless_recursion, interrupts, early_interrupts, two_front_ends,
        restarts, front_end_killed, busy_pool, garbage)})
