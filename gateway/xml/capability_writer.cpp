// GetSwitchingFunctionCaps: what the switch and we can do, by name. The presence of an element in
// servEvtsList means that the service or event is supported (ECMA-269, annex C).
#include "gateway/xml/answer_parts.hpp"
#include "gateway/xml/device_response_writer.hpp"

#include <algorithm>
#include <cstring>

namespace ctiengine::gateway {
namespace {

struct Capability {
    const char* list;
    const char* element;
    const char* switch_name;  ///< in CSTAGetAPICapsConfEvent_t or Avaya's private data of it; null = always
};

constexpr Capability kCapabilities[] = {
    {"capExchangeServList", "getLogicalDeviceInformation", "queryDeviceInfo"},
    {"capExchangeServList", "getSwitchingFunctionCaps", nullptr},
    {"capExchangeServList", "getSwitchingFunctionDevices", nullptr},
    {"systemStatServList", "requestSystemStatus", nullptr},
    {"systemStatServList", "systemRegister", nullptr},
    {"systemStatServList", "systemRegisterCancel", nullptr},
    {"systemStatServList", "systemStatus", nullptr},
    {"monitoringServList", "changeMonitorFilter", nullptr},
    {"monitoringServList", "monitorStart", "monitorDevice"},
    {"monitoringServList", "monitorStop", "monitorStop"},
    {"snapshotServList", "snapshotCall", "snapshotCallReq"},
    {"snapshotServList", "snapshotDevice", "snapshotDeviceReq"},
    {"callControlServList", "alternateCall", "alternateCall"},
    {"callControlServList", "answerCall", "answerCall"},
    {"callControlServList", "clearCall", "clearCall"},
    {"callControlServList", "clearConnection", "clearConnection"},
    {"callControlServList", "conferenceCall", "conferenceCall"},
    {"callControlServList", "consultationCall", "consultationCall"},
    {"callControlServList", "deflectCall", "deflectCall"},
    {"callControlServList", "directedPickupCall", "pickupCall"},
    {"callControlServList", "holdCall", "holdCall"},
    {"callControlServList", "makeCall", "makeCall"},
    {"callControlServList", "makePredictiveCall", "makePredictiveCall"},
    {"callControlServList", "reconnectCall", "reconnectCall"},
    {"callControlServList", "retrieveCall", "retrieveCall"},
    {"callControlServList", "singleStepConference", "singleStepConference"},
    {"callControlServList", "singleStepTransfer", "singleStepTransfer"},
    {"callControlServList", "transferCall", "transferCall"},
    {"callControlEvtsList", "callCleared", "callClearedEvent"},
    {"callControlEvtsList", "conferenced", "conferencedEvent"},
    {"callControlEvtsList", "connectionCleared", "connectionClearedEvent"},
    {"callControlEvtsList", "delivered", "deliveredEvent"},
    {"callControlEvtsList", "diverted", "divertedEvent"},
    {"callControlEvtsList", "established", "establishedEvent"},
    {"callControlEvtsList", "failed", "failedEvent"},
    {"callControlEvtsList", "held", "heldEvent"},
    {"callControlEvtsList", "networkReached", "networkReachedEvent"},
    {"callControlEvtsList", "originated", "originatedEvent"},
    {"callControlEvtsList", "queued", "queuedEvent"},
    {"callControlEvtsList", "retrieved", "retrievedEvent"},
    {"callControlEvtsList", "serviceInitiated", "serviceInitiatedEvent"},
    {"callControlEvtsList", "transferred", "transferredEvent"},
    {"callAssociatedServList", "generateDigits", "sendDTMFTone"},
    {"callAssociatedEvtsList", "callInformation", "callInformationEvent"},
    {"routeingServList", "reRoute", "reRoute"},
    {"routeingServList", "routeEnd", "routeEndEvent"},
    {"routeingServList", "routeRegister", "routeRequestEvent"},
    {"routeingServList", "routeRequest", "routeRequestEvent"},
    {"routeingServList", "routeSelect", "routeSelect"},
    {"routeingServList", "routeUsed", "routeUsedEvent"},
    {"physDevServList", "getMessageWaitingIndicator", "queryMwi"},
    {"physDevServList", "setMessageWaitingIndicator", "setMwi"},
    {"physDevEvtsList", "messageWaiting", "messageWaitingEvent"},
    {"logDevServList", "getAgentState", "queryAgentState"},
    {"logDevServList", "getDoNotDisturb", "queryDnd"},
    {"logDevServList", "getForwarding", "queryFwd"},
    {"logDevServList", "setAgentState", "setAgentState"},
    {"logDevServList", "setDoNotDisturb", "setDnd"},
    {"logDevServList", "setForwarding", "setFwd"},
    {"logDevEvtsList", "agentLoggedOff", "loggedOffEvent"},
    {"logDevEvtsList", "agentLoggedOn", "loggedOnEvent"},
    {"logDevEvtsList", "doNotDisturb", "doNotDisturbEvent"},
    {"logDevEvtsList", "forwarding", "forwardingEvent"},
    {"deviceMaintEvtsList", "backInService", "backInServiceEvent"},
    {"deviceMaintEvtsList", "outOfService", "outOfServiceEvent"},
};

bool supported(const Capability& capability, const csta::ApiCapsAnswer& answer) {
    if (capability.switch_name == nullptr) return true;
    const auto& names = answer.services;
    return std::find(names.begin(), names.end(), capability.switch_name) != names.end();
}

void write_capabilities(ElementWriter root, const csta::ApiCapsAnswer& answer) {
    auto all = root.child("servEvtsList");
    std::optional<ElementWriter> list;
    const char* name = "";
    for (const auto& capability : kCapabilities) {
        if (!supported(capability, answer)) continue;
        if (std::strcmp(name, capability.list) != 0) list = all.child(capability.list);
        name = capability.list;
        list->empty(capability.element);
    }
}

}  // namespace

std::string write_get_switching_function_caps_response(
    const csta::ApiCapsAnswer& answer, const Dialect& dialect
) {
    Response message("GetSwitchingFunctionCapsResponse", dialect);
    auto root = message.root();
    root.text("switchingSubDomainName", answer.switch_version.empty() ? "switch" : answer.switch_version);
    root.text("manufacturerName", "Avaya");
    root.child("profiles").flag("basicTelephonyProfile", true);
    root.text("ignoreUnsupportedParameters", "ignoreParameters");
    root.child("mediaClassSupport").flag("voice", true);
    root.text("connectionView", "fixed");
    write_capabilities(root, answer);
    return message.text();
}

}  // namespace ctiengine::gateway
