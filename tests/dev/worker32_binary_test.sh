#!/usr/bin/env bash
# worker32_binary_test.sh FILE… : each is i386 and needs nothing but glibc's public interface.
set -euo pipefail
status=0

complain() {
    echo "$1"
    status=1
}

for binary in "$@"; do
    echo "looking at $binary"
    header=$(readelf -h "$binary")
    dynamic=$(readelf -d "$binary")
    [[ $header =~ Class:\ +ELF32 && $header =~ Machine:\ +Intel\ 80386 ]] || complain "$binary is not an i386 ELF file"
    while IFS= read -r library; do
        case $library in
            libc.so.6 | libm.so.6 | ld-linux.so.2) ;;
            libcsta.so) ;; # libattpriv.so needs the library it belongs to
            *) complain "$binary needs $library" ;;
        esac
    done < <(sed -nE 's/.*\(NEEDED\).*\[(.*)\]/\1/p' <<<"$dynamic")
    ! grep -q TEXTREL <<<"$dynamic" || complain "$binary has text relocations"
    ! readelf -V "$binary" | grep -q GLIBC_PRIVATE || complain "$binary uses private symbols of one glibc version"
done
(($# > 0)) || complain "usage: worker32_binary_test.sh FILE…"
exit "$status"
