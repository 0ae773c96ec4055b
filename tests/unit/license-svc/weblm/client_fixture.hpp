#pragma once
#include "license-svc/weblm/weblm_client.hpp"
#include "tests/fakes/license_client/heard_events.hpp"
#include "tests/fakes/task_runner/task_runner.hpp"
#include "tests/unit/license-svc/weblm/scripted_server.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <gtest/gtest.h>

namespace ctiengine::license::testing {

/// A client of two scripted servers on a clock that stands still unless a test moves it.
class ClientFixture : public ::testing::Test {
  protected:
    ClientFixture() {
        settings_.client = {"cte-host1", "start-1", 17, "CTI_Engine", "4.5", {}};
        settings_.demand = {"VALUE_AESO_OPEN_USERS", 100, "FEAT_AESO_BASE", "FEAT_AESO_CALLCENTER"};
        settings_.jitter = [] { return 0.0; };
        settings_.new_request_id = [this] { return "r-" + std::to_string(++ids_); };
    }
    ~ClientFixture() override { stop(); }

    /// Starts the client, with the first `servers` of the two.
    void start(std::size_t servers = 1) {
        WeblmClient::Providers providers;
        for (auto* server : {&first_, &second_}) {
            if (providers.size() < servers)
                providers.push_back(std::make_unique<ScriptedProvider>(*server, clock_, sleeper_));
        }
        client_ = std::make_unique<WeblmClient>(settings_, std::move(providers), clock_, sleeper_, heard_);
        running_ = true;
        boost::asio::co_spawn(
            runner_.executor(), client_->run(),
            boost::asio::bind_cancellation_slot(
                cancel_.slot(), [this](const std::exception_ptr&) { running_ = false; }
            )
        );
        runner_.poll();
    }

    void stop() {
        cancel_.emit(boost::asio::cancellation_type::terminal);
        runner_.poll();
    }

    /// Lets time pass, from one wake-up to the next.
    void pass(std::chrono::nanoseconds span) {
        const auto end = clock_.now() + span;
        while (clock_.now() < end) {
            const auto next = std::min(sleeper_.next().value_or(end), end);
            sleeper_.advance(next - clock_.now());
            runner_.poll();
        }
    }

    ctiengine::testing::ManualClock clock_;
    ManualSleeper sleeper_{clock_};
    ScriptedServer first_{"https://first/"};
    ScriptedServer second_{"https://second/"};
    HeardEvents heard_;
    WeblmClientSettings settings_;
    int ids_ = 0;
    std::unique_ptr<WeblmClient> client_;
    ctiengine::testing::TaskRunner runner_;  // after what its coroutines use
    boost::asio::cancellation_signal cancel_;
    bool running_ = false;
};

}  // namespace ctiengine::license::testing
