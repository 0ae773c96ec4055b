#!/usr/bin/env python3
"""Finds statements that g++ 12.2 compiles wrongly: an object is destroyed twice, silently.

    coroutine_traps.py [FILE…]     without files: every C++ file that git knows

Looked for, in a statement that holds co_await:
  argument   a braced argument with content, as in co_await f(Agg{a, b}) or co_await f({a, b})
  closure    a lambda that owns something in its capture list, passed in the same expression
  aggregate  Agg r{co_await f(), b}
  condition  if (co_await …) or while (co_await …)
Name the object first, then pass it. A line with "traps: safe" and the reason is left alone.
"""
import re
import subprocess
import sys

COMMENT_OR_TEXT = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.S)
NOT_A_TYPE = {'do', 'else', 'try', 'mutable', 'noexcept', 'const', 'override', 'final'}


def blank(match):
    """Keeps line numbers and an exemption; drops everything else a string or comment holds."""
    text = match.group(0)
    return '@' if 'traps: safe' in text else re.sub(r'[^\n]', ' ', text)


def statement_after(code, start):
    """The text from `start` to the end of its statement, and how it ended."""
    depth = 0
    for end in range(start, len(code)):
        char = code[end]
        if char in '([{':
            if char == '{' and depth == 0 and code[:end].rstrip()[-1:] == ')':
                return code[start:end]  # the body of an if, for or while
            depth += 1
        elif char in ')]}':
            depth -= 1
            if depth < -1:
                return code[start:end]
        elif char == ';' and depth <= 0:
            return code[start:end]
    return code[start:]


def traps_in(code):
    code = COMMENT_OR_TEXT.sub(blank, code)
    for match in re.finditer(r'\bco_await\b', code):
        rest = statement_after(code, match.end())
        line = code.count('\n', 0, match.start()) + 1
        end_of_line = code.find('\n', match.end() + len(rest))
        if '@' in code[code.rfind('\n', 0, match.start()) + 1:end_of_line]:
            continue
        before = code[:match.start()]
        if re.search(r'\b(if|while)\s*\(\s*$', before):
            yield line, 'condition'
        opener = re.search(r'(\w+)\s*\{[^{};]*$', before)
        if opener and opener.group(1) not in NOT_A_TYPE:
            yield line, 'aggregate'
        if re.search(r'[(,<>\w]\s*\{\s*[^\s}]', rest) and not re.search(r'\]\s*(\([^()]*\))?[^;{]*\{', rest):
            yield line, 'argument'
        if re.search(r'(?<![\w\])\s])\s*\[\s*(?![&\]]\s*\]?)[^\]]*\]\s*[({mn-]', rest):
            yield line, 'closure'


def main(files):
    if not files:
        listed = subprocess.run(
            ['git', 'ls-files', '--cached', '--others', '--exclude-standard', '*.cpp', '*.hpp'],
            check=True, capture_output=True, text=True)
        files = listed.stdout.split()
    found = 0
    for name in files:
        try:
            code = open(name, encoding='utf-8').read()
        except FileNotFoundError:
            continue  # deleted in the work tree
        for line, kind in traps_in(code):
            print(f'{name}:{line}: {kind}: g++ 12.2 may destroy an object of this co_await statement twice')
            found += 1
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
