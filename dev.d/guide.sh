# What is played over a running engine and compared with the truth: examples of the protocol, call flows, a random walk.

# in_demo PLAN PROGRAM OPTIONS… runs one of the softphone's programs against the engine, with the switch of that plan.
in_demo() {
    local plan=$1 program=$2
    shift 2
    # shellcheck disable=SC2016  # for the shell inside the demo
    "$root/dev" demo --no-build --plan "$plan" -- bash -c \
        'program=$1; shift; exec node "softphone/build/$program.mjs" --url "$CTIENGINE_URL" --ca "$CTIENGINE_CA" --control "$CTISIM_ADDRESS" "$@"' \
        in-demo "$program" "$@"
}

# ./dev guide writes docs/protocol/messages.md anew.
dev_guide() {
    ensure_packages build softphone demo
    build_preset dev gateway license-svc switch-sim weblm-sim ctisim
    build_preset worker32 tsapi-worker standin_csta standin_attpriv
    build_softphone
    in_demo demo.json protocol_guide --page "$root/docs/protocol/messages.md" "$@"
}

# Thousands of random requests on thirty telephones; the seed stands in the log, and CTIENGINE_SEED repeats it.
run_random_walk() {
    run_one random-walk in_demo walk.json random_walk --plan "$root/simulator/plans/walk.json" --steps 3000 \
        ${CTIENGINE_SEED:+--seed "$CTIENGINE_SEED"}
    grep -aE '^seed|steps in|✗|passed' "$logs/random-walk.log" | sed 's/^/    /' || true
}

run_call_flows() { run_node call-flows in_demo flows.json call_flows; }

run_guide_check() { run_one protocol-guide in_demo demo.json protocol_guide --check --page "$root/docs/protocol/messages.md"; }
