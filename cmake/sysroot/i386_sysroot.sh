#!/usr/bin/env bash
# Makes the folder of i386 headers and libraries that the 32-bit worker is built against.
#
#   i386_sysroot.sh path    prints where the sysroot of this recipe belongs, whether it exists or not
#   i386_sysroot.sh make    makes it if it is missing, then prints its path
#
# The folder is named after a hash of this recipe and of packages.txt, so a change of either makes a new one. It is
# filled in a temporary folder and renamed when complete: an interrupted run leaves nothing that looks finished.
# Needs neither root nor a foreign architecture in dpkg. The mirror is the one the host's own apt uses;
# CTIENGINE_DEBIAN_MIRROR (a URL) overrides it.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${XDG_CACHE_HOME:-${HOME:?is not set}/.cache}/ctiengine
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
suite=bookworm
scratch=

say() { printf '    %s\n' "$*" >&2; }

fail() {
    printf 'i386 sysroot: %s\n' "$*" >&2
    exit 1
}

wanted_packages() { grep -vE '^[[:space:]]*(#|$)' "$here/packages.txt"; }

recipe_hash() { { cat "${BASH_SOURCE[0]}" && wanted_packages; } | sha256sum | cut -c1-16; }

sysroot_path() { printf '%s/i386-sysroot-%s\n' "$cache" "$(recipe_hash)"; }

# The host's mirror of the main suite: from apt's own view of its sources, whichever way they are written.
debian_mirror() {
    if [[ -n ${CTIENGINE_DEBIAN_MIRROR:-} ]]; then
        printf '%s\n' "$CTIENGINE_DEBIAN_MIRROR"
        return
    fi
    # shellcheck disable=SC2016  # $(…) is apt's own placeholder, not the shell's
    apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' |
        awk -v suite="$suite" '$2 == suite && $3 == "main" { print $1; exit }'
}

# apt with its own state, cache and sources, for i386 only; the host's package database is neither read nor written.
private_apt() {
    apt-get -q -y \
        -o APT::Architecture=i386 -o APT::Architectures::=i386 -o APT::Default-Release= \
        -o APT::Install-Recommends=false -o APT::Sandbox::User=root \
        -o Dir::State="$scratch/apt/state" -o Dir::State::status="$scratch/apt/status" \
        -o Dir::Cache="$scratch/apt/cache" \
        -o Dir::Etc::SourceList="$scratch/apt/sources.list" -o Dir::Etc::SourceParts=- \
        -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=- \
        -o Acquire::Languages=none -o Acquire::Retries=3 \
        "$@" >>"$scratch/apt.log" 2>&1 || {
        tail -n 20 "$scratch/apt.log" >&2
        fail "apt-get $1 failed; its last lines stand above"
    }
}

download_packages() {
    local mirror
    mirror=$(debian_mirror)
    [[ -n $mirror ]] || fail "apt knows no source of Debian 12 ($suite main): run 'apt-get update' as root, or set CTIENGINE_DEBIAN_MIRROR"
    [[ -r $keyring ]] || fail "$keyring is missing: install the package debian-archive-keyring"
    mkdir -p "$scratch"/apt/state/lists/partial "$scratch"/apt/cache/archives/partial
    : >"$scratch/apt/status"
    printf 'deb [signed-by=%s] %s %s main\n' "$keyring" "$mirror" "$suite" >"$scratch/apt/sources.list"
    say "reading the package list of $suite for i386"
    private_apt update
    say "downloading $(wanted_packages | wc -l) packages and what they depend on"
    # shellcheck disable=SC2046  # one word per package is meant
    private_apt install --download-only $(wanted_packages)
}

unpack_packages() {
    local root=$1 package
    mkdir -p "$root/usr/lib" "$root/usr/include"
    ln -s usr/lib "$root/lib" # as on an installed Debian 12: some packages ship /lib, some /usr/lib
    for package in "$scratch"/apt/cache/archives/*.deb; do
        dpkg-deb -x "$package" "$root"
    done
    # Programs, papers and settings of the target are of no use to a compiler.
    rm -rf "${root:?}"/{bin,sbin,etc,var} "${root:?}"/usr/{bin,sbin} "${root:?}"/usr/share/{doc,man,locale,lintian,info,bug}
}

# A link such as /lib/i386-linux-gnu/libm.so.6 would lead out of the sysroot: make it relative to where it stands.
make_links_relative() {
    local root=$1 link target
    while IFS= read -r -d '' link; do
        target=$(readlink "$link")
        if [[ $target == /* ]]; then ln -sfnr "$root$target" "$link"; fi
    done < <(find "$root" -type l -print0)
}

# A sysroot that no build used for two weeks is an old recipe's.
drop_old_sysroots() {
    find "$cache" -mindepth 1 -maxdepth 1 -type d -name 'i386-sysroot-*' ! -path "$1" -mtime +14 -exec rm -rf {} +
    find "$cache" -mindepth 1 -maxdepth 1 -type d -name 'making-*' -mtime +1 -exec rm -rf {} +
}

make_sysroot() {
    local target
    target=$(sysroot_path)
    mkdir -p "$cache"
    exec 9>"$cache/lock"
    flock 9 # two builds at once: the second waits and finds the work done
    if [[ ! -d $target ]]; then
        scratch=$(mktemp -d "$cache/making-XXXXXX")
        trap 'rm -rf "$scratch"' EXIT
        download_packages
        say "unpacking $(find "$scratch/apt/cache/archives" -name '*.deb' | wc -l) packages"
        unpack_packages "$scratch/root"
        make_links_relative "$scratch/root"
        mv -T "$scratch/root" "$target"
    fi
    touch "$target"
    drop_old_sysroots "$target"
    printf '%s\n' "$target"
}

case ${1:-} in
    path) sysroot_path ;;
    make) make_sysroot ;;
    *)
        sed -n '2,12s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
        exit 2
        ;;
esac
