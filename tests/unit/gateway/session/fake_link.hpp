#pragma once
#include "gateway/worker_link/telephony_link.hpp"

#include <functional>
#include <map>
#include <utility>

namespace ctiengine::gateway {

/// A switch that answers at once what the test wants.
class FakeLink final : public TelephonyLink {
  public:
    std::function<csta::Response(const csta::Request&)> answer = [](const csta::Request&) {
        return csta::Response(csta::Done{});
    };

    std::map<std::string, identity::Rights> sessions;

    Task<csta::Response> call(csta::Request request, CallContext) override { co_return answer(request); }
    Task<csta::Response> watch(csta::MonitorObject, std::shared_ptr<DeviceListener>, CallContext) override {
        co_return csta::Done{};
    }
    Task<csta::Response> unwatch(csta::MonitorObject, std::shared_ptr<DeviceListener>, CallContext) override {
        co_return csta::Done{};
    }
    void forget(std::shared_ptr<DeviceListener>) override {}
    void open_session(std::string id, std::string, identity::Rights rights) override {
        sessions[id] = rights;
    }
    void close_session(std::string id) override { sessions.erase(id); }
    void watch_system(std::shared_ptr<DeviceListener>) override {}
};

}  // namespace ctiengine::gateway
