/* Requests that the switch or the library refuses. */
#include "tests/standin_c/steps.h"

#include <string.h>

static void by_the_switch(Session* session) {
    const Call nowhere = {999999, STATION_A, STATION_B, ""};
    ConnectionID_t connection = connection_of(&nowhere, STATION_A);
    DeviceID_t nobody;
    DeviceID_t somebody;
    CSTAMonitorFilter_t everything = {0};
    SET(nobody, "99999");
    SET(somebody, STATION_B);
    InvokeID_t invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaAnswerCall(session->handle, invoke, &connection, NULL), ACSPOSITIVE_ACK);
    CHECK_INT(refusal(session, invoke), INVALID_CSTA_CONNECTION_IDENTIFIER);
    invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaMakeCall(session->handle, invoke, &nobody, &somebody, NULL), ACSPOSITIVE_ACK);
    refusal(session, invoke);
    invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaMonitorDevice(session->handle, invoke, &nobody, &everything, NULL), ACSPOSITIVE_ACK);
    CHECK_INT(refusal(session, invoke), INVALID_CSTA_DEVICE_IDENTIFIER);
}

static void by_the_library(Session* session) {
    DeviceID_t device;
    ATTPrivateData_t of_nobody;
    SET(device, STATION_A);
    memset(&of_nobody, 0, sizeof of_nobody);
    of_nobody.length = 4;
    CHECK_INT(tsapi.cstaMakeCall(session->handle, 1, NULL, &device, NULL), ACSERR_BADPARAMETER);
    CHECK_INT(tsapi.cstaAnswerCall(session->handle, 1, NULL, NULL), ACSERR_BADPARAMETER);
    CHECK_INT(tsapi.cstaMakeCall(0, 1, &device, &device, NULL), ACSERR_BADHDL);
    CHECK_INT(tsapi.cstaSysStatReq(session->handle, 1, (PrivateData_t*)&of_nobody), ACSERR_BADPARAMETER);
    CHECK_INT(tsapi.attQueryUCID(&of_nobody, NULL), ACSERR_BADPARAMETER);
    CHECK_INT(tsapi.encodePrivate(9999, &device, &of_nobody), ACSERR_BADPARAMETER);
}

void refusals(const Stations* stations) {
    doing("asking the switch for what it cannot do");
    by_the_switch(stations->session);
    doing("asking the library for what it cannot do");
    by_the_library(stations->session);
    nothing_left(stations->session);
}
