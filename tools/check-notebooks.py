"""Checks exported notebooks with Jupyter's own tools: each is validated by nbformat, run under Deno's kernel with the
library beside it, and must put out what the site's kernel did.

    npm install --prefix /tmp/deno deno && /tmp/deno/node_modules/.bin/deno jupyter --install
    python3 tools/check-notebooks.py public/notebooks/gradbook.js public/notebooks/*/*.ipynb

Needs the Python packages nbformat and jupyter_client. Run it with NO_COLOR=1.
"""

import html
import json
import math
import queue
import re
import shutil
import sys
import tempfile
from pathlib import Path

import nbformat
from jupyter_client.manager import start_new_kernel
from nbformat.v4 import output_from_msg

SECONDS = 120
QUIET = 0.5
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def text(lines):
    return ANSI.sub("", lines if isinstance(lines, str) else "".join(lines))


def html_words(table):
    """A table's rows, their cells apart by one space."""
    rows = re.findall(r"<tr>(.*?)</tr>", table, re.S)
    return "".join(" ".join(html.unescape(cell) for cell in re.findall(r"<t[hd]>(.*?)</t[hd]>", row, re.S)) + "\n" for row in rows)


def box_words(printed):
    """What was printed, with the lines of tables as `html_words` gives them."""
    lines = []
    for line in printed.split("\n"):
        if re.match(r"[┌├└]", line):
            continue
        if line.startswith("│"):
            cells = [cell.strip() for cell in line.strip("│").split("│")]
            line = " ".join(re.sub(r'^"(.*)"$', r"\1", cell) for cell in cells).replace("(idx)", "(index)")
        lines.append(line)
    return "\n".join(lines)


def shown(outputs):
    """What a cell printed, and its values and pictures in their forms, apart from each other and in order."""
    printed, values = "", []
    for output in outputs:
        kind = output["output_type"]
        if kind == "stream":
            printed += box_words(text(output["text"]))
        elif kind == "error":
            values.append(("error", output["ename"]))
        elif "<table>" in text(output["data"].get("text/html", "")):
            # `console.table` is drawn on the site, and printed by Deno.
            printed += html_words(text(output["data"]["text/html"]))
        else:
            data = output["data"]
            pictures = sorted(form for form in data if form.startswith(("image/", "text/html")))
            # A plot's words name its marks on the site alone; its picture is what counts.
            values.append((pictures, "" if pictures else text(data.get("text/plain", ""))))
    return printed, values


def run(client, code):
    """Runs a cell. Deno's kernel may send a value right after it has said that it is idle."""
    request = client.execute(code)
    outputs, places, idle = [], {}, False
    while True:
        try:
            message = client.get_iopub_msg(timeout=QUIET if idle else SECONDS)
        except queue.Empty:
            if idle:
                return outputs
            raise
        if message["parent_header"].get("msg_id") != request:
            continue
        kind, content = message["msg_type"], message["content"]
        if kind == "status" and content["execution_state"] == "idle":
            idle = True
        name = content.get("transient", {}).get("display_id")
        if kind == "update_display_data" and name in places:
            outputs[places[name]].data = content["data"]
        elif kind in ("stream", "display_data", "execute_result", "error"):
            if name:
                places[name] = len(outputs)
            outputs.append(output_from_msg(message))


def check(library, path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    # A notebook that the site has not run has nothing to compare with.
    ran = any(cell.outputs for cell in cells)
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(library, Path(folder) / "gradbook.js")
        manager, client = start_new_kernel(kernel_name="deno", cwd=folder)
        try:
            for cell in cells:
                before = shown(cell.outputs)
                cell.outputs = run(client, cell.source)
                after = shown([output for output in cell.outputs if not is_input(output)])
                if ran and not alike(before, after):
                    problems.append((cell.id, before, after))
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)
    nbformat.validate(notebook)
    return len(cells), problems


def alike(one, other):
    """The same words, and the same numbers but for their last digits: engines differ in how they round exp."""
    if one[1] != other[1] and [kind for kind, _ in one[1]] != [kind for kind, _ in other[1]]:
        return False
    texts = [(one[0], other[0])] + [(a[1], b[1]) for a, b in zip(one[1], other[1])]
    return all(same_text(a, b) for a, b in texts)


def unnamed(text):
    """A graph's tensors by number: only the site knows what cells call them."""
    names = re.findall(r"^(\S+) = (?=leaf|\w+\()", text, re.M)
    for number, name in enumerate(names):
        text = re.sub(rf"(?<![\w.%]){re.escape(name)}(?![\w.])", f"<{number}>", text)
    return text


def same_text(one, other):
    one, other = unnamed(one), unnamed(other)
    if NUMBER.sub("#", one) != NUMBER.sub("#", other):
        return False
    pairs = zip(NUMBER.findall(one), NUMBER.findall(other))
    return all(math.isclose(float(a), float(b), rel_tol=1e-9, abs_tol=1e-12) for a, b in pairs)


def is_input(output):
    """Controls are not exported; under Deno they are shown as text."""
    return output["output_type"] == "display_data" and list(output["data"]) == ["text/plain"]


def main(library, *paths):
    failed = 0
    for path in paths:
        count, problems = check(library, path)
        print(f"{path}: {count} cells, {len(problems)} differ")
        for name, before, after in problems:
            print(f"  {name}\n    site: {json.dumps(before)[:600]}\n    deno: {json.dumps(after)[:600]}")
        failed += len(problems)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
