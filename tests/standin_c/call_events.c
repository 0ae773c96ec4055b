#include "tests/standin_c/call_events.h"

/* The part of an unsolicited event that is of that kind. */
#define FIELDS(event, member) (&(event)->body->event.cstaUnsolicited.u.member)

Event* expect_initiated(Session* session, CSTAMonitorCrossRefID_t monitor, const Call* call) {
    Event* event = monitored(session, monitor, CSTA_SERVICE_INITIATED);
    const CSTAServiceInitiatedEvent_t* fields = FIELDS(event, serviceInitiated);
    CHECK_CONNECTION(fields->initiatedConnection, call->id, call->calling);
    CHECK_INT(fields->localConnectionInfo, CS_INITIATE);
    CHECK_INT(fields->cause, EC_NONE);
    CHECK_TEXT(private_part(event, ATT_SERVICE_INITIATED)->u.serviceInitiated.ucid, call->ucid);
    return event;
}

Event* expect_originated(Session* session, CSTAMonitorCrossRefID_t monitor, const Call* call) {
    Event* event = monitored(session, monitor, CSTA_ORIGINATED);
    const CSTAOriginatedEvent_t* fields = FIELDS(event, originated);
    CHECK_CONNECTION(fields->originatedConnection, call->id, call->calling);
    CHECK_DEVICE(fields->callingDevice, call->calling);
    CHECK_DEVICE(fields->calledDevice, call->called);
    CHECK_INT(fields->localConnectionInfo, CS_INITIATE);
    CHECK_INT(fields->cause, EC_NEW_CALL);
    private_part(event, ATT_ORIGINATED);
    return event;
}

Event* expect_delivered(
    Session* session, CSTAMonitorCrossRefID_t monitor, const Call* call, LocalConnectionState_t local
) {
    Event* event = monitored(session, monitor, CSTA_DELIVERED);
    const CSTADeliveredEvent_t* fields = FIELDS(event, delivered);
    CHECK_CONNECTION(fields->connection, call->id, call->called);
    CHECK_DEVICE(fields->alertingDevice, call->called);
    CHECK_DEVICE(fields->callingDevice, call->calling);
    CHECK_DEVICE(fields->calledDevice, call->called);
    CHECK_DEVICE(fields->lastRedirectionDevice, "");
    CHECK_INT(fields->localConnectionInfo, local);
    CHECK_INT(fields->cause, EC_NEW_CALL);
    CHECK_INT(event->size, offsetof(CSTAEvent_t, event.cstaUnsolicited.u) + sizeof *fields);
    const ATTDeliveredEvent_t* att = &private_part(event, ATT_DELIVERED)->u.deliveredEvent;
    CHECK_TEXT(att->ucid, call->ucid);
    CHECK_TEXT(att->trunkGroup, "");
    CHECK_INT(att->lookaheadInfo.type, LAI_NO_INTERFLOW);
    return event;
}

Event* expect_established(Session* session, CSTAMonitorCrossRefID_t monitor, const Call* call) {
    Event* event = monitored(session, monitor, CSTA_ESTABLISHED);
    const CSTAEstablishedEvent_t* fields = FIELDS(event, established);
    CHECK_CONNECTION(fields->establishedConnection, call->id, call->called);
    CHECK_DEVICE(fields->answeringDevice, call->called);
    CHECK_DEVICE(fields->callingDevice, call->calling);
    CHECK_DEVICE(fields->calledDevice, call->called);
    CHECK_DEVICE(fields->lastRedirectionDevice, "");
    CHECK_INT(fields->localConnectionInfo, CS_CONNECT);
    CHECK_INT(fields->cause, EC_NEW_CALL);
    CHECK_TEXT(private_part(event, ATT_ESTABLISHED)->u.establishedEvent.ucid, call->ucid);
    return event;
}

Event* expect_held(
    Session* session,
    CSTAMonitorCrossRefID_t monitor,
    const Call* call,
    const char* device,
    LocalConnectionState_t local
) {
    Event* event = monitored(session, monitor, CSTA_HELD);
    const CSTAHeldEvent_t* fields = FIELDS(event, held);
    CHECK_CONNECTION(fields->heldConnection, call->id, device);
    CHECK_DEVICE(fields->holdingDevice, device);
    CHECK_INT(fields->localConnectionInfo, local);
    CHECK_INT(fields->cause, EC_NONE);
    private_part(event, ATT_HELD);
    return event;
}

Event* expect_retrieved(
    Session* session, CSTAMonitorCrossRefID_t monitor, const Call* call, const char* device
) {
    Event* event = monitored(session, monitor, CSTA_RETRIEVED);
    const CSTARetrievedEvent_t* fields = FIELDS(event, retrieved);
    CHECK_CONNECTION(fields->retrievedConnection, call->id, device);
    CHECK_DEVICE(fields->retrievingDevice, device);
    CHECK_INT(fields->localConnectionInfo, CS_CONNECT);
    CHECK_INT(fields->cause, EC_NONE);
    CHECK(event->att == NULL);
    return event;
}

Event* expect_cleared(
    Session* session,
    CSTAMonitorCrossRefID_t monitor,
    const Call* call,
    const char* device,
    LocalConnectionState_t local
) {
    Event* event = monitored(session, monitor, CSTA_CONNECTION_CLEARED);
    const CSTAConnectionClearedEvent_t* fields = FIELDS(event, connectionCleared);
    CHECK_CONNECTION(fields->droppedConnection, call->id, device);
    CHECK_DEVICE(fields->releasingDevice, device);
    CHECK_INT(fields->localConnectionInfo, local);
    CHECK_INT(fields->cause, EC_NONE);
    private_part(event, ATT_CONNECTION_CLEARED);
    return event;
}

void check_parties(const ConnectionList_t* list, const Merge* merge) {
    CHECK_INT(list->count, merge->party_count);
    for (unsigned i = 0; i < merge->party_count; ++i) {
        CHECK_CONNECTION(list->connection[i].party, merge->active->id, merge->parties[i]);
        CHECK_DEVICE(list->connection[i].staticDevice, merge->parties[i]);
    }
}

Event* expect_transferred(
    Session* session, CSTAMonitorCrossRefID_t monitor, const Merge* merge, LocalConnectionState_t local
) {
    Event* event = monitored(session, monitor, CSTA_TRANSFERRED);
    const CSTATransferredEvent_t* fields = FIELDS(event, transferred);
    CHECK_CONNECTION(fields->primaryOldCall, merge->held->id, merge->controller);
    CHECK_CONNECTION(fields->secondaryOldCall, merge->active->id, merge->controller);
    CHECK_DEVICE(fields->transferringDevice, merge->controller);
    CHECK_DEVICE(fields->transferredDevice, merge->added);
    CHECK_INT(fields->localConnectionInfo, local);
    CHECK_INT(fields->cause, merge->cause);
    check_parties(&fields->transferredConnections, merge);
    CHECK_LIST(event, fields->transferredConnections.connection, *fields);
    CHECK_TEXT(private_part(event, ATT_TRANSFERRED)->u.transferredEvent.ucid, merge->active->ucid);
    return event;
}

Event* expect_conferenced(
    Session* session, CSTAMonitorCrossRefID_t monitor, const Merge* merge, LocalConnectionState_t local
) {
    Event* event = monitored(session, monitor, CSTA_CONFERENCED);
    const CSTAConferencedEvent_t* fields = FIELDS(event, conferenced);
    CHECK_CONNECTION(fields->primaryOldCall, merge->held->id, merge->controller);
    CHECK_CONNECTION(fields->secondaryOldCall, merge->active->id, merge->controller);
    CHECK_DEVICE(fields->confController, merge->controller);
    CHECK_DEVICE(fields->addedParty, merge->added);
    CHECK_INT(fields->localConnectionInfo, local);
    CHECK_INT(fields->cause, merge->cause);
    check_parties(&fields->conferenceConnections, merge);
    CHECK_LIST(event, fields->conferenceConnections.connection, *fields);
    CHECK_TEXT(private_part(event, ATT_CONFERENCED)->u.conferencedEvent.ucid, merge->active->ucid);
    return event;
}

Event* expect_diverted(
    Session* session,
    CSTAMonitorCrossRefID_t monitor,
    const Diversion* diversion,
    LocalConnectionState_t local
) {
    Event* event = monitored(session, monitor, CSTA_DIVERTED);
    const CSTADivertedEvent_t* fields = FIELDS(event, diverted);
    CHECK_CONNECTION(fields->connection, diversion->call->id, diversion->from);
    CHECK_DEVICE(fields->divertingDevice, diversion->from);
    CHECK_DEVICE(fields->newDestination, diversion->to);
    CHECK_INT(fields->localConnectionInfo, local);
    CHECK_INT(fields->cause, EC_REDIRECTED);
    private_part(event, ATT_DIVERTED);
    return event;
}

Event* expect_delivered_elsewhere(
    Session* session,
    CSTAMonitorCrossRefID_t monitor,
    const Diversion* diversion,
    LocalConnectionState_t local
) {
    Event* event = monitored(session, monitor, CSTA_DELIVERED);
    const CSTADeliveredEvent_t* fields = FIELDS(event, delivered);
    CHECK_CONNECTION(fields->connection, diversion->call->id, diversion->to);
    CHECK_DEVICE(fields->alertingDevice, diversion->to);
    CHECK_DEVICE(fields->callingDevice, diversion->call->calling);
    CHECK_DEVICE(fields->calledDevice, diversion->call->called);
    CHECK_DEVICE(fields->lastRedirectionDevice, diversion->from);
    CHECK_INT(fields->localConnectionInfo, local);
    CHECK_INT(fields->cause, EC_REDIRECTED);
    const DeviceHistory_t* history = &private_part(event, ATT_DELIVERED)->u.deliveredEvent.deviceHistory;
    CHECK_INT(history->count, 1);
    CHECK_TEXT(history->deviceHistoryList[0].olddeviceID, diversion->from);
    CHECK_CONNECTION(history->deviceHistoryList[0].oldconnectionID, diversion->call->id, diversion->from);
    return event;
}

Event* expect_established_elsewhere(
    Session* session, CSTAMonitorCrossRefID_t monitor, const Diversion* diversion
) {
    Event* event = monitored(session, monitor, CSTA_ESTABLISHED);
    const CSTAEstablishedEvent_t* fields = FIELDS(event, established);
    CHECK_CONNECTION(fields->establishedConnection, diversion->call->id, diversion->to);
    CHECK_DEVICE(fields->answeringDevice, diversion->to);
    CHECK_DEVICE(fields->callingDevice, diversion->call->calling);
    CHECK_DEVICE(fields->calledDevice, diversion->call->called);
    CHECK_DEVICE(fields->lastRedirectionDevice, diversion->from);
    CHECK_INT(fields->localConnectionInfo, CS_CONNECT);
    CHECK_INT(fields->cause, EC_NEW_CALL);
    CHECK_TEXT(private_part(event, ATT_ESTABLISHED)->u.establishedEvent.ucid, diversion->call->ucid);
    return event;
}
