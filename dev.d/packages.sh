# Debian packages: asked for by purpose, installed only if missing.

packages_for() {
    case $1 in
        build)
            echo g++ g++-multilib cmake ninja-build ccache pkg-config libboost1.81-dev libssl-dev libgrpc++-dev \
                libprotobuf-dev protobuf-compiler protobuf-compiler-grpc libpugixml-dev libspdlog-dev libcli11-dev \
                nlohmann-json3-dev libargon2-dev libsqlite3-dev libcurl4-openssl-dev prometheus-cpp-dev libgtest-dev libgmock-dev libxml2-dev libbenchmark-dev python3 \
                debian-archive-keyring ca-certificates
            ;;
        softphone) command -v npm >/dev/null || echo nodejs npm ;;
        demo) echo openssl file procps ;;
        test) echo chromium haproxy libxml2-utils openssl ;;
        fuzz) echo clang-14 libclang-rt-14-dev ;;
        lint) echo clang-format-14 clang-tidy-14 shellcheck git ;;
    esac
}

missing_packages() {
    local package
    for package in "$@"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || echo "$package"
    done
}

# as_root COMMAND… as root, or through sudo.
as_root() { if ((EUID == 0)); then "$@"; else sudo "$@"; fi; }

may_be_root() { ((EUID == 0)) || { command -v sudo >/dev/null && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }; }; }

# ensure_packages PURPOSE… installs what is missing for each purpose.
ensure_packages() {
    local purpose
    local -a wanted=() missing=()
    command -v dpkg-query >/dev/null || { note "no dpkg here: taking the tools that are there" && return; }
    for purpose in "$@"; do
        # shellcheck disable=SC2207  # one word per package
        wanted+=($(packages_for "$purpose"))
    done
    # shellcheck disable=SC2207
    missing=($(missing_packages "${wanted[@]}"))
    ((${#missing[@]} > 0)) || return 0
    grep -qs '^VERSION_CODENAME=bookworm$' /etc/os-release || note "this is not Debian 12: package names may differ"
    step "installing ${#missing[@]} Debian packages: ${missing[*]}"
    may_be_root || fail "this needs root; as root, run: apt-get update && apt-get install --no-install-recommends ${missing[*]}"
    must_run apt-update as_root apt-get -q update
    must_run apt-install as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 \
        install --no-install-recommends "${missing[@]}"
}
