#pragma once
#include "gateway/worker_link/telephony_link.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <gtest/gtest.h>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <utility>

namespace ctiengine::gateway {

/// A switch that answers at once what the test wants.
class FakeLink final : public TelephonyLink {
  public:
    std::function<csta::Response(const csta::Request&)> answer = [](const csta::Request&) {
        return csta::Response(csta::Done{});
    };

    std::map<std::string, identity::Rights> sessions;

    /// Calls are answered one by one, by answer_next().
    bool keeps_calls_waiting = false;
    void answer_next() {
        ASSERT_FALSE(waiting_.empty()) << "nothing was asked";
        waiting_.front()->cancel();
        waiting_.pop_front();
    }

    Task<csta::Response> call(csta::Request request, CallContext) override {
        if (keeps_calls_waiting) {
            const auto executor = co_await boost::asio::this_coro::executor;
            auto turn = std::make_shared<boost::asio::steady_timer>(
                executor, boost::asio::steady_timer::time_point::max()
            );
            waiting_.push_back(turn);
            co_await turn->async_wait(as_result);
        }
        co_return answer(request);
    }
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

  private:
    std::deque<std::shared_ptr<boost::asio::steady_timer>> waiting_;
};

}  // namespace ctiengine::gateway
