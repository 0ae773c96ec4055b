/* Private services in a call, and a third party that joins it or takes it over in one step. */
#include "tests/standin_c/escape.h"
#include "tests/standin_c/steps.h"

static void ask_about_call(Session* session, const Call* call) {
    ATTPrivateData_t request;
    ConnectionID_t connection = connection_of(call, STATION_A);
    doing("asking about a call");
    check_station_status(session, 1);
    CHECK_INT(tsapi.attQueryUCID(&request, &connection), ACSPOSITIVE_ACK);
    CHECK_TEXT(escaped(session, &request, ATT_QUERY_UCID_CONF)->u.queryUCID.ucid, call->ucid);
}

static void send_tones(Session* session, const Call* call) {
    ATTPrivateData_t request;
    ConnectionID_t sender = connection_of(call, STATION_A);
    ConnectionID_t receiver = connection_of(call, STATION_B);
    ATTConnIDList_t receivers = {1, &receiver};
    char tones[] = "12#*";
    doing("sending tones");
    CHECK_INT(tsapi.attSendDTMFToneExt(&request, &sender, &receivers, tones, 0, 0), ACSPOSITIVE_ACK);
    escaped(session, &request, ATT_SENDDTMF_TONE_CONF);
}

static void listen_selectively(Session* session, const Call* call) {
    ATTPrivateData_t request;
    ConnectionID_t subject = connection_of(call, STATION_A);
    ConnectionID_t other = connection_of(call, STATION_B);
    doing("listening selectively");
    CHECK_INT(tsapi.attSelectiveListeningHold(&request, &subject, FALSE, &other), ACSPOSITIVE_ACK);
    escaped(session, &request, ATT_SELECTIVE_LISTENING_HOLD_CONF);
    CHECK_INT(tsapi.attSelectiveListeningRetrieve(&request, &subject, FALSE, &other), ACSPOSITIVE_ACK);
    escaped(session, &request, ATT_SELECTIVE_LISTENING_RETRIEVE_CONF);
}

/* C answers without having been called, in the words of the first call. */
static void expect_joined(Session* session, CSTAMonitorCrossRefID_t monitor, const Call* call) {
    const Event* event = monitored(session, monitor, CSTA_ESTABLISHED);
    const CSTAEstablishedEvent_t* fields = &event->body->event.cstaUnsolicited.u.established;
    CHECK_CONNECTION(fields->establishedConnection, call->id, STATION_C);
    CHECK_DEVICE(fields->answeringDevice, STATION_C);
    CHECK_DEVICE(fields->callingDevice, call->calling);
    CHECK_DEVICE(fields->calledDevice, call->called);
    CHECK_INT(fields->cause, EC_ACTIVE_MONITOR);
}

static void join(const Stations* stations, const Call* call) {
    Session* session = stations->session;
    ATTPrivateData_t request;
    ConnectionID_t connection = connection_of(call, STATION_A);
    DeviceID_t joining;
    const Merge merge = {
        call, call, STATION_A, STATION_C, {STATION_A, STATION_B, STATION_C}, 3, EC_ACTIVE_MONITOR};
    const CSTAMonitorCrossRefID_t all[] = {stations->a, stations->b, stations->c};
    SET(joining, STATION_C);
    doing("joining a call in one step");
    CHECK_INT(
        tsapi.attSingleStepConferenceCall(&request, &connection, &joining, PT_ACTIVE, FALSE), ACSPOSITIVE_ACK
    );
    const ATTEvent_t* att = escaped(session, &request, ATT_SINGLE_STEP_CONFERENCE_CALL_CONF);
    CHECK_CONNECTION(att->u.ssconference.newCall, call->id, STATION_C);
    CHECK_TEXT(att->u.ssconference.ucid, call->ucid);
    check_parties(&att->u.ssconference.connList, &merge);
    CHECK((const char*)att->u.ssconference.connList.connection >= att->heap);
    for (size_t i = 0; i < sizeof all / sizeof *all; ++i) {
        expect_joined(session, all[i], call);
        expect_conferenced(session, all[i], &merge, CS_CONNECT);
    }
    ask(session, tsapi.cstaClearConnection, call, STATION_C, CSTA_CLEAR_CONNECTION_CONF);
    expect_cleared(session, stations->c, call, STATION_C, CS_NULL);
    expect_cleared(session, stations->a, call, STATION_C, CS_CONNECT);
    expect_cleared(session, stations->b, call, STATION_C, CS_CONNECT);
    nothing_left(session);
}

/* A gives the call away to C, who rings. */
static void hand_over(const Stations* stations, const Call* call) {
    Session* session = stations->session;
    ATTPrivateData_t request;
    ConnectionID_t connection = connection_of(call, STATION_A);
    DeviceID_t to;
    const Merge merge = {
        call, call, STATION_A, STATION_C, {STATION_B, STATION_C}, 2, EC_SINGLE_STEP_TRANSFER};
    SET(to, STATION_C);
    doing("transferring in one step");
    CHECK_INT(tsapi.attSingleStepTransferCall(&request, &connection, &to), ACSPOSITIVE_ACK);
    const ATTEvent_t* att = escaped(session, &request, ATT_SINGLE_STEP_TRANSFER_CALL_CONF);
    CHECK_CONNECTION(att->u.ssTransferCallConf.transferredCall, call->id, STATION_C);
    CHECK_TEXT(att->u.ssTransferCallConf.ucid, call->ucid);
    expect_transferred(session, stations->a, &merge, CS_NULL);
    expect_transferred(session, stations->b, &merge, CS_CONNECT);
    monitored(session, stations->b, CSTA_DELIVERED);
    monitored(session, stations->c, CSTA_DELIVERED);
    ask(session, tsapi.cstaClearConnection, call, STATION_B, CSTA_CLEAR_CONNECTION_CONF);
    expect_cleared(session, stations->b, call, STATION_B, CS_NULL);
    expect_cleared(session, stations->c, call, STATION_B, CS_ALERTING);
    expect_cleared(session, stations->c, call, STATION_C, CS_NULL);
    nothing_left(session);
}

void joined_calls(const Stations* stations) {
    const Call call = ring_b(stations);
    answer_b(stations, &call);
    ask_about_call(stations->session, &call);
    send_tones(stations->session, &call);
    listen_selectively(stations->session, &call);
    nothing_left(stations->session);
    join(stations, &call);
    hand_over(stations, &call);
}
