#!/usr/bin/env bash
# cmake/sysroot/i386_sysroot.sh with an apt-get and a dpkg-deb that only pretend: nothing is downloaded.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export XDG_CACHE_HOME=$scratch/cache PATH=$scratch/bin:$PATH FAKE_NOTES=$scratch/notes
cache=$XDG_CACHE_HOME/ctiengine
failures=0

mkdir -p "$scratch/bin" "$scratch/recipe"
cp "$here"/../../cmake/sysroot/{i386_sysroot.sh,packages.txt} "$scratch/recipe/"
cat >"$scratch/bin/apt-get" <<'FAKE'
#!/usr/bin/env bash
printf '%s\n' "$*" >>"$FAKE_NOTES"
case "$*" in
    indextargets*) [[ ${FAKE_MIRROR:-} == none ]] || printf 'mirror:/other bookworm-updates main\nmirror:/debian bookworm main\n' ;;
    *install*)
        [[ ${FAKE_INSTALL:-} != fails ]] || { echo 'E: no such package' && exit 100; }
        archives=$(sed -E 's/.*Dir::Cache=([^ ]+).*/\1/' <<<"$*")/archives
        touch "$archives/one.deb" "$archives/two.deb"
        ;;
esac
FAKE
cat >"$scratch/bin/dpkg-deb" <<'FAKE'
#!/usr/bin/env bash
name=$(basename "$2" .deb)
mkdir -p "$3/usr/lib/i386-linux-gnu" "$3/usr/share/doc/$name" "$3/usr/bin"
touch "$3/usr/lib/i386-linux-gnu/lib$name.a"
ln -sfn "/lib/i386-linux-gnu/lib$name.a" "$3/usr/lib/i386-linux-gnu/lib$name-link.a"
FAKE
chmod +x "$scratch"/bin/*

expect() {
    if "${@:2}"; then echo "ok: $1"; else echo "FAILED: $1" && failures=$((failures + 1)); fi
}
recipe() { "$scratch/recipe/i386_sysroot.sh" "$@" 2>"$scratch/errors"; }
cached() { find "$cache" -mindepth 1 -maxdepth 1 -type d "$@"; }
installs() { grep -c -- '--download-only' "$FAKE_NOTES" || true; }

test_make() {
    local made
    made=$(recipe make)
    expect "make prints what path prints" test "$made" = "$(recipe path)"
    expect "every package is unpacked" test -f "$made/usr/lib/i386-linux-gnu/libtwo.a"
    expect "an absolute link leads into the sysroot" \
        test "$(realpath "$made/usr/lib/i386-linux-gnu/libone-link.a")" = "$made/usr/lib/i386-linux-gnu/libone.a"
    expect "papers and programs are dropped" test ! -e "$made/usr/share/doc" -a ! -e "$made/usr/bin"
    expect "nothing half-made is left" test -z "$(cached -name 'making-*')"
    recipe make >/dev/null
    expect "a second make downloads nothing" test "$(installs)" -eq 1
}

test_list_changes_path() {
    local before
    before=$(recipe path)
    echo "# a remark" >>"$scratch/recipe/packages.txt"
    expect "a remark changes nothing" test "$(recipe path)" = "$before"
    echo libnew-dev >>"$scratch/recipe/packages.txt"
    expect "a new package makes another sysroot" test "$(recipe path)" != "$before"
}

test_old_ones_go() {
    local old=$cache/i386-sysroot-0123456789abcdef
    mkdir -p "$old"
    touch -d '20 days ago' "$old"
    recipe make >/dev/null
    expect "an unused sysroot is removed" test ! -e "$old"
}

test_failures() {
    local status=0
    rm -rf "$cache"
    FAKE_INSTALL=fails recipe make >/dev/null || status=$?
    expect "a failed download is an error" test "$status" -ne 0
    expect "apt's words are shown" grep -q 'no such package' "$scratch/errors"
    expect "it leaves nothing behind" test -z "$(cached)"
    status=0
    FAKE_MIRROR=none recipe make >/dev/null || status=$?
    expect "no mirror is an error" test "$status" -ne 0
    expect "it says what to do" grep -q 'apt-get update' "$scratch/errors"
}

test_make
test_list_changes_path
test_old_ones_go
test_failures
((failures == 0))
