/* The libraries are loaded while the program runs, as most programs of the field do. */
#include "tests/standin_c/api.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Tsapi tsapi;

static void* load(const char* file) {
    void* library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    if (library != NULL) return library;
    fprintf(stderr, "%s\n", dlerror());
    exit(1);
}

/* Sets the function pointer at `place`; att functions are in the second library. */
static void find(void* const libraries[2], const char* name, void* place) {
    const int private_one = strncmp(name, "acs", 3) != 0 && strncmp(name, "csta", 4) != 0;
    void* function = dlsym(libraries[private_one], name);
    if (function == NULL) {
        fprintf(stderr, "%s\n", dlerror());
        exit(1);
    }
    memcpy(place, &function, sizeof function);
}

void load_tsapi(const char* libcsta, const char* libattpriv) {
    void* const libraries[2] = {load(libcsta), load(libattpriv)};
#define TSAPI_FUNCTION(name) find(libraries, #name, &tsapi.name);
#include "tests/standin_c/functions.inc"
#undef TSAPI_FUNCTION
}
