// Attacks before there is a WebSocket.
#include "tests/attack/raw_socket.hpp"
#include "tests/attack/under_attack.hpp"
#include "tests/fakes/wss_client/http_exchange.hpp"
#include "tests/fakes/wss_client/tls_socket.hpp"

#include <gmock/gmock.h>

#include <deque>
#include <thread>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto kLimits = 2s;  // HANDSHAKETIMEOUT and UPGRADETIMEOUT of this engine
constexpr auto kMargin = 3s;

class HandshakeAttack : public UnderAttack {};

/// The beginning of a TLS handshake record that announces 512 bytes.
constexpr std::string_view kHello("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11);

TEST_F(HandshakeAttack, SilentConnectionsAreCut) {
    run(
        [this] {
            std::vector<RawSocket> idle;
            for (int count = 0; count < 150; ++count) idle.emplace_back(port());
            for (auto& socket : idle) EXPECT_TRUE(socket.ended((kLimits + kMargin) * patience()));
        },
        {"tls_timeout"}
    );
}

TEST_F(HandshakeAttack, SlowHandshakesAreCut) {
    run(
        [this] {
            std::vector<RawSocket> slow;
            for (int count = 0; count < 100; ++count) slow.emplace_back(port());
            for (const char byte : kHello) {  // each byte is a sign of life, none of them helps
                for (auto& socket : slow) socket.send({&byte, 1});
                std::this_thread::sleep_for(100ms);
            }
            for (auto& socket : slow) EXPECT_TRUE(socket.ended((kLimits + kMargin) * patience()));
        },
        {"tls_timeout"}
    );
}

TEST_F(HandshakeAttack, SlowHeadersAreCut) {
    run(
        [this] {
            std::vector<std::unique_ptr<testing::TlsSocket>> slow;
            for (int count = 0; count < 20; ++count)
                slow.push_back(std::make_unique<testing::TlsSocket>(options()));
            const auto begin = Clock::now();
            std::size_t alive = slow.size();
            for (const char byte :
                 std::string("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ") + std::string(200, 'a')) {
                for (auto& socket : slow) {
                    if (!socket) continue;
                    std::string heard;
                    try {
                        socket->write({&byte, 1}, Clock::now() + 1s);
                    } catch (const std::runtime_error&) {
                        socket.reset();
                    }
                    if (socket && socket->read(heard, Clock::now()) != testing::Got::Nothing) socket.reset();
                    if (!socket) --alive;
                }
                if (alive == 0 || Clock::now() > begin + (kLimits + kMargin) * patience()) break;
                std::this_thread::sleep_for(50ms);
            }
            EXPECT_EQ(alive, 0U) << "headers that trickle in hold a connection";
        },
        {"upgrade_timeout"}
    );
}

TEST_F(HandshakeAttack, HalfOpenConnectionsAreCut) {
    run(
        [this] {
            std::vector<std::unique_ptr<testing::TlsSocket>> silent;  // TLS is done, no request ever comes
            for (int count = 0; count < 50; ++count) {
                silent.push_back(std::make_unique<testing::TlsSocket>(options()));
            }
            for (auto& socket : silent) {
                std::string heard;
                EXPECT_NE(
                    socket->read(heard, Clock::now() + (kLimits + kMargin) * patience()),
                    testing::Got::Nothing
                );
            }
        },
        {"upgrade_timeout"}
    );
}

TEST_F(HandshakeAttack, AFloodOfConnectsEndsInTheAcceptLoop) {
    run([this] {
        const auto end = Clock::now() + 2s;
        int connects = 0;
        std::deque<RawSocket> open;
        while (Clock::now() < end) {
            open.emplace_back(port());
            if (++connects % 100 == 0) std::this_thread::sleep_for(10ms);  // the attacker shares our cores
            if (open.size() > 500) open.pop_front();
        }
        EXPECT_GT(connects, 1000);
    });
}

TEST_F(HandshakeAttack, EndlessHeadersAreRefused) {
    run(
        [this] {
            const auto long_line = "GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + std::string(200'000, 'a');
            const auto many_lines = [] {
                std::string text = "GET / HTTP/1.1\r\nHost: x\r\n";
                for (int line = 0; line < 500; ++line) text += "X-" + std::to_string(line) + ": y\r\n";
                return text + "\r\n";
            }();
            for (const auto& text : {long_line, many_lines}) {
                EXPECT_THAT(testing::tls_exchange(options(), text), ::testing::HasSubstr(" 431 "));
            }
        },
        {"header"}
    );
}

TEST_F(HandshakeAttack, PathsDoNotLeadOutOfTheSoftphonesFolder) {
    run([this] {
        for (const char* path :
             {"/softphone/../../etc/passwd", "/softphone/%2e%2e/%2e%2e/etc/passwd",
              "/softphone/..%2f..%2fetc/passwd", "//etc/passwd", "/softphone/\\..\\..\\etc\\passwd",
              "/softphone/.%00./etc/passwd"}) {
            auto request = options();
            request.path = path;
            const auto reply = testing::https_request(request, "GET");
            EXPECT_GE(reply.status, 400U) << path;
            EXPECT_THAT(reply.body, ::testing::Not(::testing::HasSubstr("root:"))) << path;
        }
    });
}

}  // namespace
}  // namespace ctiengine::tests
