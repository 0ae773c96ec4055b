// The ACD at the end of an idle session. Part of Session.
#include "gateway/session/session.hpp"

namespace ctiengine::gateway {
namespace {

constexpr std::chrono::milliseconds kPatience{3000};  // for all of them; the attempt may fail

}  // namespace

/// Without a list of devices (a trusted network) a telephone is the user's own when he is called like it.
bool Session::is_own_telephone(const csta::Device& device) const {
    return softphone_.rights.devices.contains(device) || device == softphone_.user;
}

/// the engine tries. The station may be in a state that does not allow it; the session ends all the
/// same.
Task<void> Session::log_agents_out() {
    const auto agents = agents_.logged_in();
    const auto end = clock_.now() + kPatience;
    for (const auto& [device, agent] : agents) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - clock_.now());
        if (left.count() <= 0) break;
        csta::SetAgentState log_out;
        log_out.device = device;
        log_out.agent_id = agent;
        log_out.mode = csta::AgentMode::LogOut;
        CallContext call{left, softphone_.session_id + "/idle", softphone_.session_id};
        csta::Request request = std::move(log_out);
        const auto response = co_await link_.call(std::move(request), std::move(call));
        const auto* failure = std::get_if<csta::Failure>(&response);
        if (failure) {
            logging::warn(at({}), "agent at {} could not be logged out: {}", device, failure->detail);
        } else {
            logging::info(at({}), "agent at {} was logged out, because the session was idle", device);
        }
        record("agent logged out", {{"device", device}, {"done", failure ? "no" : "yes"}});
    }
}

}  // namespace ctiengine::gateway
