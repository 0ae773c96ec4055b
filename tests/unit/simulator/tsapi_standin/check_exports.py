#!/usr/bin/env python3
"""Compares the exports of libcsta.so and libattpriv.so with the functions of the ABI record.

usage: check_exports.py --nm NM --readelf READELF RECORD LIBCSTA LIBATTPRIV
"""
import argparse
import pathlib
import subprocess

FUNCTIONS = 114


def recorded(path: str) -> set[str]:
    rows = (line.split("\t") for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines())
    return {row[1] for row in rows if row[0] == "func"}


def exported(nm: str, library: str) -> set[str]:
    out = subprocess.run([nm, "-D", "--defined-only", "--with-symbol-versions", library],
                         check=True, capture_output=True, text=True).stdout
    return {line.split()[-1] for line in out.splitlines()}


def dynamic(readelf: str, library: str, tag: str) -> set[str]:
    out = subprocess.run([readelf, "-d", "-W", library], check=True, capture_output=True, text=True).stdout
    return {line[line.index("[") + 1:line.rindex("]")] for line in out.splitlines() if f"({tag})" in line}


def same(what: str, have: set[str], want: set[str]) -> None:
    if have != want:
        raise SystemExit(f"{what}: missing {sorted(want - have)}, too many {sorted(have - want)}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--nm", required=True)
    parser.add_argument("--readelf", required=True)
    parser.add_argument("record")
    parser.add_argument("csta")
    parser.add_argument("attpriv")
    given = parser.parse_args()

    functions = recorded(given.record)
    if len(functions) != FUNCTIONS:
        raise SystemExit(f"{given.record} has {len(functions)} functions, not {FUNCTIONS}")
    core = {name for name in functions if name.startswith(("acs", "csta"))}
    same("libcsta.so", exported(given.nm, given.csta), core)
    same("libattpriv.so", exported(given.nm, given.attpriv), functions - core)
    same("soname", dynamic(given.readelf, given.csta, "SONAME"), {"libcsta.so"})
    same("soname", dynamic(given.readelf, given.attpriv, "SONAME"), {"libattpriv.so"})
    if "libcsta.so" not in dynamic(given.readelf, given.attpriv, "NEEDED"):
        raise SystemExit("libattpriv.so does not need libcsta.so")


if __name__ == "__main__":
    main()
