/* Services that exist as private data only. */
#include "tests/standin_c/escape.h"
#include "tests/standin_c/steps.h"

InvokeID_t escape(Session* session, ATTPrivateData_t* request) {
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaEscapeService(session->handle, invoke, (PrivateData_t*)request), ACSPOSITIVE_ACK);
    return invoke;
}

const ATTEvent_t* escaped(Session* session, ATTPrivateData_t* request, ATTEventType_t type) {
    Event* event = confirmation(session, escape(session, request), CSTA_ESCAPE_SVC_CONF);
    return private_part(event, type);
}

static void names(Session* session) {
    ATTPrivateData_t request;
    DeviceID_t device;
    SET(device, STATION_A);
    doing("asking for a name");
    CHECK_INT(tsapi.attQueryDeviceName(&request, &device), ACSPOSITIVE_ACK);
    const ATTQueryDeviceNameConfEvent_t* name =
        &escaped(session, &request, ATT_QUERY_DEVICE_NAME_CONF)->u.queryDeviceName;
    CHECK_INT(name->deviceType, ATT_DT_STATION);
    CHECK_TEXT(name->device, STATION_A);
    CHECK_TEXT(name->name, "Anna Berger");
    CHECK_INT(name->uname.count, 11);
    CHECK_INT(name->uname.value[0], 'A');
    SET(device, "99999");
    CHECK_INT(tsapi.attQueryDeviceName(&request, &device), ACSPOSITIVE_ACK);
    CHECK_INT(refusal(session, escape(session, &request)), INVALID_CSTA_DEVICE_IDENTIFIER);
}

static void trunks_and_time(Session* session) {
    ATTPrivateData_t request;
    DeviceID_t device;
    SET(device, "9");
    doing("asking for trunks and time");
    CHECK_INT(tsapi.attQueryTrunkGroup(&request, &device), ACSPOSITIVE_ACK);
    const ATTQueryTgConfEvent_t* trunks = &escaped(session, &request, ATT_QUERY_TG_CONF)->u.queryTg;
    CHECK_INT(trunks->idleTrunks, 30);
    CHECK_INT(trunks->usedTrunks, 0);
    CHECK_INT(tsapi.attQueryTimeOfDay(&request), ACSPOSITIVE_ACK);
    const ATTQueryTodConfEvent_t* now = &escaped(session, &request, ATT_QUERY_TOD_CONF)->u.queryTod;
    CHECK(now->month >= 1 && now->month <= 12);
    CHECK(now->day >= 1 && now->day <= 31);
    CHECK(now->hour >= 0 && now->hour <= 23);
}

void check_station_status(Session* session, int busy) {
    ATTPrivateData_t request;
    DeviceID_t device;
    SET(device, STATION_A);
    CHECK_INT(tsapi.attQueryStationStatus(&request, &device), ACSPOSITIVE_ACK);
    CHECK_INT(
        escaped(session, &request, ATT_QUERY_STATION_STATUS_CONF)->u.queryStationStatus.stationStatus, busy
    );
}

void escape_services(Session* session) {
    names(session);
    trunks_and_time(session);
    doing("asking whether a telephone is busy");
    check_station_status(session, 0);
    doing("escaping with nothing");
    CHECK_INT(refusal(session, escape(session, NULL)), GENERIC_UNSPECIFIED_REJECTION);
    nothing_left(session);
}
