/*
 * The vendor's API as this program uses it: through one table, which the linker fills in one form of the
 * program and dlsym in the other.
 */
#pragma once

#include "tsapi-worker/tsapi/abi/acs.h"
#include "tsapi-worker/tsapi/abi/attpriv.h"
#include "tsapi-worker/tsapi/abi/csta.h"

typedef struct Tsapi {
#define TSAPI_FUNCTION(name) __typeof__(name)* name;
#include "tests/standin_c/functions.inc"
#undef TSAPI_FUNCTION
} Tsapi;

/* Both libraries together. */
enum { TSAPI_FUNCTION_COUNT = 114 };
_Static_assert(sizeof(Tsapi) == TSAPI_FUNCTION_COUNT * sizeof(void*), "functions.inc is not the whole API");

extern Tsapi tsapi;

/* Fills the table. The files are those of the libraries; the linked form does not need them. Ends the program
   with a message when a library or a function is missing. */
void load_tsapi(const char* libcsta, const char* libattpriv);
