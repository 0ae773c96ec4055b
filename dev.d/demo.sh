# The demo: switch simulator, licence server simulator, license-svc, 32-bit worker and gateway on this machine, with a
# certificate and settings of their own.

demo_run=    # temporary folder of the running demo: settings, socket, lists of addresses
demo_url=    # wss://… of its gateway
demo_ctisim= # host:port of the simulator's control port
demo_weblm=  # https://… of the licence server's pages
demo_build=dev demo_worker_build=worker32 demo_port=8090 demo_plan=demo.json demo_making=true demo_check=false
demo_command=()   # run this while the demo runs, then stop
demo_command_pid= # while it does

# setting TAG VALUE writes one element of ctiengineconfig.xml.
setting() { printf '<%s>%s</%s>' "$1" "$(sed 's/&/\&amp;/g; s/</\&lt;/g' <<<"$2")" "$1"; }

write_demo_settings() {
    local port=$1 worker_build=$2
    {
        printf '<?xml version="1.0" encoding="UTF-8"?><CTIENGINECONFIG>'
        setting PORT "$port"
        setting CERTIFICATE "$root/build/demo/certificate.crt"
        setting PRIVATEKEY "$root/build/demo/private_key.pem"
        setting SOFTPHONEDIRECTORY "$root/softphone/dist"
        setting WORKERADDRESS "unix:$demo_run/worker.sock"
        setting LICENSEADDRESS "unix:$demo_run/license.sock"
        setting LICENSESTATE "$demo_run/state/license.db"
        setting LICENSEAUDITDIRECTORY "$root/build/demo/license-audit"
        setting WEBLMURL "${demo_weblm}LicenseServer"
        setting WEBLMCA "$root/build/demo/certificate.crt"
        setting USERS 100
        setting TSAPIPRIMARYLINK "AVAYA#CM1#CSTA#AESSIM1"
        setting TSAPISECONDARYLINK "AVAYA#CM1#CSTA#AESSIM2"
        setting TSAPIUSERNAME ctiuser
        setting TSAPIPASSWORD "{plain}ctipass"
        setting TSAPILIBRARY "$(program "$worker_build" libcsta.so)"
        setting TSAPIPRIVATELIBRARY "$(program "$worker_build" libattpriv.so)"
        # One laptop plays all users, and programs are among them.
        setting AUTHENTICATION trusted
        setting ALLOWMISSINGORIGIN y
        setting MAXPERSOURCE 0
        setting REQUESTRATE 10000
        setting REQUESTBURST 10000
        setting LOGINSPERUSER 100000
        setting LOGINSPERSOURCE 100000
        setting MAXUNAUTHENTICATEDPERSOURCE 10000
        setting AUDITDIRECTORY "$root/build/demo/audit"
        printf '</CTIENGINECONFIG>\n'
    } >"$demo_run/ctiengineconfig.xml"
}

# start_weblm BUILD LOGS: the licence server's simulator, with a hundred users that nobody else has.
start_weblm() {
    local weblm
    weblm=$(program "$1" weblm-sim)
    (umask 077 && echo demo >"$demo_run/weblm-password")
    start_process weblm-sim "$2/weblm-sim.log" "$weblm" --port 0 --unused --certificate "$root/build/demo/certificate.crt" \
        --key "$root/build/demo/private_key.pem" --admin-password-file "$demo_run/weblm-password"
    wait_ready weblm-sim
    demo_weblm=https://localhost:$(ready_line "$2/weblm-sim.log" | grep -oE '[0-9]+' | tail -n 1)/WebLM/
}

# start_demo PORT BUILD WORKER_BUILD LOGS: port 0 lets the system choose.
start_demo() {
    local port=$1 build=$2 worker_build=$3 logs_here=$4 switch worker gateway licences
    switch=$(program "$build" switch-sim)
    licences=$(program "$build" license-svc)
    worker=$(program "$worker_build" tsapi-worker)
    gateway=$(program "$build" gateway)
    mkdir -p "$logs_here"
    make_certificate "$root/build/demo"
    start_weblm "$build" "$logs_here"
    write_demo_settings "$port" "$worker_build"

    start_process license-svc "$logs_here/license-svc.log" "$licences" --config "$demo_run/ctiengineconfig.xml"
    wait_ready license-svc

    start_process switch-sim "$logs_here/switch-sim.log" "$switch" --plan "$root/simulator/plans/$demo_plan" \
        --ready-file "$demo_run/switch.json" --tslibrc "$demo_run/tslibrc"
    wait_ready switch-sim
    demo_ctisim=127.0.0.1:$(grep -oE '"controlPort": *[0-9]+' "$demo_run/switch.json" | grep -oE '[0-9]+')

    start_process tsapi-worker "$logs_here/tsapi-worker.log" env CTIENGINE_TSLIBRC="$demo_run/tslibrc" \
        "$worker" --config "$demo_run/ctiengineconfig.xml" --dev
    wait_ready tsapi-worker

    start_process gateway "$logs_here/gateway.log" "$gateway" --config "$demo_run/ctiengineconfig.xml"
    wait_ready gateway
    demo_url=wss://localhost:$(ready_line "$logs_here/gateway.log" | grep -oE '[0-9]+' | tail -n 1)/
}

show_processes() {
    local i program
    for i in "${!process_names[@]}"; do
        # Not /proc/PID/exe: gateway and worker let nobody but root look at it.
        IFS= read -r -d '' program <"/proc/${process_pids[i]}/cmdline" || true
        printf '    %-13s pid %-7s %s\n' "${process_names[i]}" "${process_pids[i]}" "$(file -bL "$program" | cut -d, -f1,2)"
    done
}

end_demo() {
    local status=$?
    trap '' INT TERM # a second Ctrl-C does not leave half of it running
    trap - EXIT
    if [[ -n $demo_command_pid ]]; then
        kill -TERM "$demo_command_pid" 2>/dev/null || true
        wait "$demo_command_pid" || true
    fi
    note "stopping"
    stop_processes || status=1
    rm -rf "$demo_run"
    exit "$status"
}

# begin_demo PORT BUILD WORKER_BUILD LOGS: from here on, whatever ends this script stops the processes. What a program
# needs to know of the demo is in its environment: CTIENGINE_URL, CTIENGINE_SOFTPHONE (https), CTIENGINE_CA,
# CTISIM_ADDRESS, CTIENGINE_PLAN, and CTISIM, the command with its address as a shell reads it.
begin_demo() {
    trap end_demo EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    demo_run=$(mktemp -d "${TMPDIR:-/tmp}/ctiengine-demo-XXXXXX")
    start_demo "$@"
    CTISIM=$(printf '%q --address %s' "$(program "$2" ctisim)" "$demo_ctisim")
    export CTIENGINE_URL=$demo_url CTIENGINE_SOFTPHONE=https${demo_url#wss}softphone/
    export CTIENGINE_CA=$root/build/demo/certificate.crt CTISIM CTISIM_ADDRESS=$demo_ctisim
    export CTIENGINE_PLAN=$root/simulator/plans/$demo_plan
    step "running"
    show_processes
}

# Tells how to use it, then waits for Ctrl-C or for one of the processes to end.
attend_demo() {
    trap 'exit 0' INT TERM
    printf '%s\n' "$CTISIM" >"$root/build/demo/ctisim"
    step "open $CTIENGINE_SOFTPHONE  (the certificate is self-signed: the browser asks once)"
    note "extensions 4001 to 4010; agents 2001 to 2010, password 1234"
    note "a call from outside:     ./dev ctisim call --from 0301234567 --to 4001"
    note "4003 lifts its handset:  ./dev ctisim answer --device 4003"
    note "what the switch sees:    ./dev ctisim truth"
    note "the licence server:      $demo_weblm  (admin, password demo)"
    note "who has a seat:          $(program "$demo_build" ctiengine-admin) license holders --config $demo_run/ctiengineconfig.xml"
    note "logs: build/logs/demo; Ctrl-C stops all"
    wait_for_unexpected_end
    exit 1
}

# In the background, so that Ctrl-C is acted on at once.
run_in_demo() {
    local status=0
    step "$*"
    "$@" </dev/null &
    demo_command_pid=$!
    wait "$demo_command_pid" || status=$?
    demo_command_pid=
    exit "$status"
}

demo_options() {
    while (($# > 0)); do
        case $1 in
            --check) demo_check=true ;;
            --asan) demo_build=asan demo_worker_build=asan ;;
            --no-build) demo_making=false ;;
            --plan) demo_plan=${2:?--plan needs the name of a file in simulator/plans} && shift ;;
            --port) demo_port=${2:?--port needs a number} && shift ;;
            --) demo_command=("${@:2}") && return ;;
            *) fail_usage "demo knows --check, --asan, --port N, --plan NAME, --no-build and -- COMMAND, not '$1'" ;;
        esac
        shift
    done
}

dev_demo() {
    demo_options "$@"
    if $demo_making; then
        ensure_packages build softphone demo
        build_preset "$demo_build" gateway license-svc switch-sim weblm-sim ctisim ctiengine-admin # the programs, not their tests
        build_preset "$demo_worker_build" tsapi-worker standin_csta standin_attpriv
        build_softphone
    fi
    if $demo_check || ((${#demo_command[@]} > 0)); then
        begin_demo 0 "$demo_build" "$demo_worker_build" "$logs/check-$demo_build"
        if $demo_check; then
            demo_command=(node softphone/build/scripted_day.mjs --url "$CTIENGINE_URL" --ca "$CTIENGINE_CA" --ctisim "$CTISIM")
        fi
        run_in_demo "${demo_command[@]}"
    else
        begin_demo "$demo_port" "$demo_build" "$demo_worker_build" "$logs/demo"
        attend_demo
    fi
}

dev_ctisim() {
    [[ -f build/demo/ctisim ]] || fail "no demo has run here yet: start ./dev demo first"
    eval "exec $(<build/demo/ctisim) \"\$@\""
}
