#include "tsapi-worker/tsapi/abi_conversions.hpp"
#include "tsapi-worker/tsapi/c_text.hpp"
#include "tsapi-worker/tsapi/event_decoder.hpp"

namespace ctiengine::tsapi {
namespace {

/// Every call event ends with these two; the private data goes along.
template <class Event>
csta::CallEvent finish(csta::CallEventBody body, const Event& event, PrivateContent&& content) {
    return {std::move(body), typed(event.localConnectionInfo), typed(event.cause), std::move(content.call)};
}

csta::CallEventBody body_of(const CSTAServiceInitiatedEvent_t& e) {
    return csta::ServiceInitiated{typed(e.initiatedConnection)};
}
csta::CallEventBody body_of(const CSTAOriginatedEvent_t& e) {
    return csta::Originated{typed(e.originatedConnection), typed(e.callingDevice), typed(e.calledDevice)};
}
csta::CallEventBody body_of(const CSTADeliveredEvent_t& e) {
    return csta::Delivered{
        typed(e.connection), typed(e.alertingDevice), typed(e.callingDevice), typed(e.calledDevice),
        typed(e.lastRedirectionDevice)};
}
csta::CallEventBody body_of(const CSTAEstablishedEvent_t& e) {
    return csta::Established{
        typed(e.establishedConnection), typed(e.answeringDevice), typed(e.callingDevice),
        typed(e.calledDevice), typed(e.lastRedirectionDevice)};
}
csta::CallEventBody body_of(const CSTAHeldEvent_t& e) {
    return csta::Held{typed(e.heldConnection), typed(e.holdingDevice)};
}
csta::CallEventBody body_of(const CSTARetrievedEvent_t& e) {
    return csta::Retrieved{typed(e.retrievedConnection), typed(e.retrievingDevice)};
}
csta::CallEventBody body_of(const CSTAQueuedEvent_t& e) {
    return csta::Queued{typed(e.queuedConnection),      typed(e.queue),
                        typed(e.callingDevice),         typed(e.calledDevice),
                        typed(e.lastRedirectionDevice), e.numberQueued};
}
csta::CallEventBody body_of(const CSTADivertedEvent_t& e) {
    return csta::Diverted{typed(e.connection), typed(e.divertingDevice), typed(e.newDestination)};
}
csta::CallEventBody body_of(const CSTATransferredEvent_t& e) {
    return csta::Transferred{
        typed(e.primaryOldCall), typed(e.secondaryOldCall), typed(e.transferringDevice),
        typed(e.transferredDevice), typed(e.transferredConnections)};
}
csta::CallEventBody body_of(const CSTAConferencedEvent_t& e) {
    return csta::Conferenced{
        typed(e.primaryOldCall), typed(e.secondaryOldCall), typed(e.confController), typed(e.addedParty),
        typed(e.conferenceConnections)};
}
csta::CallEventBody body_of(const CSTAConnectionClearedEvent_t& e) {
    return csta::ConnectionCleared{typed(e.droppedConnection), typed(e.releasingDevice)};
}
csta::CallEventBody body_of(const CSTACallClearedEvent_t& e) {
    return csta::CallCleared{typed(e.clearedCall)};
}

template <class Event>
csta::CallEvent plain(const Event& event, PrivateContent&& content) {
    return finish(body_of(event), event, std::move(content));
}

/// These two have fields that only private data brings.
csta::CallEvent failed(const CSTAFailedEvent_t& e, PrivateContent&& content) {
    csta::Failed body{
        typed(e.failedConnection), typed(e.failingDevice), content.calling.value_or(csta::PartyDevice()),
        typed(e.calledDevice)};
    return finish(std::move(body), e, std::move(content));
}
csta::CallEvent network_reached(const CSTANetworkReachedEvent_t& e, PrivateContent&& content) {
    csta::NetworkReached body{
        typed(e.connection), typed(e.trunkUsed), typed(e.calledDevice), content.progress_location,
        content.progress_description};
    return finish(std::move(body), e, std::move(content));
}

/// The one event without a state and a cause.
csta::CallEvent call_information(const CSTACallInformationEvent_t& e) {
    csta::CallEvent event;
    event.body = csta::CallInformation{
        typed(e.connection), typed(e.device), text_of(e.accountInfo), text_of(e.authorisationCode)};
    return event;
}

}  // namespace

std::optional<csta::CallEvent> decode_call_event(
    EventType_t type, const CSTAUnsolicitedEvent& event, PrivateContent&& content
) {
    const auto& u = event.u;
    switch (type) {
        case CSTA_SERVICE_INITIATED: return plain(u.serviceInitiated, std::move(content));
        case CSTA_ORIGINATED: return plain(u.originated, std::move(content));
        case CSTA_DELIVERED: return plain(u.delivered, std::move(content));
        case CSTA_ESTABLISHED: return plain(u.established, std::move(content));
        case CSTA_HELD: return plain(u.held, std::move(content));
        case CSTA_RETRIEVED: return plain(u.retrieved, std::move(content));
        case CSTA_QUEUED: return plain(u.queued, std::move(content));
        case CSTA_DIVERTED: return plain(u.diverted, std::move(content));
        case CSTA_TRANSFERRED: return plain(u.transferred, std::move(content));
        case CSTA_CONFERENCED: return plain(u.conferenced, std::move(content));
        case CSTA_FAILED: return failed(u.failed, std::move(content));
        case CSTA_NETWORK_REACHED: return network_reached(u.networkReached, std::move(content));
        case CSTA_CONNECTION_CLEARED: return plain(u.connectionCleared, std::move(content));
        case CSTA_CALL_CLEARED: return plain(u.callCleared, std::move(content));
        case CSTA_CALL_INFORMATION: return call_information(u.callInformation);
        case CSTA_PRIVATE_STATUS: return std::move(content.entered_digits);
        default: return std::nullopt;
    }
}

}  // namespace ctiengine::tsapi
