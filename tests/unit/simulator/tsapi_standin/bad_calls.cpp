// A table, hence its length: calls of acs.h and csta.h that lack something.
#include "tests/unit/simulator/tsapi_standin/bad_calls.hpp"

namespace ctiengine::tsapi_standin::test {
namespace {

constexpr auto kId = kInvokeId;

/// Requests about one thing, called without it.
template <class Thing>
BadCall without(const char* name, RetCode_t (*function)(ACSHandle_t, InvokeID_t, Thing*, PrivateData_t*)) {
    return {name, [function](auto handle, auto&) { return function(handle, kId, nullptr, nullptr); }};
}

/// Requests about a connection and another thing, called without either.
template <class Thing>
void without(
    std::vector<BadCall>& rows,
    const char* name,
    RetCode_t (*function)(ACSHandle_t, InvokeID_t, ConnectionID_t*, Thing*, PrivateData_t*)
) {
    rows.push_back({name, [function](auto handle, auto& with) {
                        return function(handle, kId, &with.first, nullptr, nullptr);
                    }});
    rows.push_back({name, [function](auto handle, auto& with) {
                        Thing* thing = nullptr;
                        if constexpr (std::is_same_v<Thing, DeviceID_t>) thing = &with.device;
                        if constexpr (std::is_same_v<Thing, ConnectionID_t>) thing = &with.second;
                        return function(handle, kId, nullptr, thing, nullptr);
                    }});
}

/// Monitors of devices, called without the device or the filter.
void without(
    std::vector<BadCall>& rows,
    const char* name,
    RetCode_t (*function)(ACSHandle_t, InvokeID_t, DeviceID_t*, CSTAMonitorFilter_t*, PrivateData_t*)
) {
    rows.push_back({name, [function](auto handle, auto& with) {
                        return function(handle, kId, nullptr, &with.filter, nullptr);
                    }});
    rows.push_back({name, [function](auto handle, auto& with) {
                        return function(handle, kId, &with.device, nullptr, nullptr);
                    }});
}

std::vector<BadCall> of_one_thing() {
    return {
        without("cstaAnswerCall", cstaAnswerCall),
        without("cstaClearCall", cstaClearCall),
        without("cstaClearConnection", cstaClearConnection),
        without("cstaRetrieveCall", cstaRetrieveCall),
        without("cstaSnapshotCallReq", cstaSnapshotCallReq),
        without("cstaSnapshotDeviceReq", cstaSnapshotDeviceReq),
        without("cstaQueryMsgWaitingInd", cstaQueryMsgWaitingInd),
        without("cstaQueryDoNotDisturb", cstaQueryDoNotDisturb),
        without("cstaQueryForwarding", cstaQueryForwarding),
        without("cstaQueryAgentState", cstaQueryAgentState),
        without("cstaQueryLastNumber", cstaQueryLastNumber),
        without("cstaQueryDeviceInfo", cstaQueryDeviceInfo),
        without("cstaRouteRegisterReq", cstaRouteRegisterReq),
    };
}

std::vector<BadCall> of_two_things() {
    std::vector<BadCall> rows;
    without(rows, "cstaAlternateCall", cstaAlternateCall);
    without(rows, "cstaConferenceCall", cstaConferenceCall);
    without(rows, "cstaReconnectCall", cstaReconnectCall);
    without(rows, "cstaTransferCall", cstaTransferCall);
    without(rows, "cstaConsultationCall", cstaConsultationCall);
    without(rows, "cstaDeflectCall", cstaDeflectCall);
    without(rows, "cstaGroupPickupCall", cstaGroupPickupCall);
    without(rows, "cstaPickupCall", cstaPickupCall);
    without(rows, "cstaMonitorDevice", cstaMonitorDevice);
    without(rows, "cstaMonitorCallsViaDevice", cstaMonitorCallsViaDevice);
    without(rows, "cstaMonitorCall", cstaMonitorCall);
    return rows;
}

std::vector<BadCall> of_other_shapes() {
    return {
        {"cstaCallCompletion",
         [](auto handle, auto&) { return cstaCallCompletion(handle, kId, FT_INTRUDE, nullptr, nullptr); }},
        {"cstaHoldCall",
         [](auto handle, auto&) { return cstaHoldCall(handle, kId, nullptr, FALSE, nullptr); }},
        {"cstaMakeCall",
         [](auto handle, auto& with) { return cstaMakeCall(handle, kId, nullptr, &with.device, nullptr); }},
        {"cstaMakeCall",
         [](auto handle, auto& with) { return cstaMakeCall(handle, kId, &with.device, nullptr, nullptr); }},
        {"cstaMakePredictiveCall",
         [](auto handle, auto& with) {
             return cstaMakePredictiveCall(handle, kId, &with.device, nullptr, AS_CALL_DELIVERED, nullptr);
         }},
        {"cstaSetMsgWaitingInd",
         [](auto handle, auto&) { return cstaSetMsgWaitingInd(handle, kId, nullptr, TRUE, nullptr); }},
        {"cstaSetDoNotDisturb",
         [](auto handle, auto&) { return cstaSetDoNotDisturb(handle, kId, nullptr, TRUE, nullptr); }},
        {"cstaSetForwarding",
         [](auto handle, auto& with) {
             return cstaSetForwarding(handle, kId, &with.device, FWD_BUSY, TRUE, nullptr, nullptr);
         }},
        {"cstaSetForwarding",
         [](auto handle, auto& with) {
             return cstaSetForwarding(handle, kId, nullptr, FWD_BUSY, TRUE, &with.other, nullptr);
         }},
        {"cstaSetAgentState",
         [](auto handle, auto& with) {
             return cstaSetAgentState(
                 handle, kId, nullptr, AM_LOG_IN, &with.agent, &with.group, &with.password, nullptr
             );
         }},
        {"cstaChangeMonitorFilter",
         [](auto handle, auto&) { return cstaChangeMonitorFilter(handle, kId, 17, nullptr, nullptr); }},
    };
}

std::vector<BadCall> of_routing() {
    return {
        {"cstaRouteSelect",
         [](auto handle, auto&) {
             return cstaRouteSelect(handle, 1, 2, nullptr, 0, nullptr, FALSE, nullptr);
         }},
        {"cstaRouteSelectInv",
         [](auto handle, auto&) {
             return cstaRouteSelectInv(handle, kId, 1, 2, nullptr, 0, nullptr, FALSE, nullptr);
         }},
        {"cstaRouteSelectInv",
         [](auto handle, auto& with) {
             SetUpValues_t three_at_no_place{3, nullptr};
             return cstaRouteSelectInv(
                 handle, kId, 1, 2, &with.device, 0, &three_at_no_place, FALSE, nullptr
             );
         }},
    };
}

Boolean hear_nothing(char*, unsigned long) {
    return FALSE;
}

std::vector<BadCall> of_events() {
    return {
        {"acsGetEventPoll",
         [](auto handle, auto&) { return acsGetEventPoll(handle, nullptr, nullptr, nullptr, nullptr); }},
        {"acsGetEventPoll",
         [](auto handle, auto&) {
             char byte = 0;
             return acsGetEventPoll(handle, &byte, nullptr, nullptr, nullptr);
         }},
        {"acsGetEventBlock",
         [](auto handle, auto&) {
             unsigned short size = 100;
             return acsGetEventBlock(handle, nullptr, &size, nullptr, nullptr);
         }},
        {"acsGetEventBlock",
         [](auto handle, auto&) {
             char byte = 0;
             unsigned short size = 1;
             return acsGetEventBlock(handle + 1, &byte, &size, nullptr, nullptr);
         },
         ACSERR_BADHDL},
        {"acsFlushEventQueue", [](auto handle, auto&) { return acsFlushEventQueue(handle + 1); },
         ACSERR_BADHDL},
        {"acsGetFile", [](auto handle, auto&) { return acsGetFile(handle + 1); }, ACSERR_BADHDL},
    };
}

std::vector<BadCall> of_streams() {
    return {
        {"acsOpenStream",
         [](auto, auto&) {
             return acsOpenStream(
                 nullptr, APP_GEN_ID, 1, ST_CSTA, nullptr, nullptr, nullptr, nullptr, ACS_LEVEL1, nullptr, 0,
                 0, 0, 0, nullptr
             );
         }},
        {"acsOpenStream",
         [](auto, auto&) {
             OpenParameters parameters;
             set(parameters.api_version, "TS7");
             ACSHandle_t opened = 0;
             return parameters.open(opened);
         },
         ACSERR_APIVERDENIED},
        {"acsCloseStream", [](auto handle, auto&) { return acsCloseStream(handle + 1, kId, nullptr); },
         ACSERR_BADHDL},
        {"acsAbortStream", [](auto handle, auto&) { return acsAbortStream(handle + 1, nullptr); },
         ACSERR_BADHDL},
        {"acsSetHeartbeatInterval",
         [](auto handle, auto&) { return acsSetHeartbeatInterval(handle + 1, kId, 20, nullptr); },
         ACSERR_BADHDL},
        {"acsGetServerID", [](auto handle, auto&) { return acsGetServerID(handle, nullptr); }},
        {"acsEnumServerNames", [](auto, auto&) { return acsEnumServerNames(ST_CSTA, nullptr, 0); }},
        {"acsEnumServerNames",
         [](auto, auto&) { return acsEnumServerNames(StreamType_t(9), &hear_nothing, 0); }},
        {"acsQueryAuthInfo",
         [](auto, auto&) {
             ACSAuthInfo_t info{};
             return acsQueryAuthInfo(nullptr, &info);
         }},
    };
}

std::vector<BadCall> of_any_private_data() {
    return {
        {"attMakeVersionString", [](auto, auto&) { return attMakeVersionString(nullptr, nullptr); }},
        {"attPrivateData", [](auto, auto& with) { return attPrivateData(&with.private_data, nullptr); }},
        {"encodePrivate",
         [](auto, auto& with) { return encodePrivate(ATT_QUERY_TOD, nullptr, &with.private_data); }},
        {"encodePrivate",
         [](auto, auto& with) { return encodePrivate(9999, &with.device, &with.private_data); }},
    };
}

}  // namespace

std::vector<BadCall> calls_without_arguments() {
    std::vector<BadCall> all;
    for (const auto& part :
         {of_one_thing(), of_two_things(), of_other_shapes(), of_routing(), of_events(), of_streams(),
          of_any_private_data()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

}  // namespace ctiengine::tsapi_standin::test
