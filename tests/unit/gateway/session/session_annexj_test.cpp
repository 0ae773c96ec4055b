// What a client with annex J framing is told before its connection ends, and what it gets instead of an
// answer that no frame can carry.
#include "common/annexj/header.hpp"
#include "common/identity/trusted_network.hpp"
#include "gateway/session/session.hpp"
#include "tests/fakes/fake_connection/fake_connection.hpp"
#include "tests/fakes/task_runner/task_runner.hpp"
#include "tests/unit/gateway/session/fake_license_gate.hpp"
#include "tests/unit/gateway/session/fake_link.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;
using connection::CloseCode;
using connection::Frame;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

class StoppedClock final : public Clock {
  public:
    std::chrono::steady_clock::time_point now() const override { return {}; }
    std::chrono::system_clock::time_point wall_now() const override { return {}; }
};

constexpr auto kLogIn =
    "<StartApplicationSession><applicationInfo><applicationID>x</applicationID><applicationSpecificInfo>"
    "<SessionLoginInfo><userName>x</userName></SessionLoginInfo></applicationSpecificInfo></applicationInfo>"
    "<requestedProtocolVersions><protocolVersion>http://www.ecma-international.org/standards/ecma-323/csta/"
    "ed3"
    "</protocolVersion></requestedProtocolVersions><requestedSessionDuration>180</requestedSessionDuration>"
    "</StartApplicationSession>";

class AnnexJSession : public ::testing::Test {
  protected:
    void open(const std::string& subprotocol, SessionSettings settings = {}) {
        connection_ = std::make_shared<testing::FakeConnection>(runner_.executor(), subprotocol);
        session_ = std::make_shared<Session>(connection_, services_, settings);
        ended_ = runner_.start(session_->run());
    }
    void say(std::uint16_t invoke, const std::string& xml) {
        connection_->say(Frame(*annexj::make_frame(invoke, xml), true));
    }
    void wait_heard(std::size_t messages) {
        runner_.run_until([&] { return connection_->heard.size() >= messages; });
    }
    void wait_end() {
        runner_.run_until([&] { return ended_.wait_for(0s) == std::future_status::ready; });
    }

    testing::TaskRunner runner_;
    StoppedClock clock_;
    FakeLink link_;
    SessionDirectory directory_;
    identity::TrustedNetwork authenticator_;
    audit::NoAudit audit_;
    refusals::RefusalBook refusals_{audit_};
    admission::LogInRates rates_{1000, 1000};
    FakeLicenseGate licenses_;
    SessionServices services_{link_, clock_, directory_, authenticator_, refusals_, rates_, licenses_};
    std::shared_ptr<testing::FakeConnection> connection_;
    std::shared_ptr<Session> session_;
    std::future<void> ended_;
};

TEST_F(AnnexJSession, TellsWhatIsWrongWithAStreamThatCannotBeCut) {
    open("csta-xml-annexj");
    connection_->say(Error{Errc::ProtocolViolation, "the length field says 3"});
    wait_end();
    ASSERT_EQ(connection_->heard.size(), 1U);
    EXPECT_THAT(connection_->heard[0].substr(4), StartsWith("9999"));
    EXPECT_THAT(connection_->heard[0], HasSubstr("<operation>invalidParameterValue</operation>"));
    EXPECT_THAT(connection_->heard[0], HasSubstr("the length field says 3"));
    EXPECT_EQ(connection_->closed, CloseCode::ProtocolError);
}

TEST_F(AnnexJSession, SaysNothingToAPeerThatIsGone) {
    open("csta-xml-annexj");
    connection_->say(Error{Errc::Io, "reset"});
    wait_end();
    EXPECT_THAT(connection_->heard, IsEmpty());
}

TEST_F(AnnexJSession, TellsOfABrokenFrameOverWebSocketToo) {
    open("csta-xml-annexj");
    connection_->say(Frame("\0\0\0\x40"s + "0001<A/>", true));
    wait_end();
    ASSERT_EQ(connection_->heard.size(), 1U);
    EXPECT_THAT(connection_->heard[0], HasSubstr("the length field says 64, the frame has 12 bytes"));
    EXPECT_EQ(connection_->closed, CloseCode::ProtocolError);
}

TEST_F(AnnexJSession, LeavesTheWordsToTheCloseFrameWhereThereIsOne) {
    open("csta-xml");
    connection_->say(Frame("<A/>", false));
    wait_end();
    EXPECT_THAT(connection_->heard, IsEmpty());
    EXPECT_EQ(connection_->closed, CloseCode::InvalidPayload);
}

TEST_F(AnnexJSession, AnswersAnErrorInsteadOfWhatNoFrameCanCarry) {
    link_.answer = [](const csta::Request&) {
        csta::DeviceSnapshot huge;
        for (std::uint32_t call = 1; call <= 1000; ++call) {
            csta::DeviceCall entry;
            entry.connection.call = call;
            entry.connection.device = "4001";
            huge.calls.push_back(entry);
        }
        return csta::Response(huge);
    };
    open("csta-xml-annexj");
    say(1, kLogIn);
    say(2, "<SnapshotDevice><snapshotObject>4001</snapshotObject></SnapshotDevice>");
    wait_heard(2);
    const auto& answer = connection_->heard[1];
    EXPECT_EQ(answer.substr(4, 4), "0002") << "with the invoke ID of the request";
    EXPECT_THAT(answer, HasSubstr("<systemResourceAvailibility>resourceLimitExceeded"));
    EXPECT_THAT(answer, HasSubstr("carries 65527"));
    say(3, "<MonitorStop><monitorCrossRefID>1</monitorCrossRefID></MonitorStop>");
    wait_heard(3);
    EXPECT_FALSE(connection_->closed) << "the session goes on";
    connection_->say(Error{Errc::Closed, "bye"});
    wait_end();
}

TEST_F(AnnexJSession, EndsAPeerThatNeverLogsIn) {
    SessionSettings settings;
    settings.log_in_limit = 0s;
    open("csta-xml-annexj", settings);
    wait_end();
    ASSERT_EQ(connection_->heard.size(), 1U);
    EXPECT_THAT(connection_->heard[0], HasSubstr("no session was started in time"));
    EXPECT_EQ(connection_->closed, CloseCode::PolicyViolation);
}

}  // namespace
}  // namespace ctiengine::gateway
