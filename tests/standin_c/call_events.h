/* Call events as monitors report them: each function waits for the next event of a monitor and compares every
 * field. */
#pragma once

#include "tests/standin_c/session.h"

/* One call as its two stations know it. */
typedef struct Call {
    long id;
    const char* calling;
    const char* called;
    ATTUCID_t ucid;
} Call;

Event* expect_initiated(Session* session, CSTAMonitorCrossRefID_t monitor, const Call* call);
Event* expect_originated(Session* session, CSTAMonitorCrossRefID_t monitor, const Call* call);
Event* expect_delivered(
    Session* session, CSTAMonitorCrossRefID_t monitor, const Call* call, LocalConnectionState_t local
);
Event* expect_established(Session* session, CSTAMonitorCrossRefID_t monitor, const Call* call);
Event* expect_held(
    Session* session,
    CSTAMonitorCrossRefID_t monitor,
    const Call* call,
    const char* device,
    LocalConnectionState_t local
);
Event* expect_retrieved(
    Session* session, CSTAMonitorCrossRefID_t monitor, const Call* call, const char* device
);
Event* expect_cleared(
    Session* session,
    CSTAMonitorCrossRefID_t monitor,
    const Call* call,
    const char* device,
    LocalConnectionState_t local
);

/* A call that left `from` for `to` before it was answered. */
typedef struct Diversion {
    const Call* call;
    const char* from;
    const char* to;
} Diversion;

Event* expect_diverted(
    Session* session,
    CSTAMonitorCrossRefID_t monitor,
    const Diversion* diversion,
    LocalConnectionState_t local
);
Event* expect_delivered_elsewhere(
    Session* session,
    CSTAMonitorCrossRefID_t monitor,
    const Diversion* diversion,
    LocalConnectionState_t local
);
Event* expect_established_elsewhere(
    Session* session, CSTAMonitorCrossRefID_t monitor, const Diversion* diversion
);

/* Two calls that became one: the held one ends, the other one goes on. */
typedef struct Merge {
    const Call* held;
    const Call* active;
    const char* controller;
    const char* added;
    const char* parties[3];
    unsigned party_count;
    CSTAEventCause_t cause;
} Merge;

Event* expect_transferred(
    Session* session, CSTAMonitorCrossRefID_t monitor, const Merge* merge, LocalConnectionState_t local
);
Event* expect_conferenced(
    Session* session, CSTAMonitorCrossRefID_t monitor, const Merge* merge, LocalConnectionState_t local
);

/* The list of a transfer or conference, in an event or a confirmation. */
void check_parties(const ConnectionList_t* list, const Merge* merge);
