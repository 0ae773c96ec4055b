/* The libraries were linked: the table has the linker's addresses. */
#include "tests/standin_c/api.h"

Tsapi tsapi = {
#define TSAPI_FUNCTION(name) name,
#include "tests/standin_c/functions.inc"
#undef TSAPI_FUNCTION
};

void load_tsapi(const char* libcsta, const char* libattpriv) {
    (void)libcsta;
    (void)libattpriv;
}
