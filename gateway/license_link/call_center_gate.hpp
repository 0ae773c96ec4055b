#pragma once
#include "gateway/license_link/license_gate.hpp"
#include "gateway/worker_link/telephony_link.hpp"

namespace ctiengine::gateway {

/// The link to the switch as the licence allows it: without the call-center flag agents cannot be logged in
/// to the ACD nor their state be changed or asked for. To log an agent out is never refused. Any
/// thread.
class CallCenterGate final : public TelephonyLink {
  public:
    /// Both outlive the gate.
    CallCenterGate(TelephonyLink& below, const LicenseGate& licenses) : below_(below), licenses_(licenses) {}

    Task<csta::Response> call(csta::Request request, CallContext context) override;

    Task<csta::Response> watch(
        csta::MonitorObject object, std::shared_ptr<DeviceListener> listener, CallContext context
    ) override {
        return below_.watch(std::move(object), std::move(listener), std::move(context));
    }
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
    TelephonyLink& below_;
    const LicenseGate& licenses_;
};

}  // namespace ctiengine::gateway
