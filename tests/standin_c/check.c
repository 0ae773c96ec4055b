#include "tests/standin_c/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char* current = "starting";

void doing(const char* what) {
    current = what;
    printf("  %s\n", what);
    fflush(stdout);
}

static void fail(const char* file, int line) {
    fprintf(stderr, "\n%s:%d: while %s\n", file, line, current);
    exit(1);
}

void check_true(int holds, const char* what, const char* file, int line) {
    if (holds) return;
    fprintf(stderr, "not true: %s", what);
    fail(file, line);
}

void check_int(long got, long wanted, const char* what, const char* file, int line) {
    if (got == wanted) return;
    fprintf(stderr, "%s is %ld instead of %ld", what, got, wanted);
    fail(file, line);
}

void check_text(const char* got, const char* wanted, const char* what, const char* file, int line) {
    if (strcmp(got, wanted) == 0) return;
    fprintf(stderr, "%s is '%s' instead of '%s'", what, got, wanted);
    fail(file, line);
}

void check_connection(
    const ConnectionID_t* got,
    long call,
    const char* device,
    ConnectionID_Device_t kind,
    const char* what,
    const char* file,
    int line
) {
    if (got->callID == call && strcmp(got->deviceID, device) == 0 && got->devIDType == kind) return;
    fprintf(
        stderr, "%s is call %ld, device '%s', type %d instead of %ld, '%s', %d", what, got->callID,
        got->deviceID, (int)got->devIDType, call, device, (int)kind
    );
    fail(file, line);
}

void check_device(
    const ExtendedDeviceID_t* got, const char* number, const char* what, const char* file, int line
) {
    const int known = got->deviceIDStatus == ID_PROVIDED;
    if (strcmp(got->deviceID, number) == 0 && known == (*number != '\0')) return;
    fprintf(
        stderr, "%s is '%s' with status %d instead of '%s'", what, got->deviceID, (int)got->deviceIDStatus,
        number
    );
    fail(file, line);
}

void set_text(char* field, size_t size, const char* text) {
    CHECK(strlen(text) < size);
    memset(field, 0, size);
    memcpy(field, text, strlen(text));
}
