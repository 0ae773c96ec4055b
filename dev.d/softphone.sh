# The TypeScript client library and the sample softphone: npm packages and the bundle, each only when its sources changed.

softphone_lock_hash() { sha256sum softphone/package-lock.json softphone/package.json | sha256sum | cut -c1-16; }

softphone_source_hash() {
    find softphone \( -name node_modules -o -name dist -o -name build \) -prune -o -type f -print0 | sort -z |
        xargs -0 sha256sum | sha256sum | cut -c1-16
}

# up_to_date STAMP HASH: the stamp file says that this state was made completely.
up_to_date() { [[ -f $1 && $(<"$1") == "$2" ]]; }

build_softphone() {
    local hash
    [[ -f softphone/package.json ]] || { note "no softphone yet" && return; }
    step "building the softphone"
    mkdir -p build
    hash=$(softphone_lock_hash)
    if [[ ! -d softphone/node_modules ]] || ! up_to_date softphone/node_modules/.installed "$hash"; then
        must_run npm-ci npm --prefix softphone ci
        printf '%s\n' "$hash" >softphone/node_modules/.installed
    fi
    hash=$(softphone_source_hash)
    if [[ ! -f softphone/dist/index.html ]] || ! up_to_date build/softphone.stamp "$hash"; then
        must_run build-softphone npm --prefix softphone run build
        printf '%s\n' "$hash" >build/softphone.stamp
    fi
}
