// Attacks by WebSocket frames.
#include "tests/attack/under_attack.hpp"
#include "tests/fakes/wss_client/frames.hpp"

#include <thread>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using testing::client_frame;
using testing::Opcode;

class FrameAttack : public UnderAttack {};

std::string status_request(const std::string& invoke) {
    return invoke + csta("RequestSystemStatus");
}

TEST_F(FrameAttack, AFrameByteByByteIsNotWorseThanAWholeOne) {
    run([this] {
        testing::WssClient slow(options());
        const auto frame = client_frame(Opcode::Text, status_request("0001"));
        for (const char byte : frame) slow.send_raw({&byte, 1});
        const auto answer = slow.receive(5s * patience());
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->payload.substr(0, 4), "0001");
    });
}

TEST_F(FrameAttack, AFrameWithoutAnEndIsCut) {
    run(
        [this] {
            testing::WssClient slow(options());
            const auto frame = client_frame(Opcode::Text, std::string(60'000, 'x'));
            const auto begin = Clock::now();
            bool cut = false;
            for (std::size_t at = 0; at < frame.size() && !cut; ++at) {
                try {
                    slow.send_raw({frame.data() + at, 1});
                } catch (const std::runtime_error&) {
                    cut = true;
                }
                cut = cut || slow.receive(1ms).has_value() || slow.closed();
                ASSERT_LT(Clock::now() - begin, 20s * patience())
                    << "a frame that trickles in holds the connection";
                std::this_thread::sleep_for(20ms);
            }
            EXPECT_TRUE(cut);
        },
        {"message_size_before_log_in"}
    );
}

TEST_F(FrameAttack, AFloodOfPingsIsSurvived) {
    run([this] {
        testing::WssClient flooder(options());
        std::string pings;
        for (int count = 0; count < 100; ++count) pings += client_frame(Opcode::Ping, "boo");
        const auto end = Clock::now() + 2s;
        while (Clock::now() < end) {
            try {
                flooder.send_raw(pings);
            } catch (const std::runtime_error&) {
                break;  // cut: that is a good answer as well
            }
            flooder.receive(1ms);
        }
    });
}

TEST_F(FrameAttack, HugeFramesAreRefusedByTheirHeader) {
    run(
        [this] {
            testing::WssClient huge(options());
            const std::string header(
                "\x81\xff\x00\x00\x7f\xff\xff\xff\xff\xff\x00\x00\x00\x00", 14
            );  // 128 TiB
            huge.send_raw(header);
            EXPECT_EQ(huge.wait_closed(5s * patience()), 1009);
        },
        {"message_size_before_log_in"}
    );
}

TEST_F(FrameAttack, FragmentsDoNotAddUpBeyondTheLimit) {
    run(
        [this] {
            testing::WssClient endless(options());
            const std::string part(16 * 1024, 'x');
            bool refused = false;
            for (int count = 0; count < 64 && !refused; ++count) {
                try {
                    endless.send_raw(
                        client_frame(count == 0 ? Opcode::Text : Opcode::Continuation, part, false)
                    );
                } catch (const std::runtime_error&) {
                    refused = true;
                }
                endless.receive(1ms);
                refused = refused || endless.closed();
            }
            EXPECT_EQ(endless.wait_closed(5s * patience()), 1009);
        },
        {"message_size_before_log_in"}
    );
}

TEST_F(FrameAttack, AReaderThatNeverReadsIsCut) {
    run([this] {
        Softphone deaf(port());
        deaf.log_in("4050", provider().proof_of("4050"));
        // Each question is short, each answer is not: what the kernel does not take has to wait in the
        // gateway.
        const auto question = csta("GetSwitchingFunctionCaps");
        std::string burst;
        for (int id = 1000; id < 1060; ++id)
            burst += client_frame(Opcode::Text, std::to_string(id) + question);
        const auto begin = Clock::now();
        bool cut = false;
        while (!cut && Clock::now() < begin + 20s * patience()) {
            try {
                deaf.socket().send_raw(burst);
            } catch (const std::runtime_error&) {
                cut = true;
            }
        }
        EXPECT_TRUE(cut) << "the gateway keeps what nobody reads";
    });
}

TEST_F(FrameAttack, ASilentWebSocketIsAskedAndCut) {
    run(
        [this] {
            std::vector<testing::WssClient> silent;
            for (int count = 0; count < 20; ++count) {
                silent.emplace_back(options());
                silent.back().answer_pings(false);
            }
            for (auto& socket : silent) EXPECT_TRUE(socket.wait_closed(10s * patience()));
        },
        {"no_pong"}
    );
}

TEST_F(FrameAttack, AbruptEndsLeaveNothingBehind) {
    run([this] {
        for (int count = 0; count < 100; ++count) {
            testing::WssClient victim(options());
            victim.send_raw(client_frame(Opcode::Text, status_request("0001")).substr(0, 20));
            victim.cut(count % 2 == 0);
        }
    });
}

}  // namespace
}  // namespace ctiengine::tests
