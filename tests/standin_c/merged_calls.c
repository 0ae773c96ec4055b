/* Two calls of one station: alternate, reconnect, transfer, conference. */
#include "tests/standin_c/steps.h"

#include <string.h>

/* The other party of each call hears of its own call only. */
static void alternate(const Stations* stations, const Call* active, const Call* held) {
    Session* session = stations->session;
    const int b_is_active = strcmp(active->called, STATION_B) == 0;
    const CSTAMonitorCrossRefID_t of_active = b_is_active ? stations->b : stations->c;
    const CSTAMonitorCrossRefID_t of_held = b_is_active ? stations->c : stations->b;
    doing("alternating");
    ask_two(session, tsapi.cstaAlternateCall, active, held, STATION_A, CSTA_ALTERNATE_CALL_CONF);
    expect_held(session, stations->a, active, STATION_A, CS_HOLD);
    expect_held(session, of_active, active, STATION_A, CS_CONNECT);
    expect_retrieved(session, stations->a, held, STATION_A);
    expect_retrieved(session, of_held, held, STATION_A);
    nothing_left(session);
}

/* Drops `active`, with C, and takes `held`, with B, back. */
static void reconnect(const Stations* stations, const Call* active, const Call* held) {
    Session* session = stations->session;
    doing("reconnecting");
    ask_two(session, tsapi.cstaReconnectCall, active, held, STATION_A, CSTA_RECONNECT_CALL_CONF);
    expect_cleared(session, stations->a, active, STATION_A, CS_NULL);
    expect_cleared(session, stations->c, active, STATION_A, CS_CONNECT);
    expect_cleared(session, stations->c, active, STATION_C, CS_NULL);
    expect_retrieved(session, stations->a, held, STATION_A);
    expect_retrieved(session, stations->b, held, STATION_A);
    nothing_left(session);
}

static void transfer(const Stations* stations, const Call* held, const Call* active) {
    Session* session = stations->session;
    const Merge merge = {held, active, STATION_A, STATION_C, {STATION_B, STATION_C}, 2, EC_TRANSFER};
    doing("transferring");
    Event* confirmed =
        ask_two(session, tsapi.cstaTransferCall, held, active, STATION_A, CSTA_TRANSFER_CALL_CONF);
    const CSTATransferCallConfEvent_t* fields = &confirmed->body->event.cstaConfirmation.u.transferCall;
    CHECK_INT(fields->newCall.callID, active->id);
    CHECK_TEXT(fields->newCall.deviceID, "0");
    CHECK_INT(fields->newCall.devIDType, DYNAMIC_ID);
    check_parties(&fields->connList, &merge);
    CHECK_LIST(confirmed, fields->connList.connection, *fields);
    CHECK_TEXT(private_part(confirmed, ATT_TRANSFER_CALL_CONF)->u.transferCall.ucid, active->ucid);
    expect_transferred(session, stations->a, &merge, CS_NULL);
    expect_transferred(session, stations->b, &merge, CS_CONNECT);
    expect_transferred(session, stations->c, &merge, CS_CONNECT);
    nothing_left(session);
}

static void conference(const Stations* stations, const Call* held, const Call* active) {
    Session* session = stations->session;
    const Merge merge = {held, active, STATION_A, STATION_C, {STATION_A, STATION_B, STATION_C}, 3, EC_NONE};
    doing("conferencing");
    Event* confirmed =
        ask_two(session, tsapi.cstaConferenceCall, held, active, STATION_A, CSTA_CONFERENCE_CALL_CONF);
    const CSTAConferenceCallConfEvent_t* fields = &confirmed->body->event.cstaConfirmation.u.conferenceCall;
    CHECK_INT(fields->newCall.callID, active->id);
    check_parties(&fields->connList, &merge);
    CHECK_LIST(confirmed, fields->connList.connection, *fields);
    CHECK_TEXT(private_part(confirmed, ATT_CONFERENCE_CALL_CONF)->u.conferenceCall.ucid, active->ucid);
    expect_conferenced(session, stations->a, &merge, CS_CONNECT);
    expect_conferenced(session, stations->b, &merge, CS_CONNECT);
    expect_conferenced(session, stations->c, &merge, CS_CONNECT);
    nothing_left(session);
}

/* The first to leave a conference of three. */
static void leave(const Stations* stations, const Call* call) {
    Session* session = stations->session;
    doing("leaving the conference");
    ask(session, tsapi.cstaClearConnection, call, STATION_A, CSTA_CLEAR_CONNECTION_CONF);
    expect_cleared(session, stations->a, call, STATION_A, CS_NULL);
    expect_cleared(session, stations->b, call, STATION_A, CS_CONNECT);
    expect_cleared(session, stations->c, call, STATION_A, CS_CONNECT);
    nothing_left(session);
}

/* Ends a call of B and C. */
static void b_and_c_hang_up(const Stations* stations, const Call* call) {
    doing("clearing what is left");
    ask(stations->session, tsapi.cstaClearConnection, call, STATION_C, CSTA_CLEAR_CONNECTION_CONF);
    expect_cleared(stations->session, stations->c, call, STATION_C, CS_NULL);
    expect_cleared(stations->session, stations->b, call, STATION_C, CS_CONNECT);
    expect_cleared(stations->session, stations->b, call, STATION_B, CS_NULL);
    nothing_left(stations->session);
}

void merged_calls(const Stations* stations) {
    Call held = ring_b(stations);
    answer_b(stations, &held);
    Call active = consult_c(stations, &held);
    alternate(stations, &active, &held);
    alternate(stations, &held, &active);
    reconnect(stations, &active, &held);
    active = consult_c(stations, &held);
    transfer(stations, &held, &active);
    b_and_c_hang_up(stations, &active);

    held = ring_b(stations);
    answer_b(stations, &held);
    active = consult_c(stations, &held);
    conference(stations, &held, &active);
    leave(stations, &active);
    b_and_c_hang_up(stations, &active);
}
