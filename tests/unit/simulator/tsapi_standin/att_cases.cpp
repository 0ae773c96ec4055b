// A table, hence its length: one row per function of attpriv.h that writes a message.
#include "tests/unit/simulator/tsapi_standin/att_cases.hpp"

#include <string>

namespace ctiengine::tsapi_standin::test {
namespace {

bool is(const char* text, std::string_view wanted) {
    return text == wanted;
}
template <class UserInfo>
bool is_short(const UserInfo& info) {
    return info.type == UUI_IA5_ASCII && info.data.length == 3 && info.data.value[2] == 'c';
}
template <class UserInfo>
bool is_long(const UserInfo& info) {
    return info.type == UUI_USER_SPECIFIC && info.data.length == 96 && info.data.value[95] == 'u';
}

/// What the message must hold, as a function of its struct.
template <class Pdu>
Check has(bool (*holds)(const Pdu&)) {
    return [holds](const wire::OwnedPdu& pdu) {
        const auto* sent = pdu.as<Pdu>();
        return sent != nullptr && holds(*sent);
    };
}

template <class Pdu>
EncodeCase device_query(const char* name, int number, RetCode_t (*function)(Private*, DeviceID_t*)) {
    return {
        name, number, [function](auto* to, auto& with) { return function(to, &with.device); },
        has<Pdu>([](const Pdu& sent) { return is(sent.device, "3001"); })};
}

std::vector<EncodeCase> version5_calls() {
    return {
        {"attClearConnection", 1,
         [](auto* to, auto& with) { return attClearConnection(to, DR_TONE_GENERATOR, &with.short_uui); },
         has<ATTV5ClearConnection_t>([](auto& sent) {
             return sent.dropResource == DR_TONE_GENERATOR && is_short(sent.userInfo);
         })},
        {"attConsultationCall", 2,
         [](auto* to, auto& with) { return attConsultationCall(to, &with.device, TRUE, &with.short_uui); },
         has<ATTV5ConsultationCall_t>([](auto& sent) {
             return is(sent.destRoute, "3001") && sent.priorityCalling == 1 && is_short(sent.userInfo);
         })},
        {"attMakeCall", 3,
         [](auto* to, auto& with) { return attMakeCall(to, &with.device, TRUE, &with.short_uui); },
         has<ATTV5MakeCall_t>([](auto& sent) {
             return is(sent.destRoute, "3001") && sent.priorityCalling == 1 && is_short(sent.userInfo);
         })},
        {"attDirectAgentCall", 4,
         [](auto* to, auto& with) { return attDirectAgentCall(to, &with.device, TRUE, &with.short_uui); },
         has<ATTV5DirectAgentCall_t>([](auto& sent) {
             return is(sent.split, "3001") && sent.priorityCalling == 1 && is_short(sent.userInfo);
         })},
        {"attMakePredictiveCall", 5,
         [](auto* to, auto& with) {
             return attMakePredictiveCall(to, TRUE, 7, AT_DROP, &with.device, &with.short_uui);
         },
         has<ATTV5MakePredictiveCall_t>([](auto& sent) {
             return sent.maxRings == 7 && sent.answerTreat == AT_DROP && is(sent.destRoute, "3001") &&
                    is_short(sent.userInfo);
         })},
        {"attSupervisorAssistCall", 6,
         [](auto* to, auto& with) { return attSupervisorAssistCall(to, &with.device, &with.short_uui); },
         has<ATTV5SupervisorAssistCall_t>([](auto& sent) {
             return is(sent.split, "3001") && is_short(sent.userInfo);
         })},
        {"attReconnectCall", 7,
         [](auto* to, auto& with) { return attReconnectCall(to, DR_NONE, &with.short_uui); },
         has<ATTV5ReconnectCall_t>([](auto& sent) {
             return sent.dropResource == DR_NONE && is_short(sent.userInfo);
         })},
        {"attRouteSelect", 43,
         [](auto* to, auto& with) {
             return attRouteSelect(
                 to, &with.device, nullptr, TRUE, &with.device, &with.collect, &with.provided, &with.short_uui
             );
         },
         has<ATTV5RouteSelect_t>([](auto& sent) {
             return is(sent.callingDevice, "3001") && is(sent.directAgentCallSplit, "") &&
                    sent.collectCode.digitsToBeCollected == 4 && is(sent.userProvidedCode.data, "4321") &&
                    is_short(sent.userInfo);
         })},
    };
}

std::vector<EncodeCase> version6_calls() {
    return {
        {"attV6ClearConnection", 108,
         [](auto* to, auto& with) { return attV6ClearConnection(to, DR_TONE_GENERATOR, &with.long_uui); },
         has<ATTClearConnection_t>([](auto& sent) {
             return sent.dropResource == DR_TONE_GENERATOR && is_long(sent.userInfo);
         })},
        {"attV6ConsultationCall", 109,
         [](auto* to, auto& with) { return attV6ConsultationCall(to, &with.device, TRUE, &with.long_uui); },
         has<ATTConsultationCall_t>([](auto& sent) {
             return is(sent.destRoute, "3001") && is_long(sent.userInfo);
         })},
        {"attV6MakeCall", 110,
         [](auto* to, auto& with) { return attV6MakeCall(to, &with.device, TRUE, &with.long_uui); },
         has<ATTMakeCall_t>([](auto& sent) { return is(sent.destRoute, "3001") && is_long(sent.userInfo); })},
        {"attV6MakeCall_bare", 110,
         [](auto* to, auto&) { return attV6MakeCall(to, nullptr, FALSE, nullptr); },
         has<ATTMakeCall_t>([](auto& sent) {
             return is(sent.destRoute, "") && sent.userInfo.type == UUI_NONE &&
                    sent.userInfo.data.length == 0;
         })},
        {"attV6DirectAgentCall", 111,
         [](auto* to, auto& with) { return attV6DirectAgentCall(to, &with.device, FALSE, &with.long_uui); },
         has<ATTDirectAgentCall_t>([](auto& sent) { return is(sent.split, "3001") && is_long(sent.userInfo); }
         )},
        {"attV6MakePredictiveCall", 112,
         [](auto* to, auto& with) {
             return attV6MakePredictiveCall(to, TRUE, 7, AT_DROP, &with.device, &with.long_uui);
         },
         has<ATTMakePredictiveCall_t>([](auto& sent) {
             return sent.maxRings == 7 && is(sent.destRoute, "3001") && is_long(sent.userInfo);
         })},
        {"attV6SupervisorAssistCall", 113,
         [](auto* to, auto& with) { return attV6SupervisorAssistCall(to, &with.device, &with.long_uui); },
         has<ATTSupervisorAssistCall_t>([](auto& sent) {
             return is(sent.split, "3001") && is_long(sent.userInfo);
         })},
        {"attV6ReconnectCall", 114,
         [](auto* to, auto& with) { return attV6ReconnectCall(to, DR_NONE, &with.long_uui); },
         has<ATTReconnectCall_t>([](auto& sent) {
             return sent.dropResource == DR_NONE && is_long(sent.userInfo);
         })},
        {"attV6RouteSelect", 116,
         [](auto* to, auto& with) {
             return attV6RouteSelect(
                 to, nullptr, &with.device, FALSE, nullptr, nullptr, nullptr, &with.long_uui
             );
         },
         has<ATTV6RouteSelect_t>([](auto& sent) {
             return is(sent.directAgentCallSplit, "3001") && is_long(sent.userInfo);
         })},
        {"attV7RouteSelect", 126,
         [](auto* to, auto& with) {
             return attV7RouteSelect(
                 to, nullptr, &with.device, FALSE, nullptr, nullptr, nullptr, &with.long_uui,
                 static_cast<ATTRedirectType_t>(1)
             );
         },
         has<ATTRouteSelect_t>([](auto& sent) {
             return is(sent.directAgentCallSplit, "3001") && is_long(sent.userInfo) && sent.redirectType == 1;
         })},
    };
}

std::vector<EncodeCase> agents_and_monitors() {
    return {
        {"attSetAgentState", 10, [](auto* to, auto&) { return attSetAgentState(to, WM_AUTO_IN); },
         has<ATTV4SetAgentState_t>([](auto& sent) { return sent.workMode == WM_AUTO_IN; })},
        {"attSetAgentStateExt", 87, [](auto* to, auto&) { return attSetAgentStateExt(to, WM_AUX_WORK, 9); },
         has<ATTV5SetAgentState_t>([](auto& sent) {
             return sent.workMode == WM_AUX_WORK && sent.reasonCode == 9;
         })},
        {"attV6SetAgentState", 102,
         [](auto* to, auto&) { return attV6SetAgentState(to, WM_AUX_WORK, 9, TRUE); },
         has<ATTSetAgentState_t>([](auto& sent) {
             return sent.workMode == WM_AUX_WORK && sent.reasonCode == 9 && sent.enablePending == 1;
         })},
        {"attQueryAgentState", 16, [](auto* to, auto& with) { return attQueryAgentState(to, &with.device); },
         has<ATTQueryAgentState_t>([](auto& sent) { return is(sent.split, "3001"); })},
        {"attMonitorFilter", 29, [](auto* to, auto&) { return attMonitorFilter(to, 0x80); },
         has<ATTV4MonitorFilter_t>([](auto& sent) { return sent.privateFilter == 0x80; })},
        {"attMonitorFilterExt", 92, [](auto* to, auto&) { return attMonitorFilterExt(to, 0x40); },
         has<ATTMonitorFilter_t>([](auto& sent) { return sent.privateFilter == 0x40; })},
        {"attMonitorCallsViaDevice", 144,
         [](auto* to, auto&) { return attMonitorCallsViaDevice(to, 0x40, TRUE); },
         has<ATTMonitorCallsViaDevice_t>([](auto& sent) {
             return sent.privateFilter == 0x40 && sent.flowPredictiveCallEvents == 1;
         })},
        {"attMonitorStopOnCall", 31,
         [](auto* to, auto& with) { return attMonitorStopOnCall(to, 5, &with.call); },
         has<ATTMonitorStopOnCall_t>([](auto& sent) {
             return sent.monitorCrossRefID == 5 && sent.call.callID == 77;
         })},
        {"attSysStat", 45, [](auto* to, auto&) { return attSysStat(to, TRUE); },
         has<ATTSysStat_t>([](auto& sent) { return sent.linkStatusReq == 1; })},
    };
}

std::vector<EncodeCase> escape_services() {
    return {
        {"attSendDTMFTone", 8,
         [](auto* to, auto& with) {
             return attSendDTMFTone(to, &with.call, &with.old_receivers, with.tones, 10, 5);
         },
         has<ATTV4SendDTMFTone_t>([](auto& sent) {
             return sent.sender.callID == 77 && is(sent.tones, "12#*") && sent.toneDuration == 10 &&
                    sent.pauseDuration == 5;
         })},
        {"attSendDTMFToneExt", 71,
         [](auto* to, auto& with) {
             return attSendDTMFToneExt(to, &with.call, &with.receivers, with.tones, 10, 5);
         },
         has<ATTSendDTMFTone_t>([](auto& sent) {
             return is(sent.tones, "12#*") && sent.receivers.count == 1 &&
                    sent.receivers.pParty[0].callID == 77;
         })},
        device_query<ATTQueryAcdSplit_t>("attQueryAcdSplit", 11, attQueryAcdSplit),
        device_query<ATTQueryAgentLogin_t>("attQueryAgentLogin", 13, attQueryAgentLogin),
        {"attQueryCallClassifier", 18, [](auto* to, auto&) { return attQueryCallClassifier(to); },
         has<ATTQueryCallClassifier_t>([](auto&) { return true; })},
        device_query<ATTQueryDeviceName_t>("attQueryDeviceName", 49, attQueryDeviceName),
        device_query<ATTQueryStationStatus_t>("attQueryStationStatus", 22, attQueryStationStatus),
        {"attQueryTimeOfDay", 24, [](auto* to, auto&) { return attQueryTimeOfDay(to); },
         has<ATTQueryTod_t>([](auto&) { return true; })},
        device_query<ATTQueryTg_t>("attQueryTrunkGroup", 26, attQueryTrunkGroup),
        {"attQueryUCID", 76, [](auto* to, auto& with) { return attQueryUCID(to, &with.call); },
         has<ATTQueryUcid_t>([](auto& sent) { return sent.call.callID == 77; })},
        {"attSingleStepConferenceCall", 65,
         [](auto* to, auto& with) {
             return attSingleStepConferenceCall(to, &with.call, &with.device, PT_SILENT, TRUE);
         },
         has<ATTSingleStepConferenceCall_t>([](auto& sent) {
             return sent.activeCall.callID == 77 && is(sent.deviceToBeJoin, "3001") &&
                    sent.participationType == PT_SILENT && sent.alertDestination == 1;
         })},
        {"attSingleStepTransferCall", 142,
         [](auto* to, auto& with) { return attSingleStepTransferCall(to, &with.call, &with.device); },
         has<ATTSingleStepTransferCall_t>([](auto& sent) {
             return sent.activeCall.callID == 77 && is(sent.transferredTo, "3001");
         })},
        {"attSelectiveListeningHold", 67,
         [](auto* to, auto& with) { return attSelectiveListeningHold(to, &with.call, TRUE, nullptr); },
         has<ATTSelectiveListeningHold_t>([](auto& sent) {
             return sent.subjectConnection.callID == 77 && sent.allParties == 1;
         })},
        {"attSelectiveListeningRetrieve", 69,
         [](auto* to, auto& with) {
             return attSelectiveListeningRetrieve(to, &with.call, FALSE, &with.party);
         },
         has<ATTSelectiveListeningRetrieve_t>([](auto& sent) {
             return sent.allParties == 0 && sent.selectedParty.callID == 77;
         })},
        {"attSetBillRate", 74,
         [](auto* to, auto& with) { return attSetBillRate(to, &with.call, BT_FLAT_RATE, 1.5F); },
         has<ATTSetBillRate_t>([](auto& sent) {
             return sent.billType == BT_FLAT_RATE && sent.billRate == 1.5F;
         })},
        {"attSetAdviceOfCharge", 99, [](auto* to, auto&) { return attSetAdviceOfCharge(to, TRUE); },
         has<ATTSetAdviceOfCharge_t>([](auto& sent) { return sent.featureFlag == 1; })},
    };
}

}  // namespace

std::vector<EncodeCase> all_encodings() {
    std::vector<EncodeCase> all;
    for (const auto& part : {version5_calls(), version6_calls(), agents_and_monitors(), escape_services()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

}  // namespace ctiengine::tsapi_standin::test
