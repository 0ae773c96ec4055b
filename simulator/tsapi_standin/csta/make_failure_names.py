#!/usr/bin/env python3
"""Writes a table row {number, "NAME"}, for each enumerator of a failure header, the first name of each number.

usage: make_failure_names.py HEADER OUTPUT
"""
import pathlib
import re
import sys

ENUMERATOR = re.compile(r"^\s+(\w+) = (\d+),?", re.MULTILINE)


def main() -> None:
    header, output = map(pathlib.Path, sys.argv[1:])
    names: dict[int, str] = {}
    for name, number in ENUMERATOR.findall(header.read_text(encoding="utf-8")):
        names.setdefault(int(number), name)
    if not names:
        sys.exit(f"{header}: no enumerators found; does it still say NAME = number?")
    rows = [f'{{{number}, "{name}"}},\n' for number, name in sorted(names.items())]
    output.write_text("".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
