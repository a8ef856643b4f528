"""`jupyter console` in a terminal of its own: texts that go on over lines, and joining a running kernel.

Its Ctrl+C is not tested: under Python 3.11 it never reaches the kernel ("KeyboardInterrupt escaped interact()").
"""
import contextlib
import os
import sys

import pexpect

import kernels
from kernels import same

PATIENCE = 120


@contextlib.contextmanager
def console(*arguments):
    """A console that has shown its first prompt."""
    child = pexpect.spawn(sys.executable, ["-m", "jupyter_console", *arguments], encoding="utf-8", timeout=PATIENCE, dimensions=(40, 200),
                          env={**os.environ, "PROMPT_TOOLKIT_NO_CPR": "1"})
    try:
        prompt(child)
        yield child
        child.send("quit\r")
        child.expect(pexpect.EOF)
    finally:
        child.close(force=True)


def prompt(child, number=None):
    """Waits for an input prompt; what is typed before it is lost."""
    child.expect(rf"In \[[^]]*{number or '[0-9]+'}\x1b[^]]*\]:")


def multi_line():
    """The kernel says when a text is complete: Enter goes on within braces, and runs what is whole."""
    with console("--kernel", kernels.NAME) as child:
        child.send("6 * 7\r")
        child.expect_exact("42")
        prompt(child, 2)
        for line in ("int Twice(int x)", "{", "return 2 * x;"):
            child.send(line + "\r")
            child.expect(r"\.\.\.:")
        child.send("}\r")
        prompt(child, 3)
        child.send("Twice(21) + 1\r")
        child.expect_exact("43")
        prompt(child, 4)


def existing():
    """A console joins a kernel that runs, sees its state, and leaves it alive."""
    with kernels.kernel() as (manager, client):
        kernels.run(client, "var shared = 41;")
        with console("--existing", manager.connection_file) as child:
            child.send("shared + 1\r")
            child.expect_exact("42")
            prompt(child, 3)
        same(kernels.run(client, "shared").result, "41", "the kernel after the console has left")


if __name__ == "__main__":
    kernels.main({f.__name__: f for f in (multi_line, existing)})
