# A self-signed certificate for this machine, made once and kept, so a browser has to be told only once.

certificate_covers_this_host() {
    local certificate=$1
    [[ -f $certificate ]] && openssl x509 -in "$certificate" -noout -checkend 86400 >/dev/null &&
        openssl x509 -in "$certificate" -noout -checkhost "$(hostname)" | grep -q 'does match'
}

# make_certificate FOLDER leaves certificate.crt and private_key.pem there.
make_certificate() {
    local folder=$1
    certificate_covers_this_host "$folder/certificate.crt" && return
    mkdir -p "$folder"
    (
        umask 077
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -sha256 -days 825 \
            -subj "/CN=$(hostname)/O=ctiengine demo" \
            -addext "subjectAltName=DNS:localhost,DNS:$(hostname),IP:127.0.0.1,IP:::1" \
            -addext "basicConstraints=critical,CA:FALSE" -addext "extendedKeyUsage=serverAuth" \
            -keyout "$folder/private_key.pem.new" -out "$folder/certificate.crt.new" 2>"$folder/openssl.log"
    ) || fail "openssl could not make a certificate: $(tail -n 1 "$folder/openssl.log")"
    mv "$folder/private_key.pem.new" "$folder/private_key.pem"
    mv "$folder/certificate.crt.new" "$folder/certificate.crt"
}
