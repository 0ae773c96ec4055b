#!/usr/bin/env python3
"""Compares the functions that the README's tables explain with those of the ABI record.

usage: check_functions_told.py RECORD README

A row of a table explains the names in backticks of its first cell; each function stands in one row.
"""
import collections
import pathlib
import re
import sys

HEADER = re.compile(r"\| function of lib(csta|attpriv) \|")


def recorded(path: str) -> set[str]:
    rows = (line.split("\t") for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines())
    return {row[1] for row in rows if row[0] == "func"}


def library_of(name: str) -> str:
    return "csta" if name.startswith(("acs", "csta")) else "attpriv"


def told(path: str) -> collections.Counter[tuple[str, str]]:
    names: collections.Counter[tuple[str, str]] = collections.Counter()
    table = None
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        header = HEADER.match(line)
        if header:
            table = header.group(1)
        elif not line.startswith("|"):
            table = None
        elif table:
            names.update((table, name) for name in re.findall(r"`(\w+)`", line.split("|")[1]))
    return names


def main() -> None:
    wanted = {(library_of(name), name) for name in recorded(sys.argv[1])}
    found = told(sys.argv[2])
    problems = [f"not told: {name}" for _, name in sorted(wanted - set(found))]
    problems += [f"no function of lib{table}: {name}" for table, name in sorted(set(found) - wanted)]
    problems += [f"told twice: {name}" for (_, name), count in sorted(found.items()) if count > 1]
    if not wanted or problems:
        raise SystemExit("\n".join(problems) or "the record has no functions")


if __name__ == "__main__":
    main()
