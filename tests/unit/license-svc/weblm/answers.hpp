#pragma once
#include "common/weblm_messages/messages.hpp"

#include <optional>
#include <string>

/// Answers of a licence server, as the tests of this room need them.
namespace ctiengine::license::testing {

inline weblm::Grant seats(std::string keyword, std::uint32_t requested, std::uint32_t granted) {
    weblm::Grant grant;
    grant.keyword = std::move(keyword);
    grant.requested = requested;
    grant.granted = granted;
    return grant;
}

inline weblm::Grant flag(std::string keyword, bool on = true) {
    weblm::Grant grant;
    grant.keyword = std::move(keyword);
    grant.on = on;
    return grant;
}

inline weblm::Response refusal(weblm::ResultCode code, std::string text = {}) {
    weblm::Response response;
    response.server_id = "weblm-1";
    response.server_time = 1'767'230'000;
    response.code = code;
    response.text = std::move(text);
    return response;
}

/// A grant of `granted` out of 100 users, call center included; a lease of 600 s to be renewed after 180 s.
inline weblm::Response grant_of(std::uint32_t granted = 100) {
    auto response = refusal(granted < 100 ? weblm::ResultCode::Partial : weblm::ResultCode::Ok);
    response.session = "s-1";
    response.lease = std::chrono::seconds(600);
    response.renew = std::chrono::seconds(180);
    response.grants = {
        seats("VALUE_AESO_OPEN_USERS", 100, granted), flag("FEAT_AESO_BASE"), flag("FEAT_AESO_CALLCENTER")};
    return response;
}

}  // namespace ctiengine::license::testing
