"""Whole notebooks through nbclient and nbconvert, as readers run and publish them. The first argument is the repository's folder."""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import v4

import kernels
from kernels import same

REPOSITORY = os.path.abspath(sys.argv.pop(1))
METRIC = "application/vnd.marketing-notebooks.metric+json"
FIGURE = "application/vnd.plotly.v1+json"
SHORT = "01-can-we-trust-this-table"


def workplace():
    """A folder with copies of the notebooks that find their data upwards, as in the repository."""
    folder = tempfile.mkdtemp(prefix="work-", dir=os.getcwd())
    shutil.copytree(os.path.join(REPOSITORY, "notebooks"), os.path.join(folder, "notebooks"))
    os.symlink(os.path.join(REPOSITORY, "data"), os.path.join(folder, "data"))
    return os.path.join(folder, "notebooks")


def execute(notebook, folder=None, **options):
    """Runs a notebook with nbclient and returns it."""
    NotebookClient(notebook, resources={"metadata": {"path": folder or os.getcwd()}}, **{"timeout": 300, **options}).execute()
    return notebook


def of_cells(*sources, **metadata):
    kernelspec = {"name": ".net-csharp", "display_name": ".NET (C#)", "language": "C#"}
    return v4.new_notebook(cells=[v4.new_code_cell(source) for source in sources], metadata={"kernelspec": kernelspec, **metadata})


def bundles(notebook, mime):
    return [o["data"][mime] for c in notebook.cells for o in c.get("outputs", []) if mime in o.get("data", {})]


def mn(*arguments):
    """Runs the command line that the kernelspec starts."""
    program = KernelSpecManager().get_kernel_spec(kernels.NAME).argv[:2]
    done = subprocess.run([*program, *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def convert(folder, *arguments, succeeds=True):
    """Runs nbconvert and returns what it printed."""
    done = subprocess.run([sys.executable, "-m", "nbconvert", *arguments], cwd=folder, capture_output=True, text=True)
    assert (done.returncode == 0) == succeeds, f"nbconvert {arguments} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


def same_as_mn():
    """nbclient and `mn run` give every notebook the same outputs, counts and metrics."""
    folder, metrics = workplace(), 0
    for path in sorted(glob.glob(os.path.join(folder, "*.ipynb"))):
        name = os.path.basename(path)
        mn("run", path, "--out", os.path.join(folder, "mn"))
        ours = nbformat.read(os.path.join(folder, "mn", name), 4)
        theirs = execute(nbformat.read(path, 4), folder)
        nbformat.validate(theirs)
        same(len(theirs.cells), len(ours.cells), f"{name}: cells")
        same(bundles(theirs, METRIC), bundles(ours, METRIC), f"{name}: metrics")
        assert bundles(theirs, METRIC) and bundles(theirs, FIGURE), f"{name} records no metric or draws no figure"
        for number, (a, b) in enumerate(zip(theirs.cells, ours.cells)):
            same(a.get("execution_count"), b.get("execution_count"), f"{name}, cell {number}: count")
            same(a.get("outputs"), b.get("outputs"), f"{name}, cell {number}")
        same(theirs.metadata.language_info.name, "C#", f"{name}: language")
        metrics += len(bundles(theirs, METRIC))
    return f"{metrics} metrics"


class AsJupyterLab(NotebookClient):
    """Sends with each request what JupyterLab and VS Code send: the cell's metadata and its id. nbclient sends nothing of it."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.on_cell_start = self.say

    def say(self, cell, cell_index):
        self.kc.session.metadata = {**cell.metadata, "cellId": cell.id}


def stored_outputs(path, client=NotebookClient, **variables):
    """Runs a notebook whose outputs are stored and compares. Variables are those the kernel is started with."""
    stored, fresh = nbformat.read(path, 4), nbformat.read(path, 4)
    runner = client(fresh, timeout=300, resources={"metadata": {"path": os.path.dirname(path)}})
    runner.execute(env={**os.environ, **variables})
    for number, (a, b) in enumerate(zip(fresh.cells, stored.cells)):
        same(a.get("outputs"), b.get("outputs"), f"{os.path.basename(path)}, cell {number}")
    return fresh


def compatibility():
    """Notebooks in the form of .NET Interactive give their stored outputs on the kernelspec they name."""
    folder = os.path.join(tempfile.mkdtemp(prefix="work-", dir=os.getcwd()), "notebooks")
    shutil.copytree(os.path.join(REPOSITORY, "tests", "Kernel.Tests", "Compatibility", "notebooks"), folder)
    names = sorted(os.path.basename(path) for path in glob.glob(os.path.join(folder, "*.ipynb")))
    # nbclient lets nobody answer a question; of a cell's language and the notebook's default it says nothing.
    told, default = {"languages.ipynb"}, {"default-language.ipynb"}
    for name in names:
        path = os.path.join(folder, name)
        if name in default:
            stored_outputs(path, AsJupyterLab, JPY_SESSION_NAME=path)
        elif name in told:
            stored_outputs(path, AsJupyterLab)
        elif name != "input.ipynb":
            stored_outputs(path)
    return f"{len(names) - 1} notebooks"


def saved_notebook():
    """Where requests leave it out, the saved notebook says what language a cell is in and which versions of packages it keeps."""
    class OnlyIds(AsJupyterLab):
        def say(self, cell, cell_index):
            self.kc.session.metadata = {"cellId": cell.id}

    def run(notebook, session):
        OnlyIds(notebook, timeout=300).execute(env={**os.environ, "JPY_SESSION_NAME": session})
        return notebook.cells[0].outputs

    path = os.path.join(os.getcwd(), "saved.ipynb")
    notebook = of_cells("<b>tea</b>")
    notebook.cells[0].metadata["polyglot_notebook"] = {"kernelName": "html"}
    nbformat.write(notebook, path)
    same(run(notebook, path)[0]["data"]["text/html"], "<b>tea</b>", "a cell that the file says is HTML")
    with open(path, "w", encoding="utf-8") as file:
        file.write('{"cells": [')
    for session in (path, os.path.join(os.getcwd(), "missing.ipynb"), "untitled-1", ""):
        same(run(of_cells("6 * 7"), session)[0]["data"]["text/plain"], "42", f"a cell with the session named {session!r}")


def to_html():
    """`nbconvert --execute --to html` holds the figures and no error. Left as light.html and dark.html for a browser to look at."""
    folder = workplace()
    for theme in ("light", "dark"):
        convert(folder, "--execute", "--to", "html", f"--HTMLExporter.theme={theme}", "--output", theme, SHORT + ".ipynb")
        html = read(folder, theme + ".html")
        figures = re.findall(r'<div class="mn-figure" data-mn-figure="(\w+)"', html)
        same([f for f in figures if f'MarketingNotebooksCharts.draw("{f}"' not in html], [], "figures without data")
        assert figures and "output_error" not in html and "mn-metric" in html, "the page lacks a figure or a metric, or shows an error"
        shutil.copy(os.path.join(folder, theme + ".html"), os.getcwd())
    return f"{len(figures)} figures"


def to_script():
    """A notebook that was never executed becomes a .cs file with its code."""
    folder = workplace()
    convert(folder, "--to", "script", SHORT + ".ipynb")
    script = read(folder, SHORT + ".cs")
    for cell in nbformat.read(os.path.join(folder, SHORT + ".ipynb"), 4).cells:
        assert cell.cell_type != "code" or cell.source in script, f"not in the script: {cell.source}"


def in_place():
    """Executed in place, a notebook that says nothing of its language learns it from the kernel and keeps its metadata."""
    folder = workplace()
    bare = of_cells("6 * 7", "#!markdown\n*tea*", marketing_notebooks={"minutes": 1}, mine={"kept": [1, 2]})
    nbformat.write(bare, os.path.join(folder, "bare.ipynb"))
    convert(folder, "--to", "notebook", "--execute", "--inplace", "bare.ipynb")
    done = nbformat.read(os.path.join(folder, "bare.ipynb"), 4)
    language = done.metadata.language_info
    same((language.name, language.file_extension, language.mimetype, language.pygments_lexer), ("C#", ".cs", "text/x-csharp", "csharp"), "language")
    same((done.metadata.mine, done.metadata.marketing_notebooks), (bare.metadata.mine, bare.metadata.marketing_notebooks), "metadata")
    same(bundles(done, "text/plain")[0], "42", "the result")
    same(bundles(done, "text/markdown"), ["*tea*"], "markdown")
    convert(folder, "--to", "script", "bare.ipynb")
    assert "6 * 7" in read(folder, "bare.cs")


def to_markdown():
    """Markdown holds prose, code fenced as C#, results, and the figures as files."""
    folder = workplace()
    convert(folder, "--execute", "--to", "markdown", SHORT + ".ipynb")
    markdown = read(folder, SHORT + ".md")
    cells = nbformat.read(os.path.join(folder, SHORT + ".ipynb"), 4).cells
    assert cells[0].source.splitlines()[0] in markdown and "```C#" in markdown, "prose or code is missing"
    return f"{len(markdown):,} characters, {len(glob.glob(os.path.join(folder, SHORT + '_files', '*')))} files"


def failures():
    """A failing cell stops the run with its message; told to go on, nbconvert does."""
    bad = ('throw new InvalidOperationException("No orders after 2026.");', "6 * 7")
    try:
        execute(of_cells(*bad))
        raise AssertionError("a failing cell passed")
    except CellExecutionError as error:
        assert "InvalidOperationException" in str(error) and "No orders after 2026." in str(error), str(error)
    try:
        execute(of_cells("var x = nope;"))
        raise AssertionError("a cell that does not compile passed")
    except CellExecutionError as error:
        assert "The name 'nope' does not exist" in str(error), str(error)
    folder = workplace()
    nbformat.write(of_cells(*bad), os.path.join(folder, "bad.ipynb"))
    said = convert(folder, "--execute", "--to", "html", "bad.ipynb", succeeds=False)
    assert "No orders after 2026." in said, said
    convert(folder, "--execute", "--allow-errors", "--to", "notebook", "--output", "went-on.ipynb", "bad.ipynb")
    done = nbformat.read(os.path.join(folder, "went-on.ipynb"), 4)
    same(done.cells[0].outputs[0]["ename"], "InvalidOperationException", "the error")
    same(bundles(done, "text/plain"), ["42"], "the cell after it")
    tagged = of_cells(*bad)
    tagged.cells[0].metadata["tags"] = ["raises-exception"]
    same(bundles(execute(tagged), "text/plain"), ["42"], "the cell after one that may fail")


def timeouts():
    """A cell that takes too long is interrupted, and the next one has the session as it was."""
    endless = of_cells("var kept = 42;", "while (true) { }", "kept")
    # The first cell of a kernel takes its time; only the endless one is cut short.
    execute(endless, timeout_func=lambda cell: 3 if "while" in cell.source else 120, interrupt_on_timeout=True, allow_errors=True)
    same(endless.cells[1].outputs[0]["ename"], "CellInterruptedException", "the endless cell")
    same(bundles(endless, "text/plain"), ["42"], "the state after it")
    try:
        execute(of_cells("while (true) { }"), timeout=2)
        raise AssertionError("an endless cell ended")
    except CellTimeoutError:
        pass


def death():
    """A kernel that dies is reported at once, not waited for."""
    start = time.time()
    try:
        execute(of_cells("1 + 1", "Environment.Exit(7);", "2"), timeout=600)
        raise AssertionError("a dead kernel went unnoticed")
    except DeadKernelError:
        assert time.time() - start < 200, "it took too long to be noticed"


if __name__ == "__main__":
    kernels.main({f.__name__: f for f in (same_as_mn, compatibility, saved_notebook, to_html, to_script, in_place, to_markdown, failures, timeouts, death)})
