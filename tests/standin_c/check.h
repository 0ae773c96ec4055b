/* Checks. The first one that fails tells file, line, what was wanted and what came, and ends the program. */
#pragma once

#include "tests/standin_c/api.h"

#include <stddef.h>

/* What the program is doing, told with a failure. The text must live on. */
void doing(const char* what);

#define CHECK(condition) check_true((condition) != 0, #condition, __FILE__, __LINE__)
#define CHECK_INT(got, wanted) check_int((long)(got), (long)(wanted), #got, __FILE__, __LINE__)
#define CHECK_TEXT(got, wanted) check_text((got), (wanted), #got, __FILE__, __LINE__)

/* A station's connection: STATIC_ID. */
#define CHECK_CONNECTION(got, call, device) \
    check_connection(&(got), (call), (device), STATIC_ID, #got, __FILE__, __LINE__)
/* A device that the switch names; "" for one that it does not know or that does not count. */
#define CHECK_DEVICE(got, number) check_device(&(got), (number), #got, __FILE__, __LINE__)

void check_true(int holds, const char* what, const char* file, int line);
void check_int(long got, long wanted, const char* what, const char* file, int line);
void check_text(const char* got, const char* wanted, const char* what, const char* file, int line);
void check_connection(
    const ConnectionID_t* got,
    long call,
    const char* device,
    ConnectionID_Device_t kind,
    const char* what,
    const char* file,
    int line
);
void check_device(
    const ExtendedDeviceID_t* got, const char* number, const char* what, const char* file, int line
);

/* Copies a text into a field of the API, zeros behind it. */
#define SET(field, text) set_text((field), sizeof(field), (text))
void set_text(char* field, size_t size, const char* text);
