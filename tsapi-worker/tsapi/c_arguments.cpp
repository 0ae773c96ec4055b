#include "tsapi-worker/tsapi/c_arguments.hpp"

#include "tsapi-worker/tsapi/c_text.hpp"

namespace ctiengine::tsapi {

void CArguments::put(DeviceID_t& to, const csta::Device& from) {
    if (!put_text(to, from)) complain("device", from, sizeof(to));
}

void CArguments::put(ConnectionID_t& to, const csta::Connection& from) {
    to = {};
    to.callID = static_cast<long>(from.call);
    to.devIDType = from.dynamic ? DYNAMIC_ID : STATIC_ID;
    put(to.deviceID, from.device);
}

void CArguments::put_agent(AgentID_t& to, const std::string& from) {
    if (!put_text(to, from)) complain("agent ID", from, sizeof(to));
}

void CArguments::put_password(AgentPassword_t& to, const std::string& from) {
    if (!put_text(to, from)) complain("agent password", "(not shown)", sizeof(to));
}

void CArguments::put_number(
    const char* what, short& to, std::int32_t from, std::int32_t first, std::int32_t last
) {
    to = 0;
    if (from >= first && from <= last) {
        to = static_cast<short>(from);
    } else if (!refusal_) {
        refusal_ = out_of_range(
            std::string(what) + " " + std::to_string(from) + " is not from " + std::to_string(first) +
            " to " + std::to_string(last)
        );
    }
}

void CArguments::complain(const char* what, const std::string& text, std::size_t size) {
    if (refusal_) return;
    refusal_ = out_of_range(
        std::string(what) + " '" + text.substr(0, 80) + "' is longer than " + std::to_string(size - 1) +
        " characters, which is all the switch's interface can carry"
    );
}

}  // namespace ctiengine::tsapi
