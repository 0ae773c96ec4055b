#!/usr/bin/env bash
# The lint finds every broken shape of the list, and nothing in the list of safe ones.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
traps=$here/../../dev.d/coroutine_traps.py
status=0

found=$(python3 "$traps" "$here/coroutine_traps/broken.txt" || true)
for line in $(seq 2 "$(wc -l <"$here/coroutine_traps/broken.txt")"); do
    grep -q ":$line: " <<<"$found" || {
        echo "not found: $(sed -n "${line}p" "$here/coroutine_traps/broken.txt")"
        status=1
    }
done
python3 "$traps" "$here/coroutine_traps/safe.txt" || status=1
exit "$status"
