// The att... functions write the message number and layout of their version; attPrivateData reads any.
#include "simulator/wire/att.hpp"
#include "tests/unit/simulator/tsapi_standin/stream_fixture.hpp"

#include <functional>
#include <string>
#include <vector>

namespace ctiengine::tsapi_standin::test {
namespace {

std::string version_string(const char* requested) {
    char out[32] = "untouched";
    const auto result = attMakeVersionString(const_cast<char*>(requested), out);
    if (result <= 0) return std::to_string(result);
    EXPECT_EQ(static_cast<std::size_t>(result), std::strlen(out));
    return out;
}

TEST(AttPrivateData, NegotiatesVersions) {
    EXPECT_EQ(version_string("2-9"), "ECS#2-9");
    EXPECT_EQ(version_string("3-19"), "ECS#3-9");
    EXPECT_EQ(version_string("6:8:11"), "ECS#6:8");
    EXPECT_EQ(version_string("10-12"), "0");
    EXPECT_EQ(version_string("none"), std::to_string(ACSERR_BADPARAMETER));
    EXPECT_EQ(attMakeVersionString(nullptr, nullptr), ACSERR_BADPARAMETER);
}

struct Arguments {
    DeviceID_t device{};
    ConnectionID_t call{};
    ConnectionID_t party{};
    ATTV5UserToUserInfo_t short_uui{};
    ATTUserToUserInfo_t long_uui{};
    ATTV4ConnIDList_t old_receivers{};
    ATTConnIDList_t receivers{};
    ATTUserCollectCode_t collect{};
    ATTUserProvidedCode_t provided{};
    char tones[5] = "12#*";

    Arguments() {
        set(device, "3001");
        call.callID = 77;
        set(call.deviceID, "3002");
        party = call;
        short_uui.type = UUI_IA5_ASCII;
        short_uui.data.length = 3;
        std::memcpy(short_uui.data.value, "abc", 3);
        long_uui.type = UUI_USER_SPECIFIC;
        long_uui.data.length = 96;
        std::memset(long_uui.data.value, 'u', 96);
        receivers.count = 1;
        receivers.pParty = &party;
        collect.type = UC_TONE_DETECTOR;
        collect.digitsToBeCollected = 4;
        provided.type = UP_DATA_BASE_PROVIDED;
        set(provided.data, "4321");
    }
};

using Private = ATTPrivateData_t;
using Check = std::function<bool(const wire::OwnedPdu&)>;
struct EncodeCase {
    const char* name;
    int number;
    std::function<RetCode_t(Private*, Arguments&)> encode;
    Check check;
};

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

TEST(AttPrivateData, IsWrittenByEveryFunctionInItsOwnLayout) {
    Arguments arguments;
    std::size_t functions = 0;
    for (const auto& part : {version5_calls(), version6_calls(), agents_and_monitors(), escape_services()}) {
        for (const auto& row : part) {
            SCOPED_TRACE(row.name);
            Private data{};
            ASSERT_EQ(row.encode(&data, arguments), ACSPOSITIVE_ACK);
            EXPECT_STREQ(data.vendor, "ECS");
            const auto* bytes = reinterpret_cast<const std::uint8_t*>(data.data);
            const auto pdu = wire::decode_att(std::span(bytes, data.length));
            ASSERT_TRUE(pdu) << pdu.error();
            EXPECT_EQ(pdu.type(), row.number);
            EXPECT_TRUE(row.check(pdu));
            EXPECT_EQ(row.encode(nullptr, arguments), ACSERR_BADPARAMETER);
            if (std::string(row.name).find('_') == std::string::npos) ++functions;
        }
    }
    EXPECT_EQ(functions, 42U) << "attpriv.h has 42 functions that encode one message";
}

TEST(AttPrivateData, IsNotWrittenFromBadParameters) {
    Arguments with;
    Private data{};
    with.short_uui.data.length = 34;  // one more than fits
    EXPECT_EQ(attMakeCall(&data, nullptr, FALSE, &with.short_uui), ACSERR_BADPARAMETER);
    with.receivers.pParty = nullptr;
    EXPECT_EQ(attSendDTMFToneExt(&data, &with.call, &with.receivers, with.tones, 0, 0), ACSERR_BADPARAMETER);
    with.old_receivers.count = ATT_MAX_RECEIVERS + 1;
    EXPECT_EQ(attSendDTMFTone(&data, &with.call, &with.old_receivers, with.tones, 0, 0), ACSERR_BADPARAMETER);
    std::string many(40, '1');
    EXPECT_EQ(attSendDTMFToneExt(&data, &with.call, nullptr, many.data(), 0, 0), ACSERR_BADPARAMETER);
    EXPECT_EQ(attQueryUCID(&data, nullptr), ACSERR_BADPARAMETER);
    EXPECT_EQ(attSelectiveListeningHold(&data, &with.call, FALSE, nullptr), ACSERR_BADPARAMETER);
    EXPECT_EQ(encodePrivate(9999, &with.call, &data), ACSERR_BADPARAMETER);
    EXPECT_EQ(encodePrivate(-1, &with.call, &data), ACSERR_BADPARAMETER);
    EXPECT_EQ(data.length, 0);
}

TEST(AttPrivateData, IsReadBackAsAnEvent) {
    Private data{};
    ATTLinkStatus_t links[2] = {{1, LS_LINK_UP}, {2, LS_LINK_DOWN}};
    ATTLinkStatusEvent_t status{2, links};
    ASSERT_EQ(encodePrivate(ATT_LINK_STATUS, &status, &data), ACSPOSITIVE_ACK);
    const auto event = std::make_unique<ATTEvent_t>();
    ASSERT_EQ(attPrivateData(&data, event.get()), ACSPOSITIVE_ACK);
    EXPECT_EQ(event->eventType, ATT_LINK_STATUS);
    ASSERT_EQ(event->u.linkStatus.count, 2U);
    const auto* list = reinterpret_cast<const char*>(event->u.linkStatus.pLinkStatus);
    EXPECT_GE(list, event->heap);
    EXPECT_LT(list, event->heap + sizeof event->heap);
    EXPECT_EQ(event->u.linkStatus.pLinkStatus[1].linkState, LS_LINK_DOWN);
}

TEST(AttPrivateData, IsNotReadFromWhatIsNone) {
    Private data{};
    ATTEvent_t event{};
    EXPECT_EQ(attPrivateData(nullptr, &event), ACSERR_BADPARAMETER);
    EXPECT_EQ(attPrivateData(&data, nullptr), ACSERR_BADPARAMETER);
    EXPECT_EQ(attPrivateData(&data, &event), ACSERR_BADPARAMETER);  // nothing in it
    ASSERT_EQ(attSysStat(&data, TRUE), ACSPOSITIVE_ACK);
    set(data.vendor, "SOMEBODY");
    EXPECT_EQ(attPrivateData(&data, &event), ACSERR_BADPARAMETER);
    set(data.vendor, ATT_VENDOR_STRING);
    EXPECT_EQ(attPrivateData(&data, &event), ACSPOSITIVE_ACK);
    --data.length;
    EXPECT_EQ(attPrivateData(&data, &event), ACSERR_UNKNOWN);
    data.length = sizeof data.data + 1;
    EXPECT_EQ(attPrivateData(&data, &event), ACSERR_BADPARAMETER);
}

TEST(AttPrivateData, SaysWhenItsListsDoNotFit) {
    std::vector<ATTLinkStatus_t> links(150);  // 6 bytes each in private data, 8 in the event's heap
    ATTLinkStatusEvent_t status{150, links.data()};
    Private data{};
    ASSERT_EQ(encodePrivate(ATT_LINK_STATUS, &status, &data), ACSPOSITIVE_ACK);
    ATTEvent_t event{};
    EXPECT_EQ(attPrivateData(&data, &event), ACSERR_UBUFSMALL);
}

}  // namespace
}  // namespace ctiengine::tsapi_standin::test
