/* The layouts that a program gets follow the version it agreed on. */
#include "tests/standin_c/steps.h"

#include <string.h>

/* Private messages of one version; 0: the version has none. */
typedef struct Layouts {
    const char* asked;
    int version;
    ATTEventType_t made;
    ATTEventType_t initiated;
    ATTEventType_t originated;
    ATTEventType_t delivered;
    ATTEventType_t cleared;
} Layouts;

static const Layouts kLayouts[] = {
    {"2", 2, 0, 0, ATTV5_ORIGINATED, ATTV3_DELIVERED, ATTV5_CONNECTION_CLEARED},
    {"2-3", 3, 0, 0, ATTV5_ORIGINATED, ATTV3_DELIVERED, ATTV5_CONNECTION_CLEARED},
    {"4", 4, 0, 0, ATTV5_ORIGINATED, ATTV4_DELIVERED, ATTV5_CONNECTION_CLEARED},
    {"2:5", 5, ATT_MAKE_CALL_CONF, ATTV8_SERVICE_INITIATED, ATTV5_ORIGINATED, ATTV5_DELIVERED,
     ATTV5_CONNECTION_CLEARED},
    {"2-6", 6, ATT_MAKE_CALL_CONF, ATTV8_SERVICE_INITIATED, ATTV8_ORIGINATED, ATTV6_DELIVERED,
     ATTV6_CONNECTION_CLEARED},
    {"7", 7, ATT_MAKE_CALL_CONF, ATTV8_SERVICE_INITIATED, ATTV8_ORIGINATED, ATT_DELIVERED,
     ATT_CONNECTION_CLEARED},
    {"3-8", 8, ATT_MAKE_CALL_CONF, ATTV8_SERVICE_INITIATED, ATTV8_ORIGINATED, ATT_DELIVERED,
     ATT_CONNECTION_CLEARED},
    {"3-19", 9, ATT_MAKE_CALL_CONF, ATT_SERVICE_INITIATED, ATT_ORIGINATED, ATT_DELIVERED,
     ATT_CONNECTION_CLEARED},
    {NULL, 0, 0, 0, 0, 0, 0},
};

static void check_private(const Event* event, ATTEventType_t wanted) {
    if (wanted == 0) {
        CHECK(event->raw == NULL);
    } else {
        CHECK(event->att != NULL);
        CHECK_INT(event->att->eventType, wanted);
    }
}

static long make_call(Session* session, ATTEventType_t wanted) {
    DeviceID_t from;
    DeviceID_t to;
    SET(from, STATION_A);
    SET(to, STATION_B);
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaMakeCall(session->handle, invoke, &from, &to, NULL), ACSPOSITIVE_ACK);
    const Event* made = confirmation(session, invoke, CSTA_MAKE_CALL_CONF);
    check_private(made, wanted);
    return made->body->event.cstaConfirmation.u.makeCall.newCall.callID;
}

static CSTAMonitorCrossRefID_t watch(Session* session) {
    DeviceID_t station;
    CSTAMonitorFilter_t everything = {0};
    SET(station, STATION_A);
    const InvokeID_t invoke = next_invoke(session);
    CHECK_INT(tsapi.cstaMonitorDevice(session->handle, invoke, &station, &everything, NULL), ACSPOSITIVE_ACK);
    return confirmation(session, invoke, CSTA_MONITOR_CONF)
        ->body->event.cstaConfirmation.u.monitorStart.monitorCrossRefID;
}

static void one_version(const Layouts* layouts) {
    Wish wish = usual_wish();
    wish.versions = layouts->asked;
    Session session = open_session(&wish, sizeof(CSTAEvent_t), READ_BY_POLL);
    CHECK_INT(session.private_version, layouts->version);
    const CSTAMonitorCrossRefID_t monitor = watch(&session);
    Call call = {make_call(&session, layouts->made), STATION_A, STATION_B, ""};
    check_private(monitored(&session, monitor, CSTA_SERVICE_INITIATED), layouts->initiated);
    check_private(monitored(&session, monitor, CSTA_ORIGINATED), layouts->originated);
    check_private(monitored(&session, monitor, CSTA_DELIVERED), layouts->delivered);
    ask(&session, tsapi.cstaClearConnection, &call, STATION_A, CSTA_CLEAR_CONNECTION_CONF);
    check_private(monitored(&session, monitor, CSTA_CONNECTION_CLEARED), layouts->cleared);
    close_session(&session);
}

void private_data_versions(void) {
    for (size_t i = 0; i < sizeof kLayouts / sizeof *kLayouts; ++i) {
        doing(kLayouts[i].asked != NULL ? kLayouts[i].asked : "no private data");
        one_version(&kLayouts[i]);
    }
}
