# ./dev lint and ./dev format: what a reviewer should not have to say.

lint_failures=()
lint_tidy_budget=900 # seconds for clang-tidy in all; what it did not reach is named

source_files() { git ls-files --cached --others --exclude-standard -- '*.c' '*.cpp' '*.hpp' '*.h'; }

# Files changed since the upstream branch, or not yet committed.
changed_files() {
    local base
    base=$(git merge-base HEAD '@{upstream}' 2>/dev/null || git rev-parse HEAD)
    { git diff --name-only --diff-filter=d "$base" && git ls-files --others --exclude-standard; } | sort -u
}

lint_check() {
    local name=$1
    step "$name"
    run_logged "lint-$name" "${@:2}" || lint_failures+=("$name")
}

check_format() { source_files | xargs clang-format-14 --dry-run -Werror; }

check_shell() { shellcheck --severity=info --exclude=SC2154 --shell=bash dev .ci/run dev.d/*.sh cmake/sysroot/*.sh tests/dev/*.sh tests/standin_c/*.sh; }

# House rule: nothing in the tree knows on which machine it was written.
check_machine_paths() {
    ! git grep -nIE '(^|[^A-Za-z0-9_.}/-])/(home|root|work|Users)/[A-Za-z]' -- ':!dev.d/lint.sh'
}

tidy_files() {
    local file stop=$((SECONDS + lint_tidy_budget)) status=0
    for file in "$@"; do
        if ((SECONDS >= stop)); then
            echo "not looked at, time is up: $file"
            continue
        fi
        echo "clang-tidy $file"
        timeout 300 clang-tidy-14 --quiet -p build/dev "$file" || status=1
    done
    return "$status"
}

dev_lint() {
    local -a tidy=()
    ensure_packages build softphone lint
    lint_check format check_format
    lint_check coroutine-traps python3 dev.d/coroutine_traps.py
    lint_check machine-paths check_machine_paths
    lint_check shell check_shell
    if [[ -f softphone/package.json ]]; then
        build_softphone
        lint_check typescript npm --prefix softphone run check
    fi
    [[ -f build/dev/build.ninja ]] || must_run configure-dev cmake --preset dev
    must_run generate-proto cmake --build --preset dev --target ctiengine_proto # clang-tidy reads its headers
    if [[ ${1:-} == --all ]]; then
        mapfile -t tidy < <(git ls-files '*.cpp')
    else
        mapfile -t tidy < <(changed_files | grep '\.cpp$' || true)
    fi
    ((${#tidy[@]} == 0)) || lint_check clang-tidy tidy_files "${tidy[@]}"
    ((${#lint_failures[@]} == 0)) || fail "lint found something in: ${lint_failures[*]}"
    step "lint found nothing"
}

dev_format() {
    ensure_packages lint
    source_files | xargs clang-format-14 -i
}
