# Configuring and building presets; the 32-bit one with its sysroot.

build_jobs() {
    local by_memory cores
    cores=$(nproc)
    by_memory=$(awk '/MemAvailable/ { print int($2 / 1500000) }' /proc/meminfo) # 1.5 GB for the heaviest file
    ((by_memory >= 1)) || by_memory=1
    echo $((cores < by_memory ? cores : by_memory))
}

# A build folder remembers where it found things, so another sysroot means configuring from scratch.
prepare_sysroot() {
    local sysroot stamp=$root/build/worker32/sysroot.stamp
    step "i386 sysroot"
    must_run sysroot "$root/cmake/sysroot/i386_sysroot.sh" make
    sysroot=$("$root/cmake/sysroot/i386_sysroot.sh" path)
    note "$sysroot"
    if [[ ! -f $stamp || $(<"$stamp") != "$sysroot" ]]; then
        rm -rf "$root/build/worker32"
        mkdir -p "$root/build/worker32"
        printf '%s\n' "$sysroot" >"$stamp"
    fi
}

# build_preset PRESET [TARGET…]: everything, or only these targets and what they need.
build_preset() {
    local preset=$1
    shift
    case $preset in
        dev | asan | release | fuzz) ;;
        worker32) prepare_sysroot ;;
        *) fail_usage "there is no preset '$preset'; there are dev, asan, release, fuzz, worker32 and softphone" ;;
    esac
    step "building $preset"
    [[ -f build/$preset/build.ninja ]] || must_run "configure-$preset" cmake --preset "$preset"
    must_run "build-$preset" cmake --build --preset "$preset" -j "$(build_jobs)" ${1:+--target "$@"}
}

# Several presets and the softphone in one go.
build_all() {
    local what
    for what in "$@"; do
        if [[ $what == softphone ]]; then build_softphone; else build_preset "$what"; fi
    done
}

dev_build() {
    ensure_packages build softphone
    if (($# == 0)); then set -- dev worker32 softphone; fi
    build_all "$@"
    print_timings
}

# program PRESET NAME prints the path of one built program or library.
program() {
    local found
    found=$(find "$root/build/$1" -path '*/CMakeFiles/*' -prune -o -type f -name "$2" -print -quit)
    [[ -n $found ]] || fail "no $2 in build/$1: ./dev build $1 makes it"
    printf '%s\n' "$found"
}

dev_bench() {
    [[ -x tests/bench/run ]] || fail_usage "bench is not available yet"
    ensure_packages build
    build_preset release round_trip_bench # and the programs it starts, not the tests
    build_preset worker32
    exec tests/bench/run "$@"
}
