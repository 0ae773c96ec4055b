// Encoders of libattpriv.so that note how they were called; a table.
#include "tests/unit/tsapi-worker/tsapi/fake_notes.hpp"

namespace ctiengine::tsapi::test {
namespace {

#define ROUTED(name, info_type)                                                                            \
    functions.name = [](ATTPrivateData_t*, DeviceID_t* route, Boolean priority, info_type* info) {         \
        return att(#name, shown(route), yes_or_no(priority, "priority", "normal"), shown_user_data(info)); \
    }
#define ASSISTED(name, info_type)                                                \
    functions.name = [](ATTPrivateData_t*, DeviceID_t* split, info_type* info) { \
        return att(#name, shown(split), shown_user_data(info));                  \
    }
#define CLEARING(name, info_type)                                                         \
    functions.name = [](ATTPrivateData_t*, ATTDropResource_t resource, info_type* info) { \
        return att(#name, shown(resource), shown_user_data(info));                        \
    }
#define PREDICTIVE(name, info_type)                                                                         \
    functions.name = [](ATTPrivateData_t*, Boolean priority, short rings, ATTAnswerTreat_t treatment,       \
                        DeviceID_t* route, info_type* info) {                                               \
        return att(                                                                                         \
            #name, yes_or_no(priority, "priority", "normal"), shown(rings), shown(treatment), shown(route), \
            shown_user_data(info)                                                                           \
        );                                                                                                  \
    }
#define ONE_DEVICE(name) \
    functions.name = [](ATTPrivateData_t*, DeviceID_t* device) { return att(#name, shown(device)); }
#define TONES(name, list_type)                                                                              \
    functions.name = [](ATTPrivateData_t*, ConnectionID_t* sender, list_type* receivers, char* digits,      \
                        short tone, short pause) {                                                          \
        return att(                                                                                         \
            #name, shown(sender), receivers->count == 0 ? "all" : "some", digits, shown(tone), shown(pause) \
        );                                                                                                  \
    }
#define LISTENING(name)                                                                                   \
    functions.name = [](ATTPrivateData_t*, ConnectionID_t* subject, Boolean all, ConnectionID_t* other) { \
        return att(#name, shown(subject), all ? "all" : shown(other));                                    \
    }

std::string shown_code(const ATTUserCollectCode_t* code) {
    if (!code) return "-";
    return std::to_string(code->type) + "/" + std::to_string(code->digitsToBeCollected) + "/" +
           std::to_string(code->timeout) + "/" + shown(&code->collectParty) + "/" +
           std::to_string(code->specificEvent);
}
std::string shown_code(const ATTUserProvidedCode_t* code) {
    return code ? std::to_string(code->type) + "/" + code->data : "-";
}
template <class Info>
RetCode_t route(
    const std::string& name,
    DeviceID_t* split,
    Boolean priority,
    DeviceID_t* to,
    ATTUserCollectCode_t* collect,
    ATTUserProvidedCode_t* provided,
    Info* info,
    const std::string& more = {}
) {
    return att(
        name, shown(split), yes_or_no(priority, "priority", "normal"), shown(to), shown_code(collect),
        shown_code(provided), shown_user_data(info) + more
    );
}

void set_new_calls(TsapiFunctions& functions) {
    ROUTED(attMakeCall, ATTV5UserToUserInfo_t);
    ROUTED(attV6MakeCall, ATTUserToUserInfo_t);
    ROUTED(attConsultationCall, ATTV5UserToUserInfo_t);
    ROUTED(attV6ConsultationCall, ATTUserToUserInfo_t);
    ROUTED(attDirectAgentCall, ATTV5UserToUserInfo_t);
    ROUTED(attV6DirectAgentCall, ATTUserToUserInfo_t);
    ASSISTED(attSupervisorAssistCall, ATTV5UserToUserInfo_t);
    ASSISTED(attV6SupervisorAssistCall, ATTUserToUserInfo_t);
    PREDICTIVE(attMakePredictiveCall, ATTV5UserToUserInfo_t);
    PREDICTIVE(attV6MakePredictiveCall, ATTUserToUserInfo_t);
}

void set_call_changes(TsapiFunctions& functions) {
    CLEARING(attClearConnection, ATTV5UserToUserInfo_t);
    CLEARING(attV6ClearConnection, ATTUserToUserInfo_t);
    CLEARING(attReconnectCall, ATTV5UserToUserInfo_t);
    CLEARING(attV6ReconnectCall, ATTUserToUserInfo_t);
    TONES(attSendDTMFTone, ATTV4ConnIDList_t);
    TONES(attSendDTMFToneExt, ATTConnIDList_t);
    LISTENING(attSelectiveListeningHold);
    LISTENING(attSelectiveListeningRetrieve);
    functions.attSingleStepConferenceCall = [](ATTPrivateData_t*, ConnectionID_t* active, DeviceID_t* joins,
                                               ATTParticipationType_t type, Boolean alert) {
        return att(
            "attSingleStepConferenceCall", shown(active), shown(joins), shown(type),
            yes_or_no(alert, "alert", "quiet")
        );
    };
    functions.attSingleStepTransferCall = [](ATTPrivateData_t*, ConnectionID_t* active, DeviceID_t* to) {
        return att("attSingleStepTransferCall", shown(active), shown(to));
    };
}

void set_agents_and_queries(TsapiFunctions& functions) {
    ONE_DEVICE(attQueryAgentState);
    ONE_DEVICE(attQueryAcdSplit);
    ONE_DEVICE(attQueryAgentLogin);
    ONE_DEVICE(attQueryDeviceName);
    ONE_DEVICE(attQueryStationStatus);
    functions.attQueryTimeOfDay = [](ATTPrivateData_t*) { return att("attQueryTimeOfDay"); };
    functions.attQueryUCID = [](ATTPrivateData_t*, ConnectionID_t* call) {
        return att("attQueryUCID", shown(call));
    };
    functions.attSetAgentState = [](ATTPrivateData_t*, ATTWorkMode_t mode) {
        return att("attSetAgentState", shown(mode));
    };
    functions.attSetAgentStateExt = [](ATTPrivateData_t*, ATTWorkMode_t mode, long reason) {
        return att("attSetAgentStateExt", shown(mode), shown(reason));
    };
    functions.attV6SetAgentState = [](ATTPrivateData_t*, ATTWorkMode_t mode, long reason, Boolean pending) {
        return att("attV6SetAgentState", shown(mode), shown(reason), yes_or_no(pending, "pending", "now"));
    };
}

void set_monitors(TsapiFunctions& functions) {
    functions.attMonitorFilter = [](ATTPrivateData_t*, ATTV4PrivateFilter_t filter) {
        return att("attMonitorFilter", shown(filter));
    };
    functions.attMonitorFilterExt = [](ATTPrivateData_t*, ATTPrivateFilter_t filter) {
        return att("attMonitorFilterExt", shown(filter));
    };
    functions.attMonitorCallsViaDevice = [](ATTPrivateData_t*, ATTPrivateFilter_t filter, Boolean flow) {
        return att("attMonitorCallsViaDevice", shown(filter), yes_or_no(flow, "predictive", "answered"));
    };
}

void set_routes(TsapiFunctions& functions) {
    functions.attRouteSelect = [](ATTPrivateData_t*, DeviceID_t*, DeviceID_t* split, Boolean priority,
                                  DeviceID_t* to, ATTUserCollectCode_t* collect,
                                  ATTUserProvidedCode_t* provided, ATTV5UserToUserInfo_t* info) {
        return route("attRouteSelect", split, priority, to, collect, provided, info);
    };
    functions.attV6RouteSelect = [](ATTPrivateData_t*, DeviceID_t*, DeviceID_t* split, Boolean priority,
                                    DeviceID_t* to, ATTUserCollectCode_t* collect,
                                    ATTUserProvidedCode_t* provided, ATTUserToUserInfo_t* info) {
        return route("attV6RouteSelect", split, priority, to, collect, provided, info);
    };
    functions.attV7RouteSelect = [](ATTPrivateData_t*, DeviceID_t*, DeviceID_t* split, Boolean priority,
                                    DeviceID_t* to, ATTUserCollectCode_t* collect,
                                    ATTUserProvidedCode_t* provided, ATTUserToUserInfo_t* info,
                                    ATTRedirectType_t redirect) {
        auto more = redirect == ATT_REDIRECT_NETWORK ? " network" : " vdn";
        return route("attV7RouteSelect", split, priority, to, collect, provided, info, more);
    };
}

}  // namespace

void set_att_functions(TsapiFunctions& functions) {
    set_new_calls(functions);
    set_call_changes(functions);
    set_agents_and_queries(functions);
    set_monitors(functions);
    set_routes(functions);
}

}  // namespace ctiengine::tsapi::test
