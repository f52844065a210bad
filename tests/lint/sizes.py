#!/usr/bin/python3
"""Nothing grows past what a reader holds in mind: lines a function and a file, parameters, depth.

The limits here are the hard ones. `sizes.py --notes` also lists what is above the sizes that we aim at.
"""

import re
import sys

from tree import Faults, bare, files, read

FUNCTION_LINES, FUNCTION_AIM = 60, 40
FILE_LINES, FILE_AIM = 350, 300
PARAMETERS, PARAMETERS_AIM = 7, 6
DEPTH, DEPTH_AIM = 5, 3
# Their parameters were chosen by the library that calls them.
CALLBACKS = {"http_handle", "answer_hello"}
HEADER = re.compile(r"([A-Za-z_]\w*)\s*\(")


def without_directives(text):
    """Preprocessor lines and their continuations blanked: their braces need not balance."""
    return re.sub(r"^[ \t]*#(?:[^\n\\]|\\.|\\\n)*", lambda m: "\n" * m.group().count("\n"), text, flags=re.M)


def parameters_of(head):
    """How many parameters stand in the last outer pair of parentheses of a function's head."""
    end = head.rindex(")")
    depth, commas, start = 0, 0, end
    for start in range(end, -1, -1):
        char = head[start]
        depth += (char in ")]}") - (char in "([{")
        commas += char == "," and depth == 1
        if depth == 0:
            break
    inside = head[start + 1:end].strip()
    return 0 if inside in ("", "void") else commas + 1


def functions(text):
    """(name, first line, last line, parameters, depth of blocks) of each function with a body."""
    code = without_directives(bare(text))
    depth, deepest, head_start, line = 0, 0, 0, 1
    open_function = None
    for match in re.finditer(r"[{};\n]", code):
        char = match.group()
        if char == "\n":
            line += 1
        elif char == "{":
            depth += 1
            deepest = max(deepest, depth)
            if depth == 1:
                head = code[head_start:match.start()]
                name = HEADER.search(head)
                deepest = 1
                if name and head.rstrip().endswith(")") and "=" not in head.split("(")[0]:
                    first = line - head.lstrip().count("\n")
                    called = re.match(r"\w*Test\(\s*(\w+,\s*\w+)", head.strip())
                    open_function = (called.group(1) if called else name.group(1), first, parameters_of(head))
        elif char == "}":
            depth -= 1
            if depth == 0:
                if open_function:
                    name, first, parameters = open_function
                    yield name, first, line, parameters, deepest - 1
                open_function = None
                head_start = match.end()
        elif depth == 0:
            head_start = match.end()


def main():
    faults, notes = Faults(), []

    def judge(name, line, what, size, aim, limit):
        if size > limit:
            faults.say(name, line, f"{what} {size}: the limit is {limit}; it does two things")
        elif size > aim:
            notes.append(f"{name}:{line}: {what} {size}, above the {aim} we aim at")

    names = files(".c", ".h")
    for name in names:
        text = read(name)
        is_test = name.startswith("tests/")
        if name.endswith(".c") and not is_test:
            judge(name, 1, "lines in this file:", text.count("\n"), FILE_AIM, FILE_LINES)
        for function, first, last, parameters, depth in functions(text):
            judge(name, first, f"lines in {function}():", last - first + 1, FUNCTION_AIM, FUNCTION_LINES)
            if function not in CALLBACKS:
                judge(name, first, f"parameters of {function}():", parameters, PARAMETERS_AIM, PARAMETERS)
            judge(name, first, f"depth of blocks in {function}():", depth, DEPTH_AIM, DEPTH)
    if "--notes" in sys.argv:
        print("\n".join(notes))
    faults.finish(f"{len(names)} files, {len(notes)} above what we aim at (sizes.py --notes lists them)")


main()
