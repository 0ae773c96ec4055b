# ./dev fuzz: builds the preset fuzz with clang and lets libFuzzer drive the programs of tests/fuzz.

fuzz_seconds=600 # for each target
fuzz_one_input=5 # seconds; a run over one input that takes longer is a finding
fuzz_memory=1024 # megabytes of one target; more is a finding
fuzz_longest=16384 # bytes of one input; longer ones are among the seeds

fuzz_target_names() {
    local program
    for program in build/fuzz/tests/fuzz/fuzz_*; do
        if [[ -x $program && -f $program ]]; then echo "${program##*/fuzz_}"; fi
    done
}

# fuzz_seed_folders TARGET prints what it starts from beside its corpus.
fuzz_seed_folders() {
    local folder
    for folder in "build/fuzz/made-seeds/$1" "tests/fuzz/seeds/$1" "tests/fuzz/regressions/$1"; do
        if [[ -d $folder ]]; then echo "$folder"; fi
    done
    if [[ $1 == xml_* ]]; then echo tests/schemas/csta-subset-ed3/samples; fi
}

# fuzz_one TARGET SECONDS: says how it went in one line; a finding with its file and how to see it again.
fuzz_one() {
    local target=$1 seconds=$2 program=build/fuzz/tests/fuzz/fuzz_$1 status=0 artefact
    local corpus=build/fuzz/corpus/$1 findings=build/fuzz/findings/$1 log=$logs/fuzz-$1.log
    local -a options=("-max_total_time=$seconds" "-timeout=$fuzz_one_input" "-rss_limit_mb=$fuzz_memory"
        "-max_len=$fuzz_longest" "-artifact_prefix=$findings/" -print_final_stats=1)
    local -a folders
    if [[ $target == xml_* || $target == weblm_* ]]; then options+=(-dict=tests/fuzz/dictionaries/xml.dict); fi
    mkdir -p "$corpus" "$findings" "build/fuzz/made-seeds/$target" "$logs"
    CTIENGINE_FUZZ_SEEDS_TO=build/fuzz/made-seeds/$target "$program" >"$log" 2>&1 || status=$?
    mapfile -t folders < <(fuzz_seed_folders "$target")
    if ((status == 0)); then
        "$program" "${options[@]}" "$corpus" "${folders[@]}" >"$log" 2>&1 </dev/null || status=$?
    fi
    if ((status == 0)); then
        note "$target: $(fuzz_figures "$log")"
        return 0
    fi
    printf -- '--- %s found something (status %d); the end of build/logs/fuzz-%s.log:\n' "$target" "$status" "$target"
    grep -aE 'rule broken|ERROR: |runtime error|SUMMARY' "$log" | cut -c1-300 || tail -n 20 "$log"
    artefact=$(sed -nE 's/.*Test unit written to (.*)$/\1/p' "$log" | tail -n 1)
    if [[ -n $artefact ]]; then
        printf '    input:     %s\n    reproduce: %s %s\n' "$artefact" "$program" "$artefact"
        printf '    keep it:   mkdir -p tests/fuzz/regressions/%s && cp %s tests/fuzz/regressions/%s/\n' \
            "$target" "$artefact" "$target"
    fi
    return 1
}

# fuzz_figures LOG: "123456 runs, 2057 a second, 389 new inputs"
fuzz_figures() {
    local name
    local -A figure=()
    for name in number_of_executed_units average_exec_per_sec new_units_added; do
        figure[$name]=$(sed -nE "s/^stat::$name: *//p" "$1" | tail -n 1)
    done
    echo "${figure[number_of_executed_units]:-0} runs, ${figure[average_exec_per_sec]:-0} a second," \
        "${figure[new_units_added]:-0} new inputs"
}

# fuzz_all SECONDS TARGET… as many at a time as there are cores; fails when one of them found something.
fuzz_all() {
    local seconds=$1 target running=0 failed=0 cores
    shift
    cores=$(nproc)
    for target in "$@"; do
        if ((running >= cores)); then
            wait -n || failed=1
            running=$((running - 1))
        fi
        note "$target: started, for $seconds s"
        fuzz_one "$target" "$seconds" &
        running=$((running + 1))
    done
    while ((running > 0)); do
        wait -n || failed=1
        running=$((running - 1))
    done
    return "$failed"
}

# Sanitizers of the fuzzer's own preset; leaks are looked for at the end of each target, as always.
fuzz_environment() {
    export ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1
    export UBSAN_OPTIONS=print_stacktrace=1
}

dev_fuzz() {
    local -a targets=() known
    while (($# > 0)); do
        case $1 in
            --seconds)
                [[ ${2:-} =~ ^[1-9][0-9]*$ ]] || fail_usage "--seconds needs a number of seconds for each target"
                fuzz_seconds=$2
                shift
                ;;
            -*) fail_usage "fuzz has no option '$1'; there is --seconds N" ;;
            *) targets+=("$1") ;;
        esac
        shift
    done
    ensure_packages build fuzz
    build_preset fuzz
    mapfile -t known < <(fuzz_target_names)
    if ((${#targets[@]} == 0)); then targets=("${known[@]}"); fi
    local target
    for target in "${targets[@]}"; do
        [[ -x build/fuzz/tests/fuzz/fuzz_$target ]] || fail_usage "there is no target '$target'; there are: ${known[*]}"
    done
    fuzz_environment
    step "fuzzing: ${#targets[@]} targets, $fuzz_seconds s each, $(nproc) at a time"
    fuzz_all "$fuzz_seconds" "${targets[@]}" || fail "a fuzzer found something, see above"
    step "the fuzzers found nothing"
}
