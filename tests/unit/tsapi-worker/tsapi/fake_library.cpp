#include "tests/unit/tsapi-worker/tsapi/fake_library.hpp"

#include <cstring>
#include <stdexcept>

namespace ctiengine::tsapi::test {
namespace {

FakeLibrary* instance = nullptr;

std::string shown(const DeviceID_t* device) {
    return device ? std::string(*device) : "-";
}
std::string shown(const ConnectionID_t* connection) {
    return std::to_string(connection->callID) + "@" + connection->deviceID +
           (connection->devIDType == DYNAMIC_ID ? "(dynamic)" : "");
}
template <class Info>
std::string shown_user_data(const Info* info) {
    if (!info) return "-";
    return std::to_string(info->type) + ":" +
           std::string(reinterpret_cast<const char*>(info->data.value), info->data.length);
}

template <class... Parts>
RetCode_t note(RetCode_t result, const std::string& name, const Parts&... parts) {
    auto line = name;
    ((line += " " + parts), ...);
    FakeLibrary::current().calls.push_back(line);
    return result;
}
template <class... Parts>
RetCode_t csta(const std::string& name, PrivateData_t* data, const Parts&... parts) {
    return note(FakeLibrary::current().csta_result, name, parts..., std::string(data ? "private" : "plain"));
}
template <class... Parts>
RetCode_t att(const std::string& name, const Parts&... parts) {
    return note(FakeLibrary::current().att_result, name, parts...);
}

RetCode_t get_event(ACSHandle_t, void* buffer, unsigned short* size, PrivateData_t* data, unsigned short*) {
    auto& fake = FakeLibrary::current();
    ++fake.reads;
    if (fake.events.empty()) return ACSERR_BADHDL;
    const auto event = fake.events.front();
    if (event.event_bytes > *size) {
        *size = static_cast<unsigned short>(event.event_bytes);
        return ACSERR_UBUFSMALL;
    }
    if (event.private_bytes > data->length) return ACSERR_UBUFSMALL;  // and the size stays
    std::memset(buffer, event.fill, event.event_bytes);
    *size = static_cast<unsigned short>(event.event_bytes);
    std::memset(data->data, event.fill, event.private_bytes);
    data->length = static_cast<unsigned short>(event.private_bytes);
    fake.events.pop_front();
    return ACSPOSITIVE_ACK;
}

const char* acs_name(ACSUniversalFailure_t failure) {
    return failure == TSERVER_STREAM_FAILED ? "TSERVER_STREAM_FAILED" : "SOME_ACS_FAILURE";
}
const char* csta_name(CSTAUniversalFailure_t failure) {
    return failure == GENERIC_UNSPECIFIED ? "GENERIC_UNSPECIFIED" : "SOME_CSTA_FAILURE";
}

/// Two shapes that most functions of the API have.
#define ONE_CONNECTION(name)                                                                        \
    functions.name = [](ACSHandle_t, InvokeID_t, ConnectionID_t* connection, PrivateData_t* data) { \
        return csta(#name, data, shown(connection));                                                \
    }
#define TWO_CONNECTIONS(name)                                                                   \
    functions.name = [](ACSHandle_t, InvokeID_t, ConnectionID_t* first, ConnectionID_t* second, \
                        PrivateData_t* data) { return csta(#name, data, shown(first), shown(second)); }
#define ONE_DEVICE(name)                                                                    \
    functions.name = [](ACSHandle_t, InvokeID_t, DeviceID_t* device, PrivateData_t* data) { \
        return csta(#name, data, shown(device));                                            \
    }
#define ROUTED(name, info_type)                                                                       \
    functions.name = [](ATTPrivateData_t*, DeviceID_t* route, Boolean priority, info_type* info) {    \
        return att(                                                                                   \
            #name, shown(route), std::string(priority ? "priority" : "normal"), shown_user_data(info) \
        );                                                                                            \
    }
#define CLEARING(name, info_type)                                                \
    functions.name = [](ATTPrivateData_t*, ATTDropResource_t, info_type* info) { \
        return att(#name, shown_user_data(info));                                \
    }

void set_calls(TsapiFunctions& functions) {
    ONE_CONNECTION(cstaAnswerCall);
    ONE_CONNECTION(cstaClearCall);
    ONE_CONNECTION(cstaClearConnection);
    ONE_CONNECTION(cstaRetrieveCall);
    ONE_CONNECTION(cstaSnapshotCallReq);
    TWO_CONNECTIONS(cstaAlternateCall);
    TWO_CONNECTIONS(cstaReconnectCall);
    TWO_CONNECTIONS(cstaTransferCall);
    TWO_CONNECTIONS(cstaConferenceCall);
    ONE_DEVICE(cstaSnapshotDeviceReq);
    ONE_DEVICE(cstaQueryAgentState);
    functions.cstaHoldCall = [](ACSHandle_t, InvokeID_t, ConnectionID_t* call, Boolean, PrivateData_t* data) {
        return csta("cstaHoldCall", data, shown(call));
    };
    functions.cstaMakeCall = [](ACSHandle_t, InvokeID_t, DeviceID_t* from, DeviceID_t* to, PrivateData_t* data
                             ) { return csta("cstaMakeCall", data, shown(from), shown(to)); };
    functions.cstaConsultationCall = [](ACSHandle_t, InvokeID_t, ConnectionID_t* active, DeviceID_t* to,
                                        PrivateData_t* data) {
        return csta("cstaConsultationCall", data, shown(active), shown(to));
    };
}

void set_others(TsapiFunctions& functions) {
    functions.cstaMonitorDevice = [](ACSHandle_t, InvokeID_t, DeviceID_t* device, CSTAMonitorFilter_t* filter,
                                     PrivateData_t* data) {
        bool everything = filter->call == 0 && filter->agent == 0 && filter->privateFilter == 0;
        return csta("cstaMonitorDevice", data, shown(device), std::string(everything ? "all" : "filtered"));
    };
    functions.cstaMonitorStop = [](ACSHandle_t, InvokeID_t, CSTAMonitorCrossRefID_t id, PrivateData_t* data) {
        return csta("cstaMonitorStop", data, std::to_string(id));
    };
    functions.cstaSysStatReq = [](ACSHandle_t, InvokeID_t, PrivateData_t* data) {
        return csta("cstaSysStatReq", data);
    };
    functions.cstaSysStatStart = [](ACSHandle_t, InvokeID_t, SystemStatusFilter_t filter, PrivateData_t* data
                                 ) { return csta("cstaSysStatStart", data, std::to_string(filter)); };
    functions.cstaEscapeService = [](ACSHandle_t, InvokeID_t, PrivateData_t* data) {
        return csta("cstaEscapeService", data);
    };
    functions.cstaSetAgentState = [](ACSHandle_t, InvokeID_t, DeviceID_t* device, AgentMode_t mode,
                                     AgentID_t* agent, AgentGroup_t* group, AgentPassword_t* password,
                                     PrivateData_t* data) {
        return csta(
            "cstaSetAgentState", data, shown(device), std::to_string(mode), std::string(*agent),
            std::string(*group), std::string(*password)
        );
    };
}

void set_encoders(TsapiFunctions& functions) {
    ROUTED(attMakeCall, ATTV5UserToUserInfo_t);
    ROUTED(attV6MakeCall, ATTUserToUserInfo_t);
    ROUTED(attConsultationCall, ATTV5UserToUserInfo_t);
    ROUTED(attV6ConsultationCall, ATTUserToUserInfo_t);
    CLEARING(attClearConnection, ATTV5UserToUserInfo_t);
    CLEARING(attV6ClearConnection, ATTUserToUserInfo_t);
    CLEARING(attReconnectCall, ATTV5UserToUserInfo_t);
    CLEARING(attV6ReconnectCall, ATTUserToUserInfo_t);
    functions.attSetAgentState = [](ATTPrivateData_t*, ATTWorkMode_t mode) {
        return att("attSetAgentState", std::to_string(mode));
    };
    functions.attSetAgentStateExt = [](ATTPrivateData_t*, ATTWorkMode_t mode, long reason) {
        return att("attSetAgentStateExt", std::to_string(mode), std::to_string(reason));
    };
    functions.attV6SetAgentState = [](ATTPrivateData_t*, ATTWorkMode_t mode, long reason, Boolean pending) {
        return att(
            "attV6SetAgentState", std::to_string(mode), std::to_string(reason),
            std::string(pending ? "pending" : "now")
        );
    };
    functions.attQueryAgentState = [](ATTPrivateData_t*, DeviceID_t* split) {
        return att("attQueryAgentState", shown(split));
    };
    functions.attQueryUCID = [](ATTPrivateData_t*, ConnectionID_t* call) {
        return att("attQueryUCID", shown(call));
    };
}

}  // namespace

FakeLibrary::FakeLibrary() {
    if (instance) throw std::logic_error("one fake library at a time");
    instance = this;
}

FakeLibrary::~FakeLibrary() {
    instance = nullptr;
}

FakeLibrary& FakeLibrary::current() {
    return *instance;
}

TsapiFunctions FakeLibrary::functions() const {
    TsapiFunctions functions;
    functions.acsGetEventBlock = &get_event;
    functions.acsErrorString = &acs_name;
    functions.cstaErrorString = &csta_name;
    set_calls(functions);
    set_others(functions);
    set_encoders(functions);
    return functions;
}

}  // namespace ctiengine::tsapi::test
