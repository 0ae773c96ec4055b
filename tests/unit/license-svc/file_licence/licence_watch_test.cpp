#include "license-svc/file_licence/licence_watch.hpp"

#include "common/tasks/task_group.hpp"
#include "license-svc/file_licence/licence_file.hpp"
#include "license-svc/license_sign/licence_text.hpp"
#include "tests/fakes/certificates/certificates.hpp"
#include "tests/fakes/license_client/manual_sleeper.hpp"
#include "tests/fakes/task_runner/task_runner.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace ctiengine::license {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// The watch on a real folder. The clock stands still, so that what is seen was told by the file system.
class LicenceWatchTest : public ::testing::Test {
  protected:
    void TearDown() override {
        EXPECT_TRUE(runner_.run(tasks_.drain(2s)));
        EXPECT_TRUE(failures_.empty()) << failures_;
    }
    void start() { tasks_.spawn(runner_.executor(), watch_.run(), "watch"); }

    /// As careful people put a file: beside it, then renamed.
    void put(std::uint32_t users) {
        LicenceClaims claims;
        claims.id = "1";
        claims.macs = {"08:00:27:08:bc:e4"};
        claims.users = users;
        claims.issued = 1;
        claims.expires = 1800000010;
        folder_.write("new", licence_text(claims_json(claims, {}), key_));
        fs::rename(folder_.path() / "new", licence());
    }
    void put_key() { folder_.write("certificates/key.pem", key_.public_pem()); }
    fs::path licence() const { return folder_.path() / "ctienginelicense"; }
    fs::path public_key() const { return folder_.path() / "certificates/key.pem"; }

    LicenceVerdict look(const LicenceTime& time) const {
        if (broken_) throw std::runtime_error("broken");
        LicenceHost host;
        host.macs = {"08:00:27:08:bc:e4"};
        host.now = time.now;
        return look_at_licence(licence(), public_key(), host);
    }
    void wait_for(LicenceEvent event, std::uint32_t users = 0) {
        runner_.run_until([&] {
            return !told_.empty() && told_.back().event == event &&
                   (!told_.back().claims || told_.back().claims->users == users);
        });
    }
    static Task<void> pass(std::chrono::milliseconds time) {
        boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, time);
        co_await timer.async_wait(as_result);
    }
    /// The watch has nothing to do but to wait for the file system or the minute.
    void wait_until_idle() {
        runner_.run_until([&] { return sleeper_.next() > clock_.now(); });
    }

    ctiengine::testing::TemporaryDirectory folder_;
    IssuerKey key_ = IssuerKey::generate("ed25519").value();
    ctiengine::testing::ManualClock clock_;
    license::testing::ManualSleeper sleeper_{clock_};
    std::atomic<bool> broken_{false};
    std::int64_t now_ = 1800000000;
    std::vector<LicenceVerdict> told_;
    std::string failures_;
    ctiengine::testing::TaskRunner runner_;
    BlockingPool pool_{"licences", {}};
    LicenceWatch watch_{
        {licence(), public_key(), 20ms, 60s},
        {clock_, sleeper_,
         [this] {
             return LicenceTime{now_, false};
         }},
        pool_,
        [this](const LicenceTime& time) { return look(time); },
        [this](LicenceVerdict verdict) { told_.push_back(std::move(verdict)); }};
    TaskGroup tasks_{
        runner_.executor(), [this](std::string_view, const std::string& what) { failures_ += what; }};
};

TEST_F(LicenceWatchTest, T19_AFileThatAppearsIsReplacedAndDisappearsIsSeen) {
    put_key();
    start();
    wait_for(LicenceEvent::Absent);
    put(10);
    wait_for(LicenceEvent::Good, 10);
    put(5);
    wait_for(LicenceEvent::Good, 5);
    folder_.write("ctienginelicense", "damaged");
    wait_for(LicenceEvent::FileUnreadable);
    fs::remove(licence());
    wait_for(LicenceEvent::Absent);
}

TEST_F(LicenceWatchTest, T19_AnotherPublicKeyIsSeen) {
    put_key();
    put(10);
    start();
    wait_for(LicenceEvent::Good, 10);
    folder_.write("certificates/key.pem", IssuerKey::generate("ed25519").value().public_pem());
    wait_for(LicenceEvent::SignatureBad);
}

TEST_F(LicenceWatchTest, T19_AFileThatMayBeReadAgainIsSeen) {
    put_key();
    put(10);
    fs::rename(licence(), folder_.path() / "elsewhere");
    fs::create_symlink("elsewhere", licence());
    start();
    wait_for(LicenceEvent::FileUnreadable);
    fs::rename(folder_.path() / "elsewhere", licence());
    wait_for(LicenceEvent::Good, 10);
}

TEST_F(LicenceWatchTest, T19_ALinkIsSeen) {
    put_key();
    put(10);
    fs::rename(licence(), folder_.path() / "elsewhere");
    start();
    wait_for(LicenceEvent::Absent);
    fs::create_symlink("elsewhere", licence());
    wait_for(LicenceEvent::FileUnreadable);
    fs::remove(licence());
    wait_for(LicenceEvent::Absent);
    fs::create_hard_link(folder_.path() / "elsewhere", licence());
    wait_for(LicenceEvent::Good, 10);
}

TEST_F(LicenceWatchTest, T19_AFileThatIsStillBeingWrittenIsNotJudged) {
    put_key();
    put(10);
    std::ostringstream whole;
    whole << std::ifstream(licence()).rdbuf();
    fs::remove(licence());
    start();
    wait_for(LicenceEvent::Absent);
    wait_until_idle();
    std::ofstream copy(licence());
    copy << whole.str().substr(0, 100) << std::flush;
    runner_.run(pass(100ms));  // five times what the watch waits before it looks
    copy << whole.str().substr(100) << std::flush;
    copy.close();
    wait_for(LicenceEvent::Good, 10);
    EXPECT_EQ(told_.size(), 2U) << to_string(told_[1].event);
}

TEST_F(LicenceWatchTest, EveryMinuteItLooksAnyway) {
    put_key();
    start();
    wait_for(LicenceEvent::Absent);
    wait_until_idle();
    sleeper_.advance(59s);
    runner_.poll();
    EXPECT_EQ(told_.size(), 1U);
    sleeper_.advance(1s);
    runner_.run_until([&] { return told_.size() == 2; });
}

TEST_F(LicenceWatchTest, T4_ALicenceThatEndsIsSeenWithinAMinute) {
    put_key();
    put(10);
    start();
    wait_for(LicenceEvent::Good, 10);
    wait_until_idle();
    now_ += 10;
    sleeper_.advance(60s);
    wait_for(LicenceEvent::Expired);
}

TEST_F(LicenceWatchTest, AFolderThatComesLaterIsWatchedFromTheNextMinuteOn) {
    put(10);
    start();
    wait_for(LicenceEvent::KeyBad);
    wait_until_idle();
    put_key();
    sleeper_.advance(60s);
    wait_for(LicenceEvent::Good, 10);
    fs::remove(public_key());
    wait_for(LicenceEvent::KeyBad);
}

TEST_F(LicenceWatchTest, ALookThatFailsLeavesWhatWasFound) {
    put_key();
    put(10);
    start();
    wait_for(LicenceEvent::Good, 10);
    wait_until_idle();
    broken_ = true;
    sleeper_.advance(60s);
    wait_until_idle();
    EXPECT_EQ(told_.size(), 1U);
    broken_ = false;
    sleeper_.advance(60s);
    runner_.run_until([&] { return told_.size() == 2; });
}

}  // namespace
}  // namespace ctiengine::license
