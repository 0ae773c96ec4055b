#!/usr/bin/env bash
# Stands in for the programs of the demo in demo_test.sh. Its name is what it plays; it notes what happens to
# it in $FAKE_NOTES. FAKE_BROKEN names the one that ends before it is ready, FAKE_STUBBORN the one that ignores SIGTERM,
# FAKE_DIES the one that ends by itself when the file $FAKE_NOTES.die appears.
name=$(basename "$0")
note() { printf '%s %s\n' "$name" "$1" >>"$FAKE_NOTES"; }

while (($# > 0)); do
    [[ $1 == --ready-file ]] && printf '{"namePort": 1, "controlPort": 4242, "tlinks": []}\n' >"$2"
    [[ $1 == --config ]] && cp "$2" "$FAKE_NOTES.config"
    shift
done
if [[ ${FAKE_BROKEN:-} == "$name" ]]; then
    echo "cannot do my work"
    exit 7
fi
trap 'note stop; exit 0' TERM
[[ ${FAKE_STUBBORN:-} == "$name" ]] && trap '' TERM
note start
echo "ready: $name listens on port 5555"
[[ $name == ctisim ]] && exit 0
for ((i = 0; i < 1200; i++)); do
    if [[ ${FAKE_DIES:-} == "$name" && -e $FAKE_NOTES.die ]]; then exit 9; fi
    sleep 0.05 &
    wait $!
done
