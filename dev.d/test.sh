# ./dev test: build, every test program, the browser, the scripted day; then one table of results and times.

test_failures=()
tests_passed=0
tests_failed=0

# count_ctest NAME reads ctest's closing line "100% tests passed, 0 tests failed out of 312" from the log.
count_ctest() {
    local line failed total
    line=$(grep -aE '% tests passed, [0-9]+ tests? failed out of [0-9]+' "$logs/$1.log" | tail -n 1) || {
        ((++tests_failed))
        return
    }
    failed=$(sed -E 's/.*, ([0-9]+) tests? failed.*/\1/' <<<"$line")
    total=${line##* }
    tests_failed=$((tests_failed + failed))
    tests_passed=$((tests_passed + total - failed))
}

# run_ctest PRESET [ctest options…]
run_ctest() {
    local preset=$1
    shift
    step "tests of $preset"
    run_logged "test-$preset" ctest --preset "$preset" -j "$(nproc)" "$@" || test_failures+=("test-$preset")
    grep -aE -A 400 '% tests passed' "$logs/test-$preset.log" | grep -v '^$' | sed 's/^/    /' || true
    count_ctest "test-$preset"
}

# count_node NAME reads the closing lines of node's test runner, "# pass 128" and "# fail 0" (or with ℹ).
count_node() {
    local pass fail
    pass=$(grep -aoE '^(#|ℹ) pass [0-9]+' "$logs/$1.log" | tail -n 1 | grep -oE '[0-9]+') || return
    fail=$(grep -aoE '^(#|ℹ) fail [0-9]+' "$logs/$1.log" | tail -n 1 | grep -oE '[0-9]+') || return
    note "$pass passed, $fail failed"
    tests_passed=$((tests_passed + pass))
    tests_failed=$((tests_failed + fail))
}

# run_node NAME COMMAND…
run_node() {
    step "$1"
    run_logged "$@" || test_failures+=("$1")
    count_node "$1"
}

# run_one NAME COMMAND… counts as one test.
run_one() {
    local name=$1
    step "$name"
    if run_logged "$@"; then
        ((++tests_passed))
    else
        ((++tests_failed))
        test_failures+=("$name")
    fi
}

print_test_result() {
    local name
    print_timings
    step "result"
    for name in "${test_failures[@]}"; do note "failed: $name, see build/logs/$name.log"; done
    printf 'tests: %d passed, %d failed\n' "$tests_passed" "$tests_failed"
    ((${#test_failures[@]} == 0 && tests_failed == 0 && tests_passed > 0))
}

# The integration tests of the dev build run with the 32-bit worker and libraries, the ones that are shipped.
use_worker32() {
    CTIENGINE_WORKER=$(program worker32 tsapi-worker)
    CTIENGINE_LIBCSTA=$(program worker32 libcsta.so)
    CTIENGINE_LIBATTPRIV=$(program worker32 libattpriv.so)
    export CTIENGINE_WORKER CTIENGINE_LIBCSTA CTIENGINE_LIBATTPRIV
}

sanitizer_options() {
    export ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1
    export UBSAN_OPTIONS=print_stacktrace=1
}

dev_test_matching() {
    ensure_packages build
    build_all dev
    must_run test-matching ctest --preset dev -R "$1"
    cat "$logs/test-matching.log"
}

dev_test() {
    if (($# > 0)); then
        dev_test_matching "$1"
        return
    fi
    ensure_packages build softphone demo test
    build_all dev worker32 softphone asan
    sanitizer_options
    use_worker32
    run_ctest dev
    unset CTIENGINE_WORKER CTIENGINE_LIBCSTA CTIENGINE_LIBATTPRIV
    run_ctest worker32
    run_ctest asan -LE dev
    run_node softphone-tests npm --prefix softphone test
    npm_ci tests/browser browser-tests
    # shellcheck disable=SC2016  # for the shell inside the demo
    run_node browser-tests "$root/dev" demo --no-build -- bash -c \
        'exec node tests/browser/run.mjs --url "$CTIENGINE_SOFTPHONE" --ctisim "$CTISIM" --weblm-sim "$0" --artefacts build/artefacts/browser' \
        "$(program dev weblm-sim)"
    run_one fuzz "$root/dev" fuzz --seconds 60
    cat "$logs/fuzz.log"
    run_one demo-check "$root/dev" demo --check --no-build
    cat "$logs/demo-check.log"
    run_call_flows
    run_guide_check
    run_random_walk
    run_one demo-check-asan "$root/dev" demo --check --asan --no-build
    print_test_result
}
