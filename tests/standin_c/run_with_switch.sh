#!/usr/bin/env bash
# run_with_switch.sh SWITCH_SIM PLAN PROGRAM… : runs the program with a switch simulator of its own, on free ports.
# CTIENGINE_TSLIBRC names the simulator's tslibrc. The exit status is the program's.
set -euo pipefail
(($# >= 3)) || { echo "usage: run_with_switch.sh SWITCH_SIM PLAN PROGRAM…" >&2; exit 2; }
switch_sim=$1 plan=$2
shift 2
[[ -x $switch_sim ]] || { echo "no switch simulator at $switch_sim: build it with the preset dev" >&2; exit 2; }

scratch=$(mktemp -d)
switch=
# shellcheck disable=SC2317  # called by the trap
clean_up() {
    [[ -z $switch ]] || { kill "$switch" && wait "$switch"; } 2>/dev/null || true
    rm -rf "$scratch"
}
trap clean_up EXIT

# The simulator writes its files, then one line to the pipe: reading it is the wait.
mkfifo "$scratch/output"
"$switch_sim" --plan "$plan" --tslibrc "$scratch/tslibrc" >"$scratch/output" 2>"$scratch/errors" &
switch=$!
exec 3<"$scratch/output"
if ! read -r -t 30 line <&3 || [[ $line != ready:* ]]; then
    echo "the switch simulator did not become ready: ${line:-nothing}" >&2
    cat "$scratch/errors" >&2
    exit 2
fi
export CTIENGINE_TSLIBRC=$scratch/tslibrc
"$@"
