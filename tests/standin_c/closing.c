/* A thread that waits for events is woken when another one closes or aborts the stream. */
#include "tests/standin_c/steps.h"

#include <pthread.h>

typedef struct Reader {
    ACSHandle_t handle;
    RetCode_t last;
    unsigned events;
    pthread_t thread;
} Reader;

/* Reads to the end of the stream. */
static void* read_all(void* argument) {
    Reader* reader = argument;
    for (;;) {
        CSTAEvent_t room;
        unsigned short size = sizeof room;
        reader->last = tsapi.acsGetEventBlock(reader->handle, &room, &size, NULL, NULL);
        if (reader->last != ACSPOSITIVE_ACK) return NULL;
        ++reader->events;
    }
}

static void start(Reader* reader, const Session* session) {
    reader->handle = session->handle;
    reader->events = 0;
    CHECK_INT(pthread_create(&reader->thread, NULL, read_all, reader), 0);
}

/* The thread reads the answer of a question, so it was at work when the stream ends. */
static void abort_while_reading(void) {
    const Wish wish = usual_wish();
    Session session = open_session(&wish, sizeof(CSTAEvent_t), READ_BY_POLL);
    Reader reader;
    start(&reader, &session);
    CHECK_INT(tsapi.cstaQueryCallMonitor(session.handle, 9), ACSPOSITIVE_ACK);
    CHECK_INT(tsapi.acsAbortStream(session.handle, NULL), ACSPOSITIVE_ACK);
    CHECK_INT(pthread_join(reader.thread, NULL), 0);
    CHECK_INT(reader.last, ACSERR_BADHDL);
    CHECK_INT(tsapi.cstaQueryCallMonitor(session.handle, 9), ACSERR_BADHDL);
    CHECK_INT(tsapi.acsGetFile(session.handle), ACSERR_BADHDL);
}

static void close_while_reading(void) {
    const Wish wish = usual_wish();
    Session session = open_session(&wish, sizeof(CSTAEvent_t), READ_BY_POLL);
    Reader reader;
    start(&reader, &session);
    CHECK_INT(tsapi.acsCloseStream(session.handle, 9, NULL), ACSPOSITIVE_ACK);
    CHECK_INT(pthread_join(reader.thread, NULL), 0);
    CHECK_INT(reader.events, 1);
    CHECK_INT(reader.last, ACSERR_BADHDL);
}

void closing(void) {
    doing("aborting a stream that is being read");
    abort_while_reading();
    doing("closing a stream that is being read");
    close_while_reading();
}
