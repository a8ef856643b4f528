"""IPython: engine.py first (a new process up to the end of its first cell) or cell (a trivial cell in a running shell)."""

import subprocess
import sys

from peer import serve

if sys.argv[1] == "first":
    code = """
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
shell.run_cell('import pandas; frame = pandas.DataFrame({"x": [1], "y": [2.0]}); len(frame)', silent=True)
"""
    serve(lambda: str(subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL).returncode))
else:
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell.instance()
    serve(lambda: str(shell.run_cell("x = 1; x + 1", silent=True).success))
