/* Three monitored telephones of the demo plan, and what they do most often. */
#pragma once

#include "tests/standin_c/call_events.h"

#define STATION_A "4001"
#define STATION_B "4002"
#define STATION_C "4003"

typedef struct Stations {
    Session* session;
    CSTAMonitorCrossRefID_t a;
    CSTAMonitorCrossRefID_t b;
    CSTAMonitorCrossRefID_t c;
} Stations;

/* Monitors of all three; stop_watching ends them. */
Stations watch_stations(Session* session);
void stop_watching(Stations* stations);

CSTAMonitorCrossRefID_t monitor_device(Session* session, const char* device, CSTAMonitorFilter_t filter);

ConnectionID_t connection_of(const Call* call, const char* device);

/* A calls B and says something with it; B answers. Every event is compared. */
Call ring_b(const Stations* stations);
void answer_b(const Stations* stations, const Call* call);

/* A holds the call to B and asks C, who answers. */
Call consult_c(const Stations* stations, const Call* held);

/* Requests about one or two connections, and their confirmations. */
typedef RetCode_t (*ConnectionRequest)(ACSHandle_t, InvokeID_t, ConnectionID_t*, PrivateData_t*);
typedef RetCode_t (*TwoConnectionRequest
)(ACSHandle_t, InvokeID_t, ConnectionID_t*, ConnectionID_t*, PrivateData_t*);
Event* ask(
    Session* session,
    ConnectionRequest request,
    const Call* call,
    const char* device,
    EventType_t confirmed_by
);
Event* ask_two(
    Session* session,
    TwoConnectionRequest request,
    const Call* first,
    const Call* second,
    const char* device,
    EventType_t confirmed_by
);

/* The call of a confirmation that names a new one. */
Call new_call(
    Event* confirmed,
    const ConnectionID_t* connection,
    const char* calling,
    const char* called,
    const char* ucid
);
