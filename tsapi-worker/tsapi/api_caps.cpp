// One row per field of the answer, in its order.
#include "tsapi-worker/tsapi/api_caps.hpp"

#include <array>

namespace ctiengine::tsapi {
namespace {

struct Cap {
    const char* name;
    short CSTAGetAPICapsConfEvent_t::*field;
};
// clang-format off
#define CAP(name) Cap{#name, &CSTAGetAPICapsConfEvent_t::name}
constexpr std::array kCaps{
    CAP(alternateCall),
    CAP(answerCall),
    CAP(callCompletion),
    CAP(clearCall),
    CAP(clearConnection),
    CAP(conferenceCall),
    CAP(consultationCall),
    CAP(deflectCall),
    CAP(pickupCall),
    CAP(groupPickupCall),
    CAP(holdCall),
    CAP(makeCall),
    CAP(makePredictiveCall),
    CAP(queryMwi),
    CAP(queryDnd),
    CAP(queryFwd),
    CAP(queryAgentState),
    CAP(queryLastNumber),
    CAP(queryDeviceInfo),
    CAP(reconnectCall),
    CAP(retrieveCall),
    CAP(setMwi),
    CAP(setDnd),
    CAP(setFwd),
    CAP(setAgentState),
    CAP(transferCall),
    CAP(eventReport),
    CAP(callClearedEvent),
    CAP(conferencedEvent),
    CAP(connectionClearedEvent),
    CAP(deliveredEvent),
    CAP(divertedEvent),
    CAP(establishedEvent),
    CAP(failedEvent),
    CAP(heldEvent),
    CAP(networkReachedEvent),
    CAP(originatedEvent),
    CAP(queuedEvent),
    CAP(retrievedEvent),
    CAP(serviceInitiatedEvent),
    CAP(transferredEvent),
    CAP(callInformationEvent),
    CAP(doNotDisturbEvent),
    CAP(forwardingEvent),
    CAP(messageWaitingEvent),
    CAP(loggedOnEvent),
    CAP(loggedOffEvent),
    CAP(notReadyEvent),
    CAP(readyEvent),
    CAP(workNotReadyEvent),
    CAP(workReadyEvent),
    CAP(backInServiceEvent),
    CAP(outOfServiceEvent),
    CAP(privateEvent),
    CAP(routeRequestEvent),
    CAP(reRoute),
    CAP(routeSelect),
    CAP(routeUsedEvent),
    CAP(routeEndEvent),
    CAP(monitorDevice),
    CAP(monitorCall),
    CAP(monitorCallsViaDevice),
    CAP(changeMonitorFilter),
    CAP(monitorStop),
    CAP(monitorEnded),
    CAP(snapshotDeviceReq),
    CAP(snapshotCallReq),
    CAP(escapeService),
    CAP(privateStatusEvent),
    CAP(escapeServiceEvent),
    CAP(escapeServiceConf),
    CAP(sendPrivateEvent),
    CAP(sysStatReq),
    CAP(sysStatStart),
    CAP(sysStatStop),
    CAP(changeSysStatFilter),
    CAP(sysStatReqEvent),
    CAP(sysStatReqConf),
    CAP(sysStatEvent),
};
#undef CAP
// clang-format on
static_assert(kCaps.size() * sizeof(short) == sizeof(CSTAGetAPICapsConfEvent_t), "every field has a row");

}  // namespace

std::vector<std::string> supported_services(const CSTAGetAPICapsConfEvent_t& caps) {
    std::vector<std::string> names;
    for (const auto& row : kCaps) {
        if (caps.*row.field != 0) names.emplace_back(row.name);
    }
    return names;
}

}  // namespace ctiengine::tsapi
