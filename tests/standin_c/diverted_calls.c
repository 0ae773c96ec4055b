/* A call that rings at B and is taken to C. */
#include "tests/standin_c/steps.h"

typedef RetCode_t (*DivertRequest)(ACSHandle_t, InvokeID_t, ConnectionID_t*, DeviceID_t*, PrivateData_t*);

static void divert(
    Session* session, DivertRequest request, const Diversion* diversion, EventType_t confirmed_by
) {
    ConnectionID_t connection = connection_of(diversion->call, diversion->from);
    DeviceID_t to;
    SET(to, diversion->to);
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(request(session->handle, invoke, &connection, &to, NULL), ACSPOSITIVE_ACK);
    confirmation(session, invoke, confirmed_by);
}

static void clear_at_a(const Stations* stations, const Call* call, LocalConnectionState_t at_c) {
    Session* session = stations->session;
    ask(session, tsapi.cstaClearConnection, call, STATION_A, CSTA_CLEAR_CONNECTION_CONF);
    expect_cleared(session, stations->a, call, STATION_A, CS_NULL);
    expect_cleared(session, stations->c, call, STATION_A, at_c);
    expect_cleared(session, stations->c, call, STATION_C, CS_NULL);
    nothing_left(session);
}

static void deflect(const Stations* stations) {
    Session* session = stations->session;
    const Call call = ring_b(stations);
    const Diversion diversion = {&call, STATION_B, STATION_C};
    doing("deflecting from B to C");
    divert(session, tsapi.cstaDeflectCall, &diversion, CSTA_DEFLECT_CALL_CONF);
    expect_diverted(session, stations->b, &diversion, CS_NULL);
    expect_delivered_elsewhere(session, stations->a, &diversion, CS_CONNECT);
    expect_delivered_elsewhere(session, stations->c, &diversion, CS_ALERTING);
    clear_at_a(stations, &call, CS_ALERTING);
}

static void pick_up(const Stations* stations) {
    Session* session = stations->session;
    const Call call = ring_b(stations);
    const Diversion diversion = {&call, STATION_B, STATION_C};
    doing("picking up at C");
    divert(session, tsapi.cstaPickupCall, &diversion, CSTA_PICKUP_CALL_CONF);
    expect_diverted(session, stations->a, &diversion, CS_CONNECT);
    expect_diverted(session, stations->b, &diversion, CS_NULL);
    expect_diverted(session, stations->c, &diversion, CS_ALERTING);
    expect_established_elsewhere(session, stations->a, &diversion);
    expect_established_elsewhere(session, stations->c, &diversion);
    clear_at_a(stations, &call, CS_CONNECT);
}

void diverted_calls(const Stations* stations) {
    deflect(stations);
    pick_up(stations);
}
