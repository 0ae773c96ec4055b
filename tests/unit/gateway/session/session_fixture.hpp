#pragma once
#include "gateway/session/session.hpp"
#include "tests/fakes/fake_connection/fake_connection.hpp"
#include "tests/fakes/task_runner/task_runner.hpp"
#include "tests/unit/gateway/session/fake_license_gate.hpp"
#include "tests/unit/gateway/session/fake_link.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <optional>
#include <string>
#include <vector>

namespace ctiengine::gateway {

/// A clock that the test moves.
class MovedClock final : public Clock {
  public:
    std::chrono::steady_clock::time_point now() const override { return steady; }
    std::chrono::system_clock::time_point wall_now() const override { return wall; }
    void pass(std::chrono::seconds time) {
        steady += time;
        wall += time;
    }
    std::chrono::steady_clock::time_point steady{std::chrono::hours(1)};
    std::chrono::system_clock::time_point wall{std::chrono::hours(24 * 365 * 56)};
};

/// Proves what the test wants.
class ScriptedAuthenticator final : public identity::Authenticator {
  public:
    Task<Result<identity::Identity>> authenticate(identity::Credentials credentials) override {
        ++times;
        asked = std::move(credentials);
        co_return answer;
    }
    bool takes_tokens() const override { return true; }

    Result<identity::Identity> answer{
        identity::Identity{"ann", {identity::Role::Agent, {"4001"}, {"2001"}}, {}, "users"}};
    unsigned times = 0;
    identity::Credentials asked;  ///< the last ones
};

class KeptTrail final : public audit::AuditTrail {
  public:
    void record(audit::AuditEntry entry) noexcept override { entries.push_back(std::move(entry)); }
    std::vector<audit::AuditEntry> entries;
};

/// One session on a connection whose peer is the test, with a link that answers at once.
class SessionFixture : public ::testing::Test {
  protected:
    SessionFixture() {
        settings.requests_per_second = 1000;
        settings.request_burst = 1000;
        link_.answer = [this](const csta::Request& request) {
            asked.push_back(request);
            return answer;
        };
    }

    /// Log-ins a minute; before open().
    void set_rates(unsigned per_user, unsigned per_source) { rates_.emplace(per_user, per_source); }

    /// `bearer_token`: of the upgrade.
    void open(const std::string& bearer_token = {}) {
        connection_ = std::make_shared<testing::FakeConnection>(runner_.executor(), "csta-xml");
        connection_->known().bearer_token = bearer_token;
        session_ = std::make_shared<Session>(connection_, services_, settings);
        ended_ = runner_.start(session_->run());
    }
    /// Sends a message and gives what has been heard when everything that can happen has happened.
    std::string say(int invoke, const std::string& xml) {
        const auto before = connection_->heard.size();
        char digits[8];
        std::snprintf(digits, sizeof digits, "%04d", invoke);
        connection_->say(connection::Frame(digits + xml, false));
        runner_.run_until([&] { return connection_->heard.size() > before || connection_->closed; });
        runner_.poll();
        return connection_->heard.size() > before ? connection_->heard.back() : std::string();
    }
    std::string log_in(const std::string& user = "ann") { return say(1, log_in_text(user)); }
    std::string log_in_text(const std::string& user) const {
        return "<StartApplicationSession><applicationInfo><applicationID>x</"
               "applicationID><applicationSpecificInfo>"
               "<SessionLoginInfo><userName>" +
               user +
               "</userName><password>p</password></SessionLoginInfo></applicationSpecificInfo></"
               "applicationInfo>"
               "<requestedProtocolVersions><protocolVersion>http://www.ecma-international.org/standards/"
               "ecma-323/csta/"
               "ed3</protocolVersion></requestedProtocolVersions><requestedSessionDuration>180"
               "</requestedSessionDuration></StartApplicationSession>";
    }
    /// Resets the session timer; what the user does not do himself.
    std::string reset(int invoke, const std::string& token = {}) {
        const auto more = token.empty() ? "" : "<extensions><Token>" + token + "</Token></extensions>";
        return say(
            invoke, "<ResetApplicationSessionTimer><sessionID>" + session_id() +
                        "</sessionID><requestedSessionDuration>180</requestedSessionDuration>" + more +
                        "</ResetApplicationSessionTimer>"
        );
    }
    std::string session_id() const { return link_.sessions.empty() ? "" : link_.sessions.begin()->first; }
    void wait_end() {
        runner_.run_until([&] {
            return ended_.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
        });
    }
    std::vector<std::string> audited() const {
        std::vector<std::string> events;
        for (const auto& entry : trail_.entries) events.push_back(entry.event);
        return events;
    }

    testing::TaskRunner runner_;
    MovedClock clock_;
    FakeLink link_;
    SessionDirectory directory_;
    ScriptedAuthenticator authenticator_;
    KeptTrail trail_;
    refusals::RefusalBook refusals_{trail_};
    FakeLicenseGate licenses_;
    std::optional<admission::LogInRates> rates_{std::in_place, 1000, 1000};
    SessionServices services_{link_, clock_, directory_, authenticator_, refusals_, *rates_, licenses_};
    SessionSettings settings;
    csta::Response answer = csta::Done{};
    std::vector<csta::Request> asked;
    std::shared_ptr<testing::FakeConnection> connection_;
    std::shared_ptr<Session> session_;
    std::future<void> ended_;
};

}  // namespace ctiengine::gateway
