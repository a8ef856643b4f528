"""Gives Jupyter's clients ports for their kernels that no other process can get, as ServerPort.cs does for servers.

A client asks the system for free ports and lets them go before the kernel has started; until then any outgoing connection on the machine may be
given one of them. Python runs this file at its start where its folder is on PYTHONPATH.
"""
import fcntl
import os
import socket

FIRST, LAST = 12_000, 19_999
held = []


def take(cache, ip):
    """A port below those the system gives out, locked by a file until this process ends."""
    for port in range(FIRST, LAST + 1):
        file = open(os.path.join(os.environ["MN_TEST_PORTS"], str(port)), "a")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            continue
        held.append(file)
        with socket.socket() as probe:
            try:
                probe.bind((ip, port))
            except OSError:
                continue
        cache.currently_used_ports.add(port)
        return port
    raise OSError(f"no port from {FIRST} to {LAST} is free")


if "MN_TEST_PORTS" in os.environ:
    from jupyter_client.connect import LocalPortCache

    LocalPortCache.find_available_port = take
