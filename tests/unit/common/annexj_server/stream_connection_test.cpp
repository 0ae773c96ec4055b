#include "common/annexj/header.hpp"
#include "tests/unit/common/annexj_server/echo_port.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::annexj_server {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;
using annexj::make_frame;
using ctiengine::testing::deadline_in;
using ctiengine::testing::Got;
using ctiengine::testing::TlsSocket;

/// Every case on a plain port and on one with TLS.
class AnnexJPort : public ::testing::TestWithParam<bool> {};

INSTANTIATE_TEST_SUITE_P(Forms, AnnexJPort, ::testing::Values(false, true), [](const auto& row) {
    return row.param ? "Tls" : "Tcp";
});

TEST_P(AnnexJPort, EchoesFramesHoweverTheyAreCut) {
    EchoPort port(GetParam());
    const auto stream =
        *make_frame(1, "<A/>") + *make_frame(2, std::string(5000, 'x')) + *make_frame(3, "<B/>");
    for (const std::size_t piece :
         {std::size_t{1}, std::size_t{7}, std::size_t{8}, std::size_t{3000}, stream.size()}) {
        auto client = port.connect();
        for (std::size_t at = 0; at < stream.size(); at += piece) {
            client->write(stream.substr(at, piece), deadline_in(10s));
        }
        EXPECT_EQ(read_bytes(*client, stream.size()), stream) << "in pieces of " << piece;
    }
}

TEST_P(AnnexJPort, EchoesTheLongestFrame) {
    EchoPort port(GetParam());
    auto client = port.connect();
    const auto longest = *make_frame(1, std::string(annexj::kLongestContent, 'x'));
    client->write(longest, deadline_in(10s));
    EXPECT_EQ(read_bytes(*client, longest.size()), longest);
}

TEST_P(AnnexJPort, TellsThePeerOfABrokenFrameBeforeItEnds) {
    EchoPort port(GetParam());
    auto client = port.connect();
    client->write("\0\0\0\x03"s + "0001 and more that nobody reads", deadline_in(10s));
    const auto [said, end] = read_to_end(*client);
    EXPECT_EQ(said, "told");
    EXPECT_EQ(end, Got::End) << "the end is polite, so that the last words arrive";
    EXPECT_EQ(port.end_of_session().code, Errc::ProtocolViolation);
    EXPECT_TRUE(port.last_send());
}

TEST_P(AnnexJPort, RefusesAFrameOverTheLimitByItsHeader) {
    auto settings = EchoPort::settings();
    settings.frame_bytes = 1024;
    EchoPort port(GetParam(), settings);
    auto client = port.connect();
    client->write(make_frame(1, std::string(1017, 'x'))->substr(0, 8), deadline_in(10s));
    EXPECT_EQ(read_to_end(*client).first, "told");
    EXPECT_EQ(port.end_of_session().code, Errc::TooLarge);
}

TEST_P(AnnexJPort, CutsAPeerThatDoesNotFinishItsFrame) {
    auto settings = EchoPort::settings();
    settings.frame_limit = 100ms;
    EchoPort port(GetParam(), settings);
    auto client = port.connect();
    client->write(make_frame(1, "<A/>")->substr(0, 11), deadline_in(10s));
    EXPECT_NE(read_to_end(*client).second, Got::Nothing);
    EXPECT_EQ(port.end_of_session().code, Errc::DeadlineExceeded);
}

TEST_P(AnnexJPort, CutsAPeerThatDoesNotRead) {
    auto settings = EchoPort::settings();
    settings.write_limit = 200ms;
    EchoPort port(GetParam(), settings);
    auto client = port.connect();
    const auto frame = *make_frame(1, std::string(annexj::kLongestContent, 'x'));
    try {  // until no buffer between us takes any more
        for (;;) client->write(frame, deadline_in(10s));
    } catch (const std::runtime_error&) {
    }
    EXPECT_EQ(port.end_of_session().code, Errc::DeadlineExceeded);
}

TEST_P(AnnexJPort, KnowsAResetInTheMiddleOfAFrameFromAPoliteEnd) {
    EchoPort port(GetParam());
    auto client = port.connect();
    client->write(*make_frame(1, "<A/>"), deadline_in(10s));
    read_bytes(*client, 12);  // the session runs
    client->write(make_frame(2, "<A/>")->substr(0, 9), deadline_in(10s));
    client->cut(true);
    EXPECT_EQ(port.end_of_session().code, Errc::Io);
}

TEST_P(AnnexJPort, ClosesAllSessionsPolitely) {
    EchoPort port(GetParam());
    auto client = port.connect();
    client->write(*make_frame(1, "<A/>"), deadline_in(10s));
    read_bytes(*client, 12);  // the session runs
    port.server().stop_accepting();
    auto gone = boost::asio::co_spawn(
        boost::asio::system_executor(),
        port.server().close_all(connection::CloseCode::ServiceRestart, "restart", 5s), boost::asio::use_future
    );
    EXPECT_EQ(read_to_end(*client).second, Got::End);
    client->cut(false);
    EXPECT_TRUE(gone.get());
    EXPECT_EQ(port.end_of_session().code, Errc::Closed);
}

TEST_P(AnnexJPort, DrainsASessionThatWaits) {
    EchoPort port(GetParam());
    auto client = port.connect();
    client->write(*make_frame(1, "<A/>"), deadline_in(10s));
    read_bytes(*client, 12);
    EXPECT_TRUE(port.run(port.server().drain(5s)));
    EXPECT_NE(read_to_end(*client).second, Got::Nothing);
}

TEST(AnnexJTlsPort, CutsAPeerThatSpeaksNoTls) {
    EchoPort port(true);
    ctiengine::testing::WssOptions options;
    options.port = port.server().port();
    TlsSocket plain(options, false);
    plain.write(*make_frame(1, "<A/>"), deadline_in(10s));
    EXPECT_NE(read_to_end(plain).second, Got::Nothing);
}

TEST(AnnexJTlsPort, CutsAPeerThatDoesNotFinishTheHandshake) {
    auto settings = EchoPort::settings();
    settings.handshake_limit = 100ms;
    EchoPort port(true, settings);
    ctiengine::testing::WssOptions options;
    options.port = port.server().port();
    TlsSocket plain(options, false);
    EXPECT_NE(read_to_end(plain).second, Got::Nothing);
}

TEST(AnnexJTcpPort, TurnsAwayWhoIsOneTooMany) {
    EchoPort port(false, EchoPort::settings(), 1);
    auto first = port.connect();
    first->write(*make_frame(1, "<A/>"), deadline_in(10s));
    read_bytes(*first, 12);
    auto second = port.connect();
    EXPECT_NE(read_to_end(*second).second, Got::Nothing);
    first->write(*make_frame(2, "<A/>"), deadline_in(10s));
    EXPECT_EQ(read_bytes(*first, 12).size(), 12U) << "the first one stays";
}

TEST(AnnexJTcpPort, SaysThatItIsTaken) {
    EchoPort port(false);
    auto settings = EchoPort::settings();
    settings.port = port.server().port();
    auto again = open_annexj_listener(
        boost::asio::system_executor(), settings, nullptr,
        AnnexJParts{std::make_shared<tcp_server::Admission>(1)}, nullptr
    );
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, Errc::Io);
    EXPECT_THAT(
        again.error().detail, ::testing::HasSubstr("127.0.0.1 port " + std::to_string(settings.port))
    );
}

}  // namespace
}  // namespace ctiengine::annexj_server
