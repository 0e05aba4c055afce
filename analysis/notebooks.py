"""Notebooks run from top to bottom, and written so that two runs give the same bytes.

What a run leaves in a notebook that says nothing about the story is taken out: times of execution, the patch version of
Python, addresses of objects, the random ids that pandas gives its styled tables. Cell ids stay as the author's file has
them. The user's own IPython settings have no say.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbformat import NotebookNode

from analysis import freshness

SECONDS_A_CELL = 600
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}

_ADDRESS = re.compile(r" at 0x[0-9a-f]+")
_STYLED = re.compile(r"\bT_[0-9a-f]{5}(?=_|\b)")


class NotebookError(Exception):
    """A notebook did not run to its end; the message names it, its cell and the error."""


def numbered(folder: Path) -> list[Path]:
    """Return the numbered notebooks of ``folder`` in reading order."""
    return sorted(folder.glob("[0-9][0-9]_*.ipynb"))


def digest(path: Path) -> str:
    """Return a digest of what the author wrote in a notebook: its cells without what they gave."""
    return freshness.of_texts(f"{cell.cell_type}\n{cell.source}" for cell in _read(path).cells)


def run(path: Path, made: Path, environment: Mapping[str, str]) -> None:
    """Run the notebook at ``path``, in the folder of ``made``, and write it with its outputs to ``made``.

    ``environment`` is added to this process's own. Raises NotebookError where a cell fails; ``made`` is then as it was.
    """
    notebook = _read(path)
    with tempfile.TemporaryDirectory() as settings:
        client = NotebookClient(
            notebook,
            timeout=SECONDS_A_CELL,
            kernel_name=KERNEL["name"],
            record_timing=False,
            coalesce_streams=True,
            extra_arguments=["--log-level=ERROR"],  # each start would warn that kernels talk in the clear
            resources={"metadata": {"path": str(made.parent)}},
        )
        try:
            asyncio.run(client.async_execute(env={**os.environ, **environment, "IPYTHONDIR": settings}))
        except (CellExecutionError, DeadKernelError, TimeoutError) as error:
            raise NotebookError(f"{path}: {_where(notebook)}: {_said(error)}") from error
    settle(notebook)
    partial = made.with_name(f".{made.name}.partial")
    nbformat.write(notebook, partial)
    partial.replace(made)


def settle(notebook: NotebookNode) -> None:
    """Take out of ``notebook``, in place, what differs from run to run."""
    notebook.metadata = NotebookNode({**_kept(notebook.metadata), "kernelspec": KERNEL})
    notebook.metadata["language_info"] = {"name": "python"}
    styled: dict[str, str] = {}
    for bundle in _bundles(notebook):
        for kind, content in bundle.items():
            if isinstance(content, str) and not kind.startswith("image/p"):  # pictures are base64
                content = _ADDRESS.sub(" at 0x0", content)
                bundle[kind] = _STYLED.sub(lambda m: styled.setdefault(m[0], f"T_{len(styled):05x}"), content)


def _read(path: Path) -> NotebookNode:
    content = json.loads(path.read_text("utf-8"))
    for number, cell in enumerate(content["cells"]):
        cell.setdefault("id", f"cell-{number:02d}")  # nbformat would draw one by lot
        cell["metadata"].pop("execution", None)
    content["nbformat_minor"] = max(content["nbformat_minor"], 5)
    return nbformat.reads(json.dumps(content), as_version=4)


def _kept(metadata: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in metadata.items() if key not in {"kernelspec", "language_info", "widgets"}}


def _bundles(notebook: NotebookNode) -> Iterator[dict[str, Any]]:
    """Give each output's content by kind, to be changed in place."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            yield output if output.output_type == "stream" else output.get("data", {})


def _where(notebook: NotebookNode) -> str:
    """Name the cell that failed: the last one that was begun."""
    begun = [number for number, cell in enumerate(notebook.cells, 1) if cell.get("execution_count")]
    failed = [
        n for n, cell in enumerate(notebook.cells, 1) for o in cell.get("outputs", []) if o.output_type == "error"
    ]
    return f"cell {(failed or begun or [1])[-1]}"


def _said(error: Exception) -> str:
    if isinstance(error, CellExecutionError):
        return f"{error.ename}: {error.evalue}"
    return str(error) or type(error).__name__
