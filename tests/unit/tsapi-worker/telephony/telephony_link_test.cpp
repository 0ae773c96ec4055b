#include "tests/unit/tsapi-worker/telephony/fake_switch_port.hpp"

namespace ctiengine::telephony {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class TelephonyLinkTest : public TelephonyTest {
  protected:
    void refuse() { port.input(StreamFailed{"AES does not answer"}); }
};

TEST_F(TelephonyLinkTest, BeginsWithThePrimary) {
    telephony.start();
    EXPECT_THAT(port.opened, ElementsAre("PRIMARY"));
    EXPECT_EQ(telephony.status().link_state, "connecting");
    link_up("AVAYA#CM1#CSTA#AES1");
    EXPECT_EQ(telephony.status().link_state, "up");
    EXPECT_EQ(telephony.status().server_id, "AVAYA#CM1#CSTA#AES1");
    EXPECT_EQ(telephony.status().private_version, "9");
    EXPECT_THAT(news(), ElementsAre("system status 2"));
}

TEST_F(TelephonyLinkTest, TriesTheSecondaryAtOnceThenPausesThenThePrimaryAgain) {
    telephony.start();
    refuse();
    EXPECT_EQ(telephony.status().link_state, "waiting");
    EXPECT_THAT(telephony.status().link_detail, HasSubstr("AES does not answer"));
    pass(0ms);
    EXPECT_THAT(port.opened, ElementsAre("PRIMARY", "SECONDARY"));
    refuse();
    pass(499ms);
    EXPECT_EQ(port.opened.size(), 2U) << "both failed: a pause";
    pass(1ms);
    EXPECT_THAT(port.opened, ElementsAre("PRIMARY", "SECONDARY", "PRIMARY"));
}

TEST_F(TelephonyLinkTest, GivesAServerThatNeverAnswersHalfAMinuteThenTriesTheOther) {
    telephony.start();
    pass(29s);
    EXPECT_THAT(port.opened, ElementsAre("PRIMARY"));
    pass(1s);
    EXPECT_TRUE(port.closed);
    EXPECT_THAT(port.opened, ElementsAre("PRIMARY", "SECONDARY"));
    EXPECT_THAT(telephony.status().link_detail, HasSubstr("did not answer"));
}

TEST_F(TelephonyLinkTest, ThePauseDoublesUpToItsLimit) {
    telephony.start();
    for (auto pause : {500ms, 1000ms, 2000ms, 4000ms, 8000ms, 16000ms, 32000ms, 60000ms, 60000ms}) {
        refuse();
        pass(0ms);
        refuse();
        auto before = port.opened.size();
        pass(pause - 1ms);
        EXPECT_EQ(port.opened.size(), before) << pause.count();
        pass(1ms);
        EXPECT_EQ(port.opened.size(), before + 1) << pause.count();
    }
}

TEST_F(TelephonyLinkTest, ALossAfterALongTimeIsRetriedAtOnce) {
    begin();
    pass(1h);
    link_lost();
    EXPECT_THAT(news(), ElementsAre("system status 4"));
    pass(0ms);
    EXPECT_THAT(port.opened, ElementsAre("PRIMARY", "PRIMARY"));
    link_up();
    EXPECT_THAT(news(), ElementsAre("system status 2"));
}

TEST_F(TelephonyLinkTest, StaysOnASecondaryThatWorksAndGoesBackWhenItIsLost) {
    telephony.start();
    refuse();
    pass(0ms);
    link_up("AES2");
    pass(24h);
    EXPECT_THAT(port.opened, ElementsAre("PRIMARY", "SECONDARY")) << "no fail-back while the link works";
    link_lost();
    pass(0ms);
    EXPECT_EQ(port.opened.back(), "PRIMARY");
}

TEST_F(TelephonyLinkTest, TellsTheSwitchsStatusOnlyWhenItChanges) {
    begin();
    port.input(SystemStatusReported{csta::SystemStatus::Normal});
    port.input(SystemStatusReported{csta::SystemStatus::Disabled});
    port.input(SystemStatusReported{csta::SystemStatus::Disabled});
    EXPECT_THAT(news(), ElementsAre("system status 4"));
    EXPECT_EQ(telephony.status().link_state, "up") << "AES is there, the switch behind it is not";
}

TEST_F(TelephonyLinkTest, StopEndsTheStreamAndHearsNothingAnyMore) {
    begin();
    ask(csta::SnapshotDevice{"4001"});
    telephony.stop();
    EXPECT_TRUE(port.closed);
    EXPECT_THAT(answered(), ElementsAre("failure 34"));
    link_lost();
    pass(1h);
    EXPECT_EQ(port.opened.size(), 1U);
    EXPECT_THAT(news(), IsEmpty());
}

class OneLinkTest : public TelephonyTest {
  protected:
    OneLinkTest() : TelephonyTest(one_link()) {}
    static TelephonySettings one_link() {
        auto settings = two_links();
        settings.secondary_link.clear();
        return settings;
    }
};

TEST_F(OneLinkTest, PausesAfterEachFailure) {
    telephony.start();
    port.input(StreamFailed{"no"});
    pass(499ms);
    EXPECT_EQ(port.opened.size(), 1U);
    pass(1ms);
    EXPECT_THAT(port.opened, ElementsAre("PRIMARY", "PRIMARY"));
}

class NoLinkTest : public TelephonyTest {
  protected:
    NoLinkTest() : TelephonyTest(TelephonySettings()) {}
};

TEST_F(NoLinkTest, SaysWhichSettingIsMissingAndDoesNotTry) {
    telephony.start();
    pass(1h);
    EXPECT_THAT(port.opened, IsEmpty());
    EXPECT_THAT(telephony.status().link_detail, HasSubstr("TSAPIPRIMARYLINK"));
    ask(csta::SnapshotDevice{"4001"});
    EXPECT_THAT(answered(), ElementsAre("failure 34"));
}

TEST_F(TelephonyLinkTest, ALinkThatBreaksAsSoonAsItOpensIsNotHammered) {
    telephony.start();
    link_up();
    link_lost();
    pass(499ms);
    EXPECT_EQ(port.opened.size(), 1U);
    pass(1ms);
    EXPECT_THAT(port.opened, ElementsAre("PRIMARY", "PRIMARY")) << "the first time the primary goes first";
    link_up();
    link_lost();
    pass(0ms);
    EXPECT_EQ(port.opened.back(), "SECONDARY") << "the primary broke twice, the other one may be better";
    link_up();
    link_lost();
    pass(999ms);
    EXPECT_EQ(port.opened.size(), 3U);
    pass(1ms);
    EXPECT_EQ(port.opened.back(), "PRIMARY");
}

TEST_F(TelephonyLinkTest, WhatIsAskedAfterStopIsAnsweredAtOnce) {
    begin();
    telephony.stop();
    ask(csta::SnapshotDevice{"4001"});
    EXPECT_THAT(answered(), ElementsAre("failure 34"));
}

}  // namespace
}  // namespace ctiengine::telephony
