# Starting and stopping the processes of a demo: in order, each waited for; stopped in reverse order, each waited for.

process_names=()
process_pids=()
process_logs=()

# start_process NAME LOG COMMAND… starts a program in a session of its own, so that Ctrl-C reaches only this script, which
# then stops all in the right order. Should the script itself be killed, the kernel ends its children (pdeathsig).
start_process() {
    local name=$1 log=$2
    shift 2
    : >"$log" # here, not in the child: wait_ready must not find the line of an earlier run
    setsid setpriv --pdeathsig TERM "$@" </dev/null >"$log" 2>&1 &
    process_names+=("$name")
    process_pids+=($!)
    process_logs+=("$log")
}

# ready_line LOG prints the line by which a program says that it serves.
ready_line() { grep -m 1 -a '^ready' "$1" 2>/dev/null; }

show_log_end() {
    printf -- '--- the end of the log of %s (%s):\n' "$1" "$2" >&2
    tail -n 25 "$2" >&2
}

# wait_ready NAME: until the process says "ready", at most CTIENGINE_START_LIMIT seconds (60).
wait_ready() {
    local name=$1 limit=${CTIENGINE_START_LIMIT:-60} i deadline
    for i in "${!process_names[@]}"; do
        [[ ${process_names[i]} == "$name" ]] && break
    done
    deadline=$((SECONDS + limit))
    until ready_line "${process_logs[i]}" >/dev/null; do
        if ! kill -0 "${process_pids[i]}" 2>/dev/null; then
            show_log_end "$name" "${process_logs[i]}"
            fail "$name ended before it was ready"
        fi
        if ((SECONDS >= deadline)); then
            show_log_end "$name" "${process_logs[i]}"
            fail "$name was not ready after $limit s"
        fi
        sleep 0.05
    done
}

# stop_processes: newest first, each has CTIENGINE_STOP_LIMIT seconds (10) to end by itself; its status is looked at.
stop_processes() {
    local i status worst=0 limit=${CTIENGINE_STOP_LIMIT:-10}
    for ((i = ${#process_pids[@]} - 1; i >= 0; i--)); do
        kill -TERM "${process_pids[i]}" 2>/dev/null || true
        status=0
        wait_at_most "$limit" "${process_pids[i]}" || {
            note "${process_names[i]} did not stop within $limit s: killing it"
            kill -KILL "${process_pids[i]}" 2>/dev/null || true
            worst=1
        }
        wait "${process_pids[i]}" 2>/dev/null || status=$?
        if ((status != 0)); then
            note "${process_names[i]} ended with status $status"
            show_log_end "${process_names[i]}" "${process_logs[i]}"
            worst=1
        fi
    done
    process_names=() process_pids=() process_logs=()
    return "$worst"
}

# wait_at_most SECONDS PID: true as soon as the process is gone.
wait_at_most() {
    local deadline=$((SECONDS + $1))
    while kill -0 "$2" 2>/dev/null; do
        ((SECONDS < deadline)) || return 1
        sleep 0.05
    done
}

# Blocks until one of the processes ends by itself, then says which.
wait_for_unexpected_end() {
    local died='' status=0 i
    wait -n -p died "${process_pids[@]}" || status=$?
    for i in "${!process_pids[@]}"; do
        [[ ${process_pids[i]} == "$died" ]] || continue
        show_log_end "${process_names[i]}" "${process_logs[i]}"
        note "${process_names[i]} ended by itself with status $status"
    done
}
