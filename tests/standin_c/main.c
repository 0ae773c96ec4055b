/*
 * A program for the TSAPI client as anybody might write it: plain C, nothing but the headers of the API. It
 * uses a switch simulator that runs the demo plan; tslibrc is named by CTIENGINE_TSLIBRC. Prints what it does
 * and ends with 0, or tells the first thing that is not as the API promises and ends with 1.
 *
 *   standin_c_linked
 *   standin_c_loaded LIBCSTA LIBATTPRIV
 */
#include "tests/standin_c/steps.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { TIME_LIMIT = 120 }; /* seconds; then SIGALRM ends the program */

/* The first is too small for transfers and conferences, the second for a page of devices, the third for
 * nothing. */
static const unsigned short kBufferSizes[] = {512, 1024, 2048};
enum { SUFFICES_ALWAYS = 2048 };

static void use_stream(unsigned short buffer_size, Reading reading) {
    const Wish wish = usual_wish();
    printf("buffers of %u bytes\n", buffer_size);
    Session session = open_session(&wish, buffer_size, reading);
    CHECK_INT(session.private_version, 9);
    system_status(&session);
    devices(&session);
    agents(&session);
    escape_services(&session);
    routing(&session);
    Stations stations = watch_stations(&session);
    calls(&stations);
    merged_calls(&stations);
    joined_calls(&stations);
    diverted_calls(&stations);
    snapshots(&stations);
    refusals(&stations);
    stop_watching(&stations);
    close_session(&session);
    CHECK((session.enlarged == 0) == (buffer_size >= SUFFICES_ALWAYS));
}

int main(int argc, char** argv) {
    if (argc != 1 && argc != 3) {
        fprintf(stderr, "usage: %s [LIBCSTA LIBATTPRIV]\n", argv[0]);
        return EXIT_FAILURE;
    }
    alarm(TIME_LIMIT);
    load_tsapi(argc == 3 ? argv[1] : NULL, argc == 3 ? argv[2] : NULL);
    texts();
    servers();
    opening();
    printf("versions of private data\n");
    private_data_versions();
    small_buffers();
    any_stream();
    for (size_t i = 0; i < sizeof kBufferSizes / sizeof *kBufferSizes; ++i)
        use_stream(kBufferSizes[i], i % 2 == 0 ? READ_BY_POLL : READ_BY_BLOCK);
    closing();
    printf("all as promised\n");
    return EXIT_SUCCESS;
}
