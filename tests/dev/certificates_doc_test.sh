#!/usr/bin/env bash
# The commands of docs/ops/certificates.md, run as they stand there; the gateway has to start with what they make.
#   certificates_doc_test.sh GATEWAY DOC
set -euo pipefail
gateway=$1 doc=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# commands N prints the Nth block of commands of the page.
commands() { awk -v n="$1" '/^```sh$/ { ++block; inside = 1; next } /^```$/ { inside = 0 } inside && block == n' "$doc"; }

# The gateway in the background until it says that it is ready, then SIGTERM.
starts() {
    printf '<CTIENGINECONFIG><PORT>0</PORT><LISTENADDRESS>127.0.0.1</LISTENADDRESS><AUTHENTICATION>trusted</AUTHENTICATION>%s' \
        '<CERTIFICATE>certificate.crt</CERTIFICATE><PRIVATEKEY>private_key.pem</PRIVATEKEY><AUDITDIRECTORY/>' >config.xml
    printf '<WORKERADDRESS>unix:%s/worker.sock</WORKERADDRESS></CTIENGINECONFIG>\n' "$work" >>config.xml
    : >gateway.log
    "$gateway" --config config.xml >gateway.log 2>&1 &
    local pid=$! status=0
    for _ in $(seq 200); do
        if grep -q '^ready:' gateway.log || ! kill -0 "$pid" 2>/dev/null; then break; fi
        sleep 0.05
    done
    grep -q '^ready:' gateway.log || { cat gateway.log && echo "not ready with: $1" && exit 1; }
    kill -TERM "$pid"
    wait "$pid" || status=$?
    ((status == 0)) || { cat gateway.log && echo "ended with $status: $1" && exit 1; }
    echo "starts: $1"
}

bash -euc "$(commands 1)"
starts "self-signed"
grep -q 'self-signed, for first tests only' gateway.log

# The authority of this test, with an intermediate.
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=root -keyout root.key -out root.crt
openssl req -newkey rsa:2048 -nodes -subj /CN=intermediate -keyout intermediate.key -out intermediate.csr
printf 'basicConstraints=critical,CA:TRUE\n' >ca.ext
openssl x509 -req -in intermediate.csr -CA root.crt -CAkey root.key -CAcreateserial -days 2 -extfile ca.ext -out intermediate.crt

bash -euc "$(commands 2)" >request.txt
grep -q 'sha256WithRSAEncryption' request.txt
grep -q 'DNS:cti.company.test' request.txt
openssl x509 -req -in certificate_req.csr -CA intermediate.crt -CAkey intermediate.key -CAcreateserial -days 2 \
    -copy_extensions copy -out server.crt
bash -euc "$(commands 3)"
bash -euc "$(commands 4)"
starts "signed from a request"
if grep -q 'self-signed' gateway.log; then exit 1; fi

openssl pkcs12 -export -inkey private_key.pem -in server.crt -certfile intermediate.crt -passout pass:change-me -out server.pfx
rm private_key.pem certificate.crt
bash -euc "$(commands 5)"
starts "from a PKCS#12 file"

# The mistakes that the page names.
refused() {
    local status=0
    "$gateway" --config config.xml >gateway.log 2>&1 || status=$?
    if ((status != 3)) || ! grep -q "$1" gateway.log; then
        cat gateway.log
        echo "not refused: $1"
        exit 1
    fi
    echo "refused: $1"
}
cat intermediate.crt server.crt >certificate.crt
refused "must stand first"
openssl x509 -in server.crt -outform der -out certificate.crt
refused "is binary (DER), PEM is needed"
cp server.crt certificate.crt
cp private_key.pem.org private_key.pem
refused "the key is encrypted"
cp root.key private_key.pem
refused "does not belong to the certificate"
rm certificate.crt
refused "cannot be read"
