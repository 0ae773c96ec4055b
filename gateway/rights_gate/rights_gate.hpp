#pragma once
#include "common/rights/rights.hpp"
#include "gateway/worker_link/telephony_link.hpp"

#include <functional>

namespace ctiengine::gateway {

/// The link to the switch as one session may use it: every request passes the rights of its user, so no
/// handler can forget to ask. What is denied never leaves the gateway. Belongs to the session's strand.
class RightsGate final : public TelephonyLink {
  public:
    /// Told of each denial: the service's object in words.
    using Denied = std::function<void(const std::string& what)>;

    /// Told of each answer of the switch to a request about an agent.
    using AgentAnswered = std::function<void(const csta::Request& request, const csta::Response& response)>;

    /// `below` and `rights` outlive the gate; `rights` may change at any time.
    RightsGate(
        TelephonyLink& below, const identity::Rights& rights, Denied denied, AgentAnswered agent_answered
    )
        : below_(below),
          rights_(rights),
          denied_(std::move(denied)),
          agent_answered_(std::move(agent_answered)) {}

    /// Answers PrivilegeViolationOnSpecifiedDevice for what the user may not do. Where a call is the object,
    /// the switch is asked first who is in it.
    Task<csta::Response> call(csta::Request request, CallContext context) override;
    Task<csta::Response> watch(
        csta::MonitorObject object, std::shared_ptr<DeviceListener> listener, CallContext context
    ) override;

    // Ending what was begun needs no right.
    Task<csta::Response> unwatch(
        csta::MonitorObject object, std::shared_ptr<DeviceListener> listener, CallContext context
    ) override {
        return below_.unwatch(std::move(object), std::move(listener), std::move(context));
    }
    void forget(std::shared_ptr<DeviceListener> listener) override { below_.forget(std::move(listener)); }
    void open_session(std::string session_id, std::string user, identity::Rights rights) override {
        below_.open_session(std::move(session_id), std::move(user), std::move(rights));
    }
    void close_session(std::string session_id) override { below_.close_session(std::move(session_id)); }
    void watch_system(std::shared_ptr<DeviceListener> listener) override {
        below_.watch_system(std::move(listener));
    }

  private:
    Task<std::optional<csta::Failure>> refusal_of(csta::Request request, CallContext context);
    Task<csta::Response> first_answer(csta::Request request, CallContext context);
    csta::Failure denied(const rights::Denial& denial);

    TelephonyLink& below_;
    const identity::Rights& rights_;
    Denied denied_;
    AgentAnswered agent_answered_;
};

}  // namespace ctiengine::gateway
