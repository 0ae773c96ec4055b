/* What the server tells of itself, of its switch and of devices. */
#include "tests/standin_c/steps.h"

static void link_status(Session* session) {
    doing("asking for the state of the system");
    InvokeID_t invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaSysStatReq(session->handle, invoke, NULL), ACSPOSITIVE_ACK);
    Event* event = confirmation(session, invoke, CSTA_SYS_STAT_REQ_CONF);
    CHECK_INT(event->body->event.cstaConfirmation.u.sysStatReq.systemStatus, SS_NORMAL);
    const ATTLinkStatusEvent_t* links = &private_part(event, ATT_LINK_STATUS)->u.linkStatus;
    CHECK(links->count >= 1);
    CHECK_INT(links->pLinkStatus[0].linkState, LS_LINK_UP);
    CHECK((const char*)links->pLinkStatus >= event->att->heap);

    invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaSysStatStart(session->handle, invoke, SF_OVERLOAD_IMMINENT, NULL), ACSPOSITIVE_ACK);
    event = confirmation(session, invoke, CSTA_SYS_STAT_START_CONF);
    CHECK_INT(event->body->event.cstaConfirmation.u.sysStatStart.statusFilter, SF_OVERLOAD_IMMINENT);
    invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaSysStatStop(session->handle, invoke, NULL), ACSPOSITIVE_ACK);
    confirmation(session, invoke, CSTA_SYS_STAT_STOP_CONF);
}

void system_status(Session* session) {
    link_status(session);
    doing("setting the heartbeat");
    InvokeID_t invoke = next_invoke(session);
    CHECK_INT(tsapi.acsSetHeartbeatInterval(session->handle, invoke, 30, NULL), ACSPOSITIVE_ACK);
    Event* event = acs_confirmation(session, invoke, ACS_SET_HEARTBEAT_INTERVAL_CONF);
    CHECK_INT(event->body->event.acsConfirmation.u.acssetheartbeatinterval.heartbeatInterval, 30);
    nothing_left(session);
}

static void capabilities(Session* session) {
    doing("asking for capabilities");
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaGetAPICaps(session->handle, invoke), ACSPOSITIVE_ACK);
    Event* event = confirmation(session, invoke, CSTA_GETAPI_CAPS_CONF);
    const CSTAGetAPICapsConfEvent_t* caps = &event->body->event.cstaConfirmation.u.getAPICaps;
    CHECK(caps->makeCall != 0 && caps->monitorDevice != 0 && caps->deliveredEvent != 0);
    CHECK(private_part(event, ATT_GETAPI_CAPS_CONF)->u.getAPICaps.switchVersion[0] != '\0');
}

static void device_list(Session* session) {
    long index = -1;
    unsigned devices_told = 0;
    doing("asking for the list of devices");
    do {
        const InvokeID_t invoke = next_invoke(session);
        CHECK_INT(
            tsapi.cstaGetDeviceList(session->handle, invoke, index, CSTA_DEVICE_DEVICE_MONITOR),
            ACSPOSITIVE_ACK
        );
        Event* event = confirmation(session, invoke, CSTA_GET_DEVICE_LIST_CONF);
        const CSTAGetDeviceListConfEvent_t* list = &event->body->event.cstaConfirmation.u.getDeviceList;
        CHECK_INT(list->level, CSTA_DEVICE_DEVICE_MONITOR);
        CHECK(list->devList.count <= CSTA_MAX_GET_DEVICE);
        devices_told += list->devList.count;
        index = list->index;
    } while (index != -1);
    CHECK(devices_told >= 10);
}

static void device_info(Session* session) {
    DeviceID_t device;
    SET(device, STATION_A);
    doing("asking what a device is");
    InvokeID_t invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaQueryDeviceInfo(session->handle, invoke, &device, NULL), ACSPOSITIVE_ACK);
    Event* event = confirmation(session, invoke, CSTA_QUERY_DEVICE_INFO_CONF);
    const CSTAQueryDeviceInfoConfEvent_t* info = &event->body->event.cstaConfirmation.u.queryDeviceInfo;
    CHECK_TEXT(info->device, STATION_A);
    CHECK_INT(info->deviceType, DT_STATION);
    CHECK_INT(info->deviceClass, DC_VOICE);
    CHECK_INT(
        private_part(event, ATT_QUERY_DEVICE_INFO_CONF)->u.queryDeviceInfo.extensionClass, EC_PROPRIETARY
    );
    SET(device, "99999");
    invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaQueryDeviceInfo(session->handle, invoke, &device, NULL), ACSPOSITIVE_ACK);
    CHECK_INT(refusal(session, invoke), INVALID_CSTA_DEVICE_IDENTIFIER);
}

void devices(Session* session) {
    capabilities(session);
    device_list(session);
    device_info(session);
    nothing_left(session);
}
