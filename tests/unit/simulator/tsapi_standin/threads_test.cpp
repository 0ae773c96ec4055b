#include "tests/unit/simulator/tsapi_standin/stream_fixture.hpp"

#include <array>
#include <atomic>
#include <set>
#include <thread>
#include <vector>

namespace ctiengine::tsapi_standin::test {
namespace {

constexpr int kThreads = 4;
constexpr int kRequests = 500;

class Threads : public StreamTest {
  protected:
    /// Confirms requests until the library hangs up or `count` are done.
    void confirm(int count) {
        for (int done = 0; done < count; ++done) {
            const auto request = peer_->receive();
            const CSTASysStatReqConfEvent_t answer{SS_NORMAL};
            peer_->send_pdu(CSTACONFIRMATION, CSTA_SYS_STAT_REQ_CONF, request.reference, answer);
        }
    }
};

TEST_F(Threads, SendWhileOneBlocksInGetEventBlock) {
    OpenParameters parameters;
    parameters.invoke_ids = LIB_GEN_ID;
    open_stream(parameters);
    std::thread server([this] { confirm(kThreads * kRequests); });
    std::set<InvokeID_t> confirmed;
    std::thread reader([&] {
        for (int done = 0; done < kThreads * kRequests; ++done) {
            confirmed.insert(block(handle_).event.event.cstaConfirmation.invokeID);
        }
    });
    std::array<std::set<InvokeID_t>, kThreads> made;
    std::vector<std::thread> senders;
    for (auto& ids : made) {
        senders.emplace_back([this, &ids] {
            for (int request = 0; request < kRequests; ++request) {
                auto result = cstaSysStatReq(handle_, 0, nullptr);
                while (result == ACSERR_QUEUE_FULL) result = cstaSysStatReq(handle_, 0, nullptr);
                ids.insert(static_cast<InvokeID_t>(result));
            }
        });
    }
    for (auto& sender : senders) sender.join();
    reader.join();
    server.join();
    std::set<InvokeID_t> all;
    for (auto& ids : made) all.merge(ids);
    EXPECT_EQ(all.size(), static_cast<std::size_t>(kThreads * kRequests));
    EXPECT_EQ(confirmed, all);
}

TEST_F(Threads, MayAbortWhileOthersReadAndSend) {
    open_stream();
    std::vector<std::thread> others;
    others.emplace_back([this] {
        while (block(handle_).result != ACSERR_BADHDL) {
        }
    });
    others.emplace_back([this] {
        while (block(0).result != ACSERR_BADHDL) {
        }
    });
    others.emplace_back([this] {
        while (cstaSysStatReq(handle_, 1, nullptr) != ACSERR_BADHDL) {
        }
    });
    others.emplace_back([this] {
        while (acsGetFile(handle_) != ACSERR_BADHDL) {
        }
    });
    confirm(20);
    EXPECT_EQ(acsAbortStream(handle_, nullptr), ACSPOSITIVE_ACK);
    for (auto& other : others) other.join();
}

TEST_F(Threads, MayOpenAndAbortAtTheSameTime) {
    std::vector<std::thread> openers;
    std::atomic<int> opened = 0;
    for (int thread = 0; thread < kThreads; ++thread) {
        openers.emplace_back([&opened] {
            for (int round = 0; round < 10; ++round) {
                ACSHandle_t handle = 0;
                if (OpenParameters().open(handle) == ACSPOSITIVE_ACK) ++opened;
                EXPECT_EQ(acsAbortStream(handle, nullptr), ACSPOSITIVE_ACK);
            }
        });
    }
    std::thread acceptor([this] {
        for (int peer = 0; peer < kThreads * 10; ++peer) switch_.accept();
    });
    for (auto& opener : openers) opener.join();
    acceptor.join();
    EXPECT_EQ(opened, kThreads * 10);
}

}  // namespace
}  // namespace ctiengine::tsapi_standin::test
