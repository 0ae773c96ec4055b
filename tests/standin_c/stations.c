#include "tests/standin_c/stations.h"

#include <string.h>

enum { UCID_LENGTH = 20 };

static const char kOrder[] = "order 4711";

CSTAMonitorCrossRefID_t monitor_device(Session* session, const char* device, CSTAMonitorFilter_t filter) {
    DeviceID_t station;
    SET(station, device);
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaMonitorDevice(session->handle, invoke, &station, &filter, NULL), ACSPOSITIVE_ACK);
    Event* event = confirmation(session, invoke, CSTA_MONITOR_CONF);
    const CSTAMonitorConfEvent_t* fields = &event->body->event.cstaConfirmation.u.monitorStart;
    CHECK(fields->monitorCrossRefID > 0);
    CHECK_INT(fields->monitorFilter.call, filter.call);
    CHECK_INT(private_part(event, ATT_MONITOR_CONF)->u.monitorStart.usedFilter, 0);
    return fields->monitorCrossRefID;
}

Stations watch_stations(Session* session) {
    const CSTAMonitorFilter_t everything = {0};
    Stations stations = {session, 0, 0, 0};
    doing("watching three stations");
    stations.a = monitor_device(session, STATION_A, everything);
    stations.b = monitor_device(session, STATION_B, everything);
    stations.c = monitor_device(session, STATION_C, everything);
    CHECK(stations.a != stations.b && stations.b != stations.c && stations.a != stations.c);
    nothing_left(session);
    return stations;
}

static void stop_monitor(Session* session, CSTAMonitorCrossRefID_t monitor) {
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaMonitorStop(session->handle, invoke, monitor, NULL), ACSPOSITIVE_ACK);
    confirmation(session, invoke, CSTA_MONITOR_STOP_CONF);
}

void stop_watching(Stations* stations) {
    doing("stopping the monitors");
    stop_monitor(stations->session, stations->a);
    stop_monitor(stations->session, stations->b);
    stop_monitor(stations->session, stations->c);
    const InvokeID_t invoke = next_invoke(stations->session);
    CHECK_INT(tsapi.cstaMonitorStop(stations->session->handle, invoke, stations->a, NULL), ACSPOSITIVE_ACK);
    CHECK_INT(refusal(stations->session, invoke), INVALID_CROSS_REF_ID);
    nothing_left(stations->session);
}

ConnectionID_t connection_of(const Call* call, const char* device) {
    ConnectionID_t connection = {0};
    connection.callID = call->id;
    connection.devIDType = STATIC_ID;
    SET(connection.deviceID, device);
    return connection;
}

Call new_call(
    Event* confirmed,
    const ConnectionID_t* connection,
    const char* calling,
    const char* called,
    const char* ucid
) {
    Call call = {connection->callID, calling, called, ""};
    CHECK(call.id > 0);
    CHECK_CONNECTION(*connection, call.id, calling);
    CHECK_INT(confirmed->body->eventHeader.eventClass, CSTACONFIRMATION);
    CHECK_INT(strlen(ucid), UCID_LENGTH);
    SET(call.ucid, ucid);
    return call;
}

Event* ask(
    Session* session,
    ConnectionRequest request,
    const Call* call,
    const char* device,
    EventType_t confirmed_by
) {
    ConnectionID_t connection = connection_of(call, device);
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(request(session->handle, invoke, &connection, NULL), ACSPOSITIVE_ACK);
    return confirmation(session, invoke, confirmed_by);
}

Event* ask_two(
    Session* session,
    TwoConnectionRequest request,
    const Call* first,
    const Call* second,
    const char* device,
    EventType_t confirmed_by
) {
    ConnectionID_t one = connection_of(first, device);
    ConnectionID_t other = connection_of(second, device);
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(request(session->handle, invoke, &one, &other, NULL), ACSPOSITIVE_ACK);
    return confirmation(session, invoke, confirmed_by);
}

static ATTUserToUserInfo_t user_data(const char* text) {
    ATTUserToUserInfo_t info = {0};
    info.type = UUI_IA5_ASCII;
    info.data.length = (unsigned short)strlen(text);
    memcpy(info.data.value, text, strlen(text));
    return info;
}

static void check_user_data(const ATTUserToUserInfo_t* info, const char* text) {
    CHECK_INT(info->type, UUI_IA5_ASCII);
    CHECK_INT(info->data.length, strlen(text));
    CHECK(memcmp(info->data.value, text, strlen(text)) == 0);
}

Call ring_b(const Stations* stations) {
    Session* session = stations->session;
    DeviceID_t from;
    DeviceID_t to;
    ATTPrivateData_t private_data;
    ATTUserToUserInfo_t order = user_data(kOrder);
    SET(from, STATION_A);
    SET(to, STATION_B);
    doing("calling B");
    CHECK_INT(tsapi.attV6MakeCall(&private_data, NULL, FALSE, &order), ACSPOSITIVE_ACK);
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(
        tsapi.cstaMakeCall(session->handle, invoke, &from, &to, (PrivateData_t*)&private_data),
        ACSPOSITIVE_ACK
    );
    Event* made = confirmation(session, invoke, CSTA_MAKE_CALL_CONF);
    const Call call = new_call(
        made, &made->body->event.cstaConfirmation.u.makeCall.newCall, STATION_A, STATION_B,
        private_part(made, ATT_MAKE_CALL_CONF)->u.makeCall.ucid
    );
    expect_initiated(session, stations->a, &call);
    const Event* originated = expect_originated(session, stations->a, &call);
    check_user_data(&originated->att->u.originatedEvent.userInfo, kOrder);
    expect_delivered(session, stations->a, &call, CS_CONNECT);
    const Event* delivered = expect_delivered(session, stations->b, &call, CS_ALERTING);
    check_user_data(&delivered->att->u.deliveredEvent.userInfo, kOrder);
    nothing_left(session);
    return call;
}

void answer_b(const Stations* stations, const Call* call) {
    doing("answering at B");
    ask(stations->session, tsapi.cstaAnswerCall, call, STATION_B, CSTA_ANSWER_CALL_CONF);
    expect_established(stations->session, stations->a, call);
    expect_established(stations->session, stations->b, call);
    nothing_left(stations->session);
}

Call consult_c(const Stations* stations, const Call* held) {
    Session* session = stations->session;
    ConnectionID_t active = connection_of(held, STATION_A);
    DeviceID_t to;
    SET(to, STATION_C);
    doing("asking C");
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaConsultationCall(session->handle, invoke, &active, &to, NULL), ACSPOSITIVE_ACK);
    Event* made = confirmation(session, invoke, CSTA_CONSULTATION_CALL_CONF);
    const Call call = new_call(
        made, &made->body->event.cstaConfirmation.u.consultationCall.newCall, STATION_A, STATION_C,
        private_part(made, ATT_CONSULTATION_CALL_CONF)->u.consultationCall.ucid
    );
    CHECK(call.id != held->id);
    expect_held(session, stations->a, held, STATION_A, CS_HOLD);
    expect_held(session, stations->b, held, STATION_A, CS_CONNECT);
    expect_initiated(session, stations->a, &call);
    expect_originated(session, stations->a, &call);
    expect_delivered(session, stations->a, &call, CS_CONNECT);
    const Event* delivered = expect_delivered(session, stations->c, &call, CS_ALERTING);
    const ATTOriginalCallInfo_t* original = &delivered->att->u.deliveredEvent.originalCallInfo;
    CHECK_INT(original->reason, OR_CONSULTATION);
    CHECK_TEXT(original->ucid, held->ucid);
    check_user_data(&original->userInfo, kOrder);
    doing("answering at C");
    ask(session, tsapi.cstaAnswerCall, &call, STATION_C, CSTA_ANSWER_CALL_CONF);
    expect_established(session, stations->a, &call);
    expect_established(session, stations->c, &call);
    nothing_left(session);
    return call;
}
