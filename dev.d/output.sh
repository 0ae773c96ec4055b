# What the developer sees: steps, their times, logs in build/logs, the end of a log when something failed.

logs=$root/build/logs
timing_names=()
timing_seconds=()

step() { printf '==> %s\n' "$*"; }
note() { printf '    %s\n' "$*"; }

fail() {
    printf 'dev: %s\n' "$*" >&2
    exit 1
}

fail_usage() {
    printf 'dev: %s\n' "$*" >&2
    exit 2
}

# Lets a line through every half minute, so that a long step shows that it is alive.
show_progress() {
    local started=$SECONDS next=$((SECONDS + 30)) line
    while IFS= read -r line; do
        if ((SECONDS >= next)); then
            note "$((SECONDS - started)) s: ${line:0:120}"
            next=$((SECONDS + 30))
        fi
    done
}

# run_logged NAME COMMAND… keeps what the command says in build/logs/NAME.log and returns its status.
run_logged() {
    local name=$1 started=$SECONDS status=0
    shift
    mkdir -p "$logs"
    "$@" </dev/null 2>&1 | tee "$logs/$name.log" | show_progress || status=$?
    timing_names+=("$name")
    timing_seconds+=($((SECONDS - started)))
    if ((status != 0)); then
        printf -- '--- the end of build/logs/%s.log:\n' "$name" >&2
        tail -n 80 "$logs/$name.log" >&2
        printf -- '--- %s failed with status %d after %d s\n' "$name" "$status" "$((SECONDS - started))" >&2
    fi
    return "$status"
}

# The same for steps nothing can go on without.
must_run() { run_logged "$@" || exit 1; }

print_timings() {
    local i
    step "time taken"
    for i in "${!timing_names[@]}"; do
        printf '    %-28s %5d s\n' "${timing_names[i]}" "${timing_seconds[i]}"
    done
    printf '    %-28s %5d s\n' "in all" "$SECONDS"
}
