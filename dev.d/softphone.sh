# The TypeScript client library and the sample softphone: npm packages and the bundle, each only when its sources changed.

softphone_source_hash() {
    find softphone \( -name node_modules -o -name dist -o -name build \) -prune -o -type f -print0 | sort -z |
        xargs -0 sha256sum | sha256sum | cut -c1-16
}

# up_to_date STAMP HASH: the stamp file says that this state was made completely.
up_to_date() { [[ -f $1 && $(<"$1") == "$2" ]]; }

# npm_ci FOLDER NAME installs exactly what the folder's lock file names.
npm_ci() {
    local hash
    hash=$(cat "$1/package-lock.json" "$1/package.json" | sha256sum | cut -c1-16)
    up_to_date "$1/node_modules/.installed" "$hash" && return
    must_run "npm-ci-$2" npm --prefix "$1" ci
    printf '%s\n' "$hash" >"$1/node_modules/.installed"
}

build_softphone() {
    local hash
    [[ -f softphone/package.json ]] || { note "no softphone yet" && return; }
    step "building the softphone"
    mkdir -p build
    npm_ci softphone softphone
    hash=$(softphone_source_hash)
    if [[ ! -f softphone/dist/index.html ]] || ! up_to_date build/softphone.stamp "$hash"; then
        must_run build-softphone npm --prefix softphone run build
        printf '%s\n' "$hash" >build/softphone.stamp
    fi
}
