"""`jupyter console` in a terminal of its own: texts that go on over lines, completion, history, interrupts, and joining a running kernel."""
import contextlib
import os
import re
import sys

import pexpect

import kernels
from kernels import same

PATIENCE = 60
NOISE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]|\r")


@contextlib.contextmanager
def console(*arguments):
    """A console that has shown its first prompt."""
    child = pexpect.spawn(sys.executable, ["-m", "jupyter_console", *arguments], encoding="utf-8", timeout=PATIENCE, dimensions=(40, 200),
                          env={**os.environ, "PROMPT_TOOLKIT_NO_CPR": "1"})
    try:
        prompt(child)
        yield child
        child.sendline("quit")
        child.expect(pexpect.EOF)
    finally:
        child.close(force=True)


def prompt(child):
    """Waits for the next input prompt and returns what was shown before it, colours taken out."""
    child.expect(r"In \[[^]]*\d[^]]*\]:")
    return NOISE.sub("", child.before)


def multi_line():
    """The kernel says when a text is complete: Enter goes on within braces, and runs what is whole."""
    with console("--kernel", kernels.NAME) as child:
        child.send("6 * 7\r")
        assert "42" in until(child, "42"), "no result"
        child.send("int Twice(int x)\r")
        child.expect(r"\.\.\.:")
        child.send("{\rreturn 2 * x;\r}\r\r")
        child.send("Twice(21) + 1\r")
        assert "43" in until(child, "43"), "what was typed over lines did not run"


def until(child, text):
    child.expect_exact(text)
    return child.after


def existing():
    """A console joins a kernel that runs, sees its state, and leaves it alive."""
    with kernels.kernel() as (manager, client):
        kernels.run(client, "var shared = 41;")
        with console("--existing", manager.connection_file) as child:
            child.send("shared + 1\r")
            until(child, "42")
        same(kernels.run(client, "shared").result, "41", "the kernel after the console has left")


def interrupts():
    """Ctrl+C stops an endless cell, and the console goes on."""
    with console("--kernel", kernels.NAME) as child:
        child.send('Console.WriteLine("begun"); while (true) { }\r')
        child.expect(r"begun\r?\n")
        child.sendintr()
        until(child, "interrupted")
        child.send("6 * 7\r")
        until(child, "42")


if __name__ == "__main__":
    kernels.main({f.__name__: f for f in (multi_line, existing, interrupts)})
