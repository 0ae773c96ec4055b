#!/usr/bin/env bash
# ./dev demo with programs that only pretend: order of start and stop, failures told, nobody left behind.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
all_started="weblm-sim start;license-svc start;switch-sim start;tsapi-worker start;gateway start;"
all_stopped="gateway stop;tsapi-worker stop;switch-sim stop;license-svc stop;weblm-sim stop;"
export FAKE_NOTES=$scratch/notes TMPDIR=$scratch/tmp
tree="$scratch/a & b" # a path that XML and the shell must survive
failures=0

prepare() {
    local name
    mkdir -p "$tree/build/dev/x" "$tree/build/worker32" "$scratch/tmp"
    cp -r "$here/../../dev" "$here/../../dev.d" "$tree/"
    for name in dev/x/switch-sim dev/x/gateway dev/weblm-sim dev/license-svc dev/ctisim dev/ctiengine-admin worker32/tsapi-worker; do
        cp "$here/fake_program.sh" "$tree/build/$name"
    done
    touch "$tree/build/worker32/libcsta.so" "$tree/build/worker32/libattpriv.so"
}

expect() {
    local what=$1
    shift
    if "$@"; then
        echo "ok: $what"
    else
        echo "FAILED: $what"
        sed 's/^/    | /' "$scratch/output"
        failures=$((failures + 1))
    fi
}

# demo STATUS ARGUMENTS… runs ./dev demo and compares its exit status.
demo() {
    local wanted=$1 status=0
    shift
    rm -f "$FAKE_NOTES"*
    "$tree/dev" demo --no-build "$@" >"$scratch/output" 2>&1 || status=$?
    expect "status $wanted of demo $*" test "$status" -eq "$wanted"
    expect "nobody left behind" nobody_left
    expect "no temporary folder left" test -z "$(ls "$scratch/tmp")"
}

nobody_left() { ! pgrep -f "$tree/build" >>"$scratch/output"; }
notes_are() { [[ $(tr '\n' ';' <"$FAKE_NOTES") == "$1" ]]; }
said() { grep -q -- "$1" "$scratch/output"; }

# until_true SECONDS COMMAND…
until_true() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@" 2>/dev/null; do
        ((SECONDS < deadline)) || return 1
        sleep 0.05
    done
}

test_order() {
    demo 0 -- true
    expect "stopped in reverse order" notes_are "$all_started$all_stopped"
    expect "settings are XML" python3 -c 'import sys, xml.dom.minidom as x; x.parse(sys.argv[1])' "$FAKE_NOTES.config"
    expect "path with & arrives" grep -q 'a &amp; b/softphone/dist' "$FAKE_NOTES.config"
}

test_environment() {
    # shellcheck disable=SC2016  # for the inner shell
    demo 0 -- bash -c 'echo "$CTIENGINE_URL $CTIENGINE_SOFTPHONE $CTISIM_ADDRESS"; [[ -f $CTIENGINE_CA ]]; eval "$CTISIM" >/dev/null; exit'
    expect "the command knows the addresses" said 'wss://localhost:5555/ https://localhost:5555/softphone/ 127.0.0.1:4242'
    expect "ctisim is found in a path with blanks" grep -q 'ctisim start' "$FAKE_NOTES"
}

test_certificate() {
    local text
    text=$(openssl x509 -in "$tree/build/demo/certificate.crt" -noout -ext subjectAltName)
    expect "certificate for localhost" grep -q 'DNS:localhost' <<<"$text"
    expect "certificate for IPv6" grep -q 'IP Address:0:0:0:0:0:0:0:1' <<<"$text"
    expect "key is private" test "$(stat -c %a "$tree/build/demo/private_key.pem")" = 600
}

test_failures() {
    demo 3 -- bash -c 'exit 3'
    FAKE_BROKEN=tsapi-worker demo 1 -- true
    expect "names the broken one" said 'tsapi-worker ended before it was ready'
    expect "shows its log" said 'cannot do my work'
    expect "stops what had started" notes_are \
        "weblm-sim start;license-svc start;switch-sim start;switch-sim stop;license-svc stop;weblm-sim stop;"
    FAKE_STUBBORN=gateway CTIENGINE_STOP_LIMIT=1 demo 1 -- true
    expect "kills the stubborn one" said 'gateway did not stop within'
}

# demo in the background, waiting for Ctrl-C
start_attended() {
    rm -f "$FAKE_NOTES"*
    setsid env --default-signal=INT "$tree/dev" demo --no-build >"$scratch/output" 2>&1 &
    attended=$!
    expect "demo came up" until_true 20 said 'Ctrl-C stops all'
}

test_interrupt() {
    local status=0
    start_attended
    kill -INT -- "-$attended" # what a terminal does: the whole group
    wait "$attended" || status=$?
    expect "Ctrl-C ends with 0" test "$status" -eq 0
    expect "Ctrl-C stops in reverse order" notes_are "$all_started$all_stopped"
    expect "nobody left behind" nobody_left
}

test_killed() {
    start_attended
    kill -KILL "$attended"
    wait "$attended" || true
    expect "killing the script ends its programs" until_true 10 nobody_left
    rm -rf "$scratch"/tmp/*
}

test_unexpected_end() {
    local status=0
    FAKE_DIES=tsapi-worker start_attended
    touch "$FAKE_NOTES.die"
    wait "$attended" || status=$?
    expect "ends with 1" test "$status" -eq 1
    expect "says who ended" said 'tsapi-worker ended by itself with status 9'
    expect "the others are stopped" nobody_left
}

test_usage() {
    local status=0
    "$tree/dev" demo --wrong >"$scratch/output" 2>&1 || status=$?
    expect "an unknown option is status 2" test "$status" -eq 2
}

prepare
test_order
test_environment
test_certificate
test_failures
test_interrupt
test_killed
test_unexpected_end
test_usage
((failures == 0))
