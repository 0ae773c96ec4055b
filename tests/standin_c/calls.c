/* Calls of two stations: hold and retrieve, the ways to end them, and filters. */
#include "tests/standin_c/steps.h"

static void hold_and_retrieve(const Stations* stations, const Call* call) {
    Session* session = stations->session;
    ConnectionID_t connection = connection_of(call, STATION_A);
    doing("holding and retrieving");
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaHoldCall(session->handle, invoke, &connection, FALSE, NULL), ACSPOSITIVE_ACK);
    confirmation(session, invoke, CSTA_HOLD_CALL_CONF);
    expect_held(session, stations->a, call, STATION_A, CS_HOLD);
    expect_held(session, stations->b, call, STATION_A, CS_CONNECT);
    ask(session, tsapi.cstaRetrieveCall, call, STATION_A, CSTA_RETRIEVE_CALL_CONF);
    expect_retrieved(session, stations->a, call, STATION_A);
    expect_retrieved(session, stations->b, call, STATION_A);
    nothing_left(session);
}

static void clear_connection(const Stations* stations, const Call* call) {
    Session* session = stations->session;
    doing("hanging up at B");
    ask(session, tsapi.cstaClearConnection, call, STATION_B, CSTA_CLEAR_CONNECTION_CONF);
    expect_cleared(session, stations->b, call, STATION_B, CS_NULL);
    expect_cleared(session, stations->a, call, STATION_B, CS_CONNECT);
    expect_cleared(session, stations->a, call, STATION_A, CS_NULL);
    nothing_left(session);
}

static void clear_call(const Stations* stations, const Call* call) {
    Session* session = stations->session;
    doing("clearing the whole call");
    ask(session, tsapi.cstaClearCall, call, STATION_A, CSTA_CLEAR_CALL_CONF);
    expect_cleared(session, stations->a, call, STATION_B, CS_CONNECT);
    expect_cleared(session, stations->a, call, STATION_A, CS_NULL);
    expect_cleared(session, stations->b, call, STATION_B, CS_NULL);
    nothing_left(session);
}

static void set_filter(const Stations* stations, CSTACallFilter_t held_back) {
    Session* session = stations->session;
    CSTAMonitorFilter_t filter = {0};
    filter.call = held_back;
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(
        tsapi.cstaChangeMonitorFilter(session->handle, invoke, stations->a, &filter, NULL), ACSPOSITIVE_ACK
    );
    Event* event = confirmation(session, invoke, CSTA_CHANGE_MONITOR_FILTER_CONF);
    const CSTAMonitorFilter_t* set = &event->body->event.cstaConfirmation.u.changeMonitorFilter.monitorFilter;
    CHECK_INT(set->call, held_back);
}

/* A bit of the filter that is set holds the event back: A hears of the ringing only. */
static void filter(const Stations* stations) {
    Session* session = stations->session;
    DeviceID_t from;
    DeviceID_t to;
    SET(from, STATION_A);
    SET(to, STATION_B);
    doing("filtering events");
    set_filter(stations, (CSTACallFilter_t)~CF_DELIVERED);
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaMakeCall(session->handle, invoke, &from, &to, NULL), ACSPOSITIVE_ACK);
    Event* made = confirmation(session, invoke, CSTA_MAKE_CALL_CONF);
    const Call call = new_call(
        made, &made->body->event.cstaConfirmation.u.makeCall.newCall, STATION_A, STATION_B,
        private_part(made, ATT_MAKE_CALL_CONF)->u.makeCall.ucid
    );
    expect_delivered(session, stations->a, &call, CS_CONNECT);
    expect_delivered(session, stations->b, &call, CS_ALERTING);
    ask(session, tsapi.cstaClearConnection, &call, STATION_A, CSTA_CLEAR_CONNECTION_CONF);
    expect_cleared(session, stations->b, &call, STATION_A, CS_ALERTING);
    expect_cleared(session, stations->b, &call, STATION_B, CS_NULL);
    nothing_left(session);
    set_filter(stations, 0);
}

void calls(const Stations* stations) {
    Call call = ring_b(stations);
    answer_b(stations, &call);
    hold_and_retrieve(stations, &call);
    clear_connection(stations, &call);
    call = ring_b(stations);
    answer_b(stations, &call);
    clear_call(stations, &call);
    filter(stations);
}
