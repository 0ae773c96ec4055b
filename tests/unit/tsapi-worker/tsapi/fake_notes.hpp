#pragma once
#include "tests/unit/tsapi-worker/tsapi/fake_library.hpp"

/// How the functions of the fake library note their calls.
namespace ctiengine::tsapi::test {

inline std::string shown(const DeviceID_t* device) {
    return device ? std::string(*device) : "-";
}
inline std::string shown(const ConnectionID_t* connection) {
    return std::to_string(connection->callID) + "@" + connection->deviceID +
           (connection->devIDType == DYNAMIC_ID ? "(dynamic)" : "");
}
inline std::string shown(long number) {
    return std::to_string(number);
}
inline std::string yes_or_no(Boolean value, const char* yes, const char* no) {
    return value ? yes : no;
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
    ((line += " " + std::string(parts)), ...);
    FakeLibrary::current().calls.push_back(line);
    return result;
}
template <class... Parts>
RetCode_t csta(const std::string& name, PrivateData_t* data, const Parts&... parts) {
    return note(FakeLibrary::current().csta_result, name, parts..., data ? "private" : "plain");
}
template <class... Parts>
RetCode_t att(const std::string& name, const Parts&... parts) {
    return note(FakeLibrary::current().att_result, name, parts...);
}

void set_csta_functions(TsapiFunctions& functions);
void set_att_functions(TsapiFunctions& functions);

}  // namespace ctiengine::tsapi::test
