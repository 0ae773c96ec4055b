#include "common/authentication/key_server.hpp"

#include "tests/fakes/manual_clock/manual_clock.hpp"
#include "tests/fakes/signing_keys/signing_keys.hpp"
#include "tests/unit/common/authentication/kept_entries.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <latch>
#include <thread>

namespace ctiengine::authentication {
namespace {

using namespace std::chrono_literals;

class KeyServerTest : public ::testing::Test {
  protected:
    KeyServerTest() { answer = testing::key_set({key.jwk("1")}); }

    KeyServer make() {
        auto fetch = [this]() -> Result<std::string> {
            ++asked;
            if (answer.empty()) return Error{Errc::NotConnected, "down"};
            return answer;
        };
        return KeyServer("https://id.test/keys", std::move(fetch), clock, trail);
    }
    bool has(const KeySource::Keys& keys, const std::string& id) {
        return keys && keys->find(jws::Algorithm::EdDsa, id) != nullptr;
    }

    testing::ManualClock clock;
    testing::KeptEntries trail;
    testing::SigningKey key = testing::SigningKey::ed25519();
    std::string answer;
    int asked = 0;
};

TEST_F(KeyServerTest, IsAskedOnceAnHour) {
    auto server = make();
    EXPECT_TRUE(has(server.keys().value(), "1"));
    clock.advance(59min);
    server.keys().value();
    EXPECT_EQ(asked, 1);
    answer = testing::key_set({key.jwk("2")});
    clock.advance(1min);
    EXPECT_TRUE(has(server.keys().value(), "2"));
    EXPECT_EQ(asked, 2);
    EXPECT_THAT(trail.events(), ::testing::ElementsAre("token keys replaced", "token keys replaced"));
}

TEST_F(KeyServerTest, IsAskedForAnUnknownKeyAtMostOnceInHalfAMinute) {
    auto server = make();
    auto known = server.keys().value();
    for (int forged = 0; forged < 100; ++forged) EXPECT_EQ(server.newer_than(known), known);
    EXPECT_EQ(asked, 1) << "it was asked just now";
    clock.advance(30s);
    answer = testing::key_set({key.jwk("1"), key.jwk("2")});
    auto newer = server.newer_than(known);
    EXPECT_TRUE(has(newer, "2"));
    EXPECT_EQ(asked, 2);
    EXPECT_EQ(server.newer_than(known), newer) << "who comes with the old set gets the new one";
    for (int forged = 0; forged < 100; ++forged) server.newer_than(newer);
    EXPECT_EQ(asked, 2);
}

TEST_F(KeyServerTest, KeepsTheOldKeysWhileItIsDown) {
    auto server = make();
    server.keys().value();
    answer.clear();
    clock.advance(2h);
    EXPECT_TRUE(has(server.keys().value(), "1"));
    EXPECT_TRUE(has(server.keys().value(), "1"));
    EXPECT_EQ(asked, 2) << "and is left alone for a while";
    answer = "<html>maintenance</html>";
    clock.advance(30s);
    EXPECT_TRUE(has(server.keys().value(), "1"));
    EXPECT_EQ(asked, 3);
    answer = testing::key_set({key.jwk("2")});
    clock.advance(30s);
    EXPECT_TRUE(has(server.keys().value(), "2"));
}

TEST_F(KeyServerTest, SaysThatThereHaveNeverBeenKeys) {
    auto server = make();
    answer.clear();
    for (int attempt = 0; attempt < 10; ++attempt) EXPECT_EQ(server.keys().error().code, Errc::NotConnected);
    EXPECT_EQ(asked, 1);
    clock.advance(5s);
    answer = testing::key_set({key.jwk("1")});
    EXPECT_TRUE(has(server.keys().value(), "1"));
}

TEST_F(KeyServerTest, KeepsNobodyElseWaiting) {
    std::latch asking(1);
    std::latch go(1);
    bool hangs = false;
    auto fetch = [&]() -> Result<std::string> {
        if (hangs) {
            asking.count_down();
            go.wait();
        }
        return answer;
    };
    KeyServer server("https://id.test/keys", fetch, clock, trail);
    server.keys().value();
    hangs = true;
    clock.advance(1h);
    std::thread first([&] { server.keys().value(); });
    asking.wait();
    EXPECT_TRUE(has(server.keys().value(), "1")) << "others go on with what there is";
    go.count_down();
    first.join();
}

}  // namespace
}  // namespace ctiengine::authentication
