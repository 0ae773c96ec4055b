/* Buffers that do not suffice, and the next event of any stream. */
#include "tests/standin_c/steps.h"

#include <poll.h>
#include <string.h>

enum { PATIENCE_MS = 20000, MARK = 0x5a };

static void wait_for_event(ACSHandle_t handle) {
    struct pollfd watched = {(int)tsapi.acsGetFile(handle), POLLIN, 0};
    CHECK(watched.fd >= 0);
    CHECK_INT(poll(&watched, 1, PATIENCE_MS), 1);
}

static void ask_for_status(const Session* session, InvokeID_t invoke) {
    CHECK_INT(tsapi.cstaSysStatReq(session->handle, invoke, NULL), ACSPOSITIVE_ACK);
    wait_for_event(session->handle);
}

/* Tries every size up to the right one: nothing may be written, the event stays, its size is told. */
static void too_small(const Session* session) {
    CSTAEvent_t room;
    ATTPrivateData_t private_data;
    unsigned short needed = 1;
    ask_for_status(session, 71);
    memset(&room, MARK, sizeof room);
    private_data.length = sizeof private_data.data;
    CHECK_INT(
        tsapi.acsGetEventPoll(session->handle, &room, &needed, (PrivateData_t*)&private_data, NULL),
        ACSERR_UBUFSMALL
    );
    CHECK_INT(needed, offsetof(CSTAEvent_t, event.cstaConfirmation.u) + sizeof(CSTASysStatReqConfEvent_t));
    for (unsigned short offered = 1; offered < needed; ++offered) {
        unsigned short size = offered;
        CHECK_INT(
            tsapi.acsGetEventBlock(session->handle, &room, &size, (PrivateData_t*)&private_data, NULL),
            ACSERR_UBUFSMALL
        );
        CHECK_INT(size, needed);
        for (size_t i = 0; i < sizeof room; ++i) CHECK_INT(((const char*)&room)[i], MARK);
    }
    /* Room for the event, not for its private data: the size stays as it was. */
    unsigned short size = sizeof room;
    private_data.length = 1;
    CHECK_INT(
        tsapi.acsGetEventPoll(session->handle, &room, &size, (PrivateData_t*)&private_data, NULL),
        ACSERR_UBUFSMALL
    );
    CHECK_INT(size, sizeof room);
    private_data.length = sizeof private_data.data;
    size = needed;
    CHECK_INT(
        tsapi.acsGetEventPoll(session->handle, &room, &size, (PrivateData_t*)&private_data, NULL),
        ACSPOSITIVE_ACK
    );
    CHECK_INT(size, needed);
    CHECK_INT(room.event.cstaConfirmation.invokeID, 71);
    CHECK(private_data.length > 0);
    CHECK_INT(((const char*)&room)[needed], MARK);
    CHECK_INT(tsapi.acsGetEventPoll(session->handle, &room, &size, NULL, NULL), ACSERR_NOMESSAGE);
}

/* Private data is dropped for a program that does not want it; the count says what is left. */
static void count_and_flush(const Session* session) {
    CSTAEvent_t room;
    unsigned short size = sizeof room;
    unsigned short left = 0;
    ask_for_status(session, 72);
    ask_for_status(session, 73);
    /* Both are queued when the third is: order. Read the first only when it says that two are behind it. */
    CHECK_INT(tsapi.acsGetEventBlock(session->handle, &room, &size, NULL, &left), ACSPOSITIVE_ACK);
    CHECK_INT(room.event.cstaConfirmation.invokeID, 72);
    wait_for_event(session->handle);
    CHECK_INT(tsapi.acsFlushEventQueue(session->handle), ACSPOSITIVE_ACK);
    size = sizeof room;
    CHECK_INT(tsapi.acsGetEventPoll(session->handle, &room, &size, NULL, NULL), ACSERR_NOMESSAGE);
    CHECK_INT(tsapi.acsFlushEventQueue(session->handle + 1000), ACSERR_BADHDL);
}

void small_buffers(void) {
    const Wish wish = usual_wish();
    Session session = open_session(&wish, sizeof(CSTAEvent_t), READ_BY_POLL);
    doing("offering buffers that are too small");
    too_small(&session);
    doing("flushing the queue");
    count_and_flush(&session);
    close_session(&session);
}

void any_stream(void) {
    Wish wish = usual_wish();
    CSTAEvent_t room;
    unsigned short size = sizeof room;
    unsigned seen = 0;
    doing("reading from any stream");
    Session first = open_session(&wish, sizeof(CSTAEvent_t), READ_BY_POLL);
    wish.tlink = "AVAYA#CM1#CSTA#AESSIM2";
    Session second = open_session(&wish, sizeof(CSTAEvent_t), READ_BY_POLL);
    CHECK(first.handle != second.handle);
    ask_for_status(&first, 1);
    ask_for_status(&second, 2);
    for (int i = 0; i < 2; ++i) {
        size = sizeof room;
        CHECK_INT(tsapi.acsGetEventBlock(0, &room, &size, NULL, NULL), ACSPOSITIVE_ACK);
        CHECK_INT(
            room.eventHeader.acsHandle,
            room.event.cstaConfirmation.invokeID == 1 ? first.handle : second.handle
        );
        seen |= (unsigned)room.event.cstaConfirmation.invokeID;
    }
    CHECK_INT(seen, 3);
    size = sizeof room;
    CHECK_INT(tsapi.acsGetEventPoll(0, &room, &size, NULL, NULL), ACSERR_NOMESSAGE);
    close_session(&first);
    close_session(&second);
    CHECK_INT(tsapi.acsGetEventPoll(0, &room, &size, NULL, NULL), ACSERR_BADHDL);
}
