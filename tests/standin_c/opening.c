/* Streams that are refused, and streams whose invoke IDs the library makes. */
#include "tests/standin_c/steps.h"

#include <string.h>

/* Reads one event without a session. */
static CSTAEvent_t next(ACSHandle_t handle) {
    CSTAEvent_t event;
    unsigned short size = sizeof event;
    unsigned short left = 77;
    memset(&event, 0, sizeof event);
    CHECK_INT(tsapi.acsGetEventBlock(handle, &event, &size, NULL, &left), ACSPOSITIVE_ACK);
    CHECK_INT(left, 0);
    CHECK_INT(event.eventHeader.acsHandle, handle);
    return event;
}

static void refused(const Wish* wish, ACSUniversalFailure_t why) {
    ACSHandle_t handle = 0;
    CHECK_INT(ask_for_stream(wish, 41, &handle), ACSPOSITIVE_ACK);
    const CSTAEvent_t answer = next(handle);
    CHECK_INT(answer.eventHeader.eventClass, ACSCONFIRMATION);
    CHECK_INT(answer.eventHeader.eventType, ACS_UNIVERSAL_FAILURE_CONF);
    CHECK_INT(answer.event.acsConfirmation.invokeID, 41);
    CHECK_INT(answer.event.acsConfirmation.u.failureEvent.error, why);
    CHECK_INT(tsapi.acsAbortStream(handle, NULL), ACSPOSITIVE_ACK);
    CHECK_INT(tsapi.acsAbortStream(handle, NULL), ACSERR_BADHDL);
}

static void answer_of_open(void) {
    const Wish wish = usual_wish();
    ACSHandle_t handle = 0;
    ServerID_t server;
    CHECK_INT(ask_for_stream(&wish, 42, &handle), ACSPOSITIVE_ACK);
    const CSTAEvent_t answer = next(handle);
    CHECK_INT(answer.eventHeader.eventType, ACS_OPEN_STREAM_CONF);
    CHECK_INT(answer.event.acsConfirmation.invokeID, 42);
    const ACSOpenStreamConfEvent_t* versions = &answer.event.acsConfirmation.u.acsopen;
    CHECK_TEXT(versions->apiVer, "TS2");
    CHECK(versions->libVer[0] != '\0' && versions->tsrvVer[0] != '\0' && versions->drvrVer[0] != '\0');
    CHECK_INT(tsapi.acsGetServerID(handle, &server), ACSPOSITIVE_ACK);
    CHECK_TEXT(server, wish.tlink);
    CHECK_INT(tsapi.acsAbortStream(handle, NULL), ACSPOSITIVE_ACK);
}

/* The open and each request return the number that their answers carry. */
static void numbers_of_the_library(void) {
    Wish wish = usual_wish();
    ACSHandle_t handle = 0;
    wish.invoke_ids = LIB_GEN_ID;
    RetCode_t number = ask_for_stream(&wish, 4711, &handle);
    CHECK(number >= 1 && number <= 32767);
    CHECK_INT(next(handle).event.acsConfirmation.invokeID, number);
    const RetCode_t second = tsapi.cstaQueryCallMonitor(handle, 4711);
    CHECK(second >= 1 && second <= 32767 && second != number);
    const CSTAEvent_t answer = next(handle);
    CHECK_INT(answer.eventHeader.eventType, CSTA_QUERY_CALL_MONITOR_CONF);
    CHECK_INT(answer.event.cstaConfirmation.invokeID, second);
    number = tsapi.acsCloseStream(handle, 4711, NULL);
    CHECK(number >= 1 && number <= 32767);
    CHECK_INT(next(handle).event.acsConfirmation.invokeID, number);
}

void opening(void) {
    Wish wish = usual_wish();
    ACSHandle_t handle = 0;
    doing("opening with a wrong password");
    wish.password = "guess";
    refused(&wish, TSERVER_BAD_PASSWORD_OR_LOGIN);
    doing("opening a TLink that nobody offers");
    wish = usual_wish();
    wish.tlink = "AVAYA#NOWHERE#CSTA#X";
    CHECK_INT(ask_for_stream(&wish, 1, &handle), ACSERR_NOSERVER);
    doing("reading the answer of open");
    answer_of_open();
    doing("letting the library make invoke IDs");
    numbers_of_the_library();
}
