/* What a program that comes late is told of devices and calls. */
#include "tests/standin_c/steps.h"

static void snapshot_device(const Stations* stations, const Call* call) {
    Session* session = stations->session;
    DeviceID_t device;
    SET(device, STATION_A);
    doing("taking a snapshot of A");
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaSnapshotDeviceReq(session->handle, invoke, &device, NULL), ACSPOSITIVE_ACK);
    Event* event = confirmation(session, invoke, CSTA_SNAPSHOT_DEVICE_CONF);
    const CSTASnapshotDeviceConfEvent_t* fields = &event->body->event.cstaConfirmation.u.snapshotDevice;
    CHECK_INT(fields->snapshotData.count, 1);
    const CSTASnapshotDeviceResponseInfo_t* info = fields->snapshotData.info;
    CHECK_LIST(event, info, *fields);
    CHECK_CONNECTION(info->callIdentifier, call->id, STATION_A);
    CHECK_INT(info->localCallState.count, 1);
    CHECK((const char*)(info->localCallState.state + 1) <= (const char*)event->body + event->size);
    CHECK_INT(info->localCallState.state[0], CS_CONNECT);
    const ATTSnapshotDeviceConfEvent_t* att =
        &private_part(event, ATT_SNAPSHOT_DEVICE_CONF)->u.snapshotDevice;
    CHECK_INT(att->count, 1);
    CHECK_CONNECTION(att->pSnapshotDevice[0].call, call->id, STATION_A);
    CHECK_INT(att->pSnapshotDevice[0].state, ATT_CS_CONNECTED);
    CHECK((const char*)att->pSnapshotDevice >= event->att->heap);
}

static void snapshot_idle_device(Session* session) {
    DeviceID_t device;
    SET(device, "4009");
    doing("taking a snapshot of an idle telephone");
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaSnapshotDeviceReq(session->handle, invoke, &device, NULL), ACSPOSITIVE_ACK);
    Event* event = confirmation(session, invoke, CSTA_SNAPSHOT_DEVICE_CONF);
    CHECK_INT(event->body->event.cstaConfirmation.u.snapshotDevice.snapshotData.count, 0);
}

static void snapshot_call(const Stations* stations, const Call* call) {
    Session* session = stations->session;
    doing("taking a snapshot of the call");
    Event* event = ask(session, tsapi.cstaSnapshotCallReq, call, STATION_A, CSTA_SNAPSHOT_CALL_CONF);
    const CSTASnapshotCallConfEvent_t* fields = &event->body->event.cstaConfirmation.u.snapshotCall;
    CHECK_INT(fields->snapshotData.count, 2);
    const CSTASnapshotCallResponseInfo_t* info = fields->snapshotData.info;
    CHECK_LIST(event, info, *fields);
    CHECK_DEVICE(info[0].deviceOnCall, STATION_A);
    CHECK_CONNECTION(info[0].callIdentifier, call->id, STATION_A);
    CHECK_INT(info[0].localConnectionState, CS_CONNECT);
    CHECK_DEVICE(info[1].deviceOnCall, STATION_B);
    CHECK_CONNECTION(info[1].callIdentifier, call->id, STATION_B);
    CHECK_INT(info[1].localConnectionState, CS_CONNECT);
}

void snapshots(const Stations* stations) {
    const Call call = ring_b(stations);
    answer_b(stations, &call);
    snapshot_device(stations, &call);
    snapshot_idle_device(stations->session);
    snapshot_call(stations, &call);
    nothing_left(stations->session);
    ask(stations->session, tsapi.cstaClearConnection, &call, STATION_A, CSTA_CLEAR_CONNECTION_CONF);
    expect_cleared(stations->session, stations->a, &call, STATION_A, CS_NULL);
    expect_cleared(stations->session, stations->b, &call, STATION_A, CS_CONNECT);
    expect_cleared(stations->session, stations->b, &call, STATION_B, CS_NULL);
    nothing_left(stations->session);
}
