// Private data of events in every version that a stream can have.
#include "simulator/switch/tsapi/private_events.hpp"

#include "simulator/switch/tsapi/event_frames.hpp"
#include "simulator/switch/tsapi/switch_link.hpp"
#include "simulator/wire/att.hpp"
#include "simulator/wire/att_versions.hpp"
#include "tests/unit/simulator/switch/switch_fixture.hpp"

#include <map>

namespace ctiengine::simulator::test {
namespace {

/// CSTA event → the newest private message that goes with it.
const std::map<int, std::uint16_t> kCallEvents{
    {CSTA_SERVICE_INITIATED, ATT_SERVICE_INITIATED},
    {CSTA_ORIGINATED, ATT_ORIGINATED},
    {CSTA_DELIVERED, ATT_DELIVERED},
    {CSTA_ESTABLISHED, ATT_ESTABLISHED},
    {CSTA_HELD, ATT_HELD},
    {CSTA_TRANSFERRED, ATT_TRANSFERRED},
    {CSTA_CONFERENCED, ATT_CONFERENCED},
    {CSTA_CONNECTION_CLEARED, ATT_CONNECTION_CLEARED},
    {CSTA_FAILED, ATT_FAILED},
    {CSTA_QUEUED, ATT_QUEUED},
    {CSTA_CALL_CLEARED, ATT_CALL_CLEARED},
    {CSTA_NETWORK_REACHED, ATT_NETWORK_REACHED},
    {CSTA_DIVERTED, ATT_DIVERTED}};

CallEvent event_of_type(int type) {
    CallEvent event;
    event.type = type;
    event.connection = {7, "4001", false};
    event.data.ucid = "00001000071700000000";
    event.data.user_data = UserData{UUI_IA5_ASCII, "order 4711"};
    event.data.line = {12, 3};
    event.data.history = {{"4005", EC_REDIRECTED, {7, "4005", false}}};
    event.data.original.emplace();
    event.data.original->reason = OR_CONSULTATION;
    event.data.original->ucid = "00001000061700000000";
    return event;
}

wire::OwnedPdu private_data_of(const CallEvent& event, int version) {
    const auto frame = event_frame(event, CS_CONNECT, 1, version);
    if (!frame || frame->private_data.empty()) return wire::OwnedPdu("none");
    EXPECT_EQ(frame->vendor, ECS_VENDOR_STRING);
    return wire::decode_att(frame->private_data);
}

TEST(PrivateEvents, HaveTheLayoutOfTheVersion) {
    for (int version = wire::kFirstAttVersion; version <= wire::kLastAttVersion; ++version) {
        for (const auto& [type, newest] : kCallEvents) {
            const auto att = private_data_of(event_of_type(type), version);
            EXPECT_EQ(att.type(), wire::att_number_in(newest, version))
                << "event " << type << " version " << version;
        }
    }
}

TEST(PrivateEvents, AreAbsentWithoutVersion) {
    for (const auto& [type, newest] : kCallEvents) EXPECT_FALSE(private_data_of(event_of_type(type), 0));
}

TEST(PrivateEvents, OfOldVersionsHaveTrunkAndUserDataButNoUcid) {
    const auto v3 = private_data_of(event_of_type(CSTA_DELIVERED), 3);
    const auto* delivered = v3.as<ATTV3DeliveredEvent_t>();
    ASSERT_NE(delivered, nullptr);
    EXPECT_STREQ(delivered->trunk, "12");
    EXPECT_EQ(delivered->userInfo.data.length, 10);
    EXPECT_EQ(delivered->originalCallInfo.reason, OR_CONSULTATION);

    const auto v4 = private_data_of(event_of_type(CSTA_TRANSFERRED), 4);
    const auto* transferred = v4.as<ATTV4TransferredEvent_t>();
    ASSERT_NE(transferred, nullptr);
    EXPECT_EQ(transferred->originalCallInfo.reason, OR_CONSULTATION);
    EXPECT_EQ(transferred->distributingDevice.deviceIDStatus, ID_NOT_KNOWN);
}

TEST(PrivateEvents, OfVersion7OnCarryTheHistory) {
    const auto att = private_data_of(event_of_type(CSTA_ESTABLISHED), 7);
    const auto* established = att.as<ATTEstablishedEvent_t>();
    ASSERT_NE(established, nullptr);
    ASSERT_EQ(established->deviceHistory.count, 1U);
    EXPECT_STREQ(established->deviceHistory.deviceHistoryList[0].olddeviceID, "4005");
    EXPECT_STREQ(established->ucid, "00001000071700000000");
}

TEST(PrivateEvents, OfAgentsFollowTheVersionToo) {
    for (int version = wire::kFirstAttVersion; version <= wire::kLastAttVersion; ++version) {
        for (const auto& [type, newest] :
             {std::pair{CSTA_LOGGED_ON, ATT_LOGGED_ON}, std::pair{CSTA_LOGGED_OFF, ATT_LOGGED_OFF}}) {
            AgentEvent event;
            event.type = type;
            event.extension = "4001";
            const auto frame = event_frame(event, 1, version);
            ASSERT_TRUE(frame);
            EXPECT_EQ(
                wire::att_pdu_number(frame->private_data).value_or(0), wire::att_number_in(newest, version)
            );
        }
    }
}

TEST(PrivateEvents, TellTheLinkInEveryVersion) {
    MonitorTable monitors;
    const Profile profile;
    SwitchLink link(monitors, profile);
    for (int version = wire::kFirstAttVersion; version <= wire::kLastAttVersion; ++version) {
        wire::Frame frame;
        link.put_link_status(frame, version);
        EXPECT_EQ(
            wire::att_pdu_number(frame.private_data).value_or(0),
            wire::att_number_in(ATT_LINK_STATUS, version)
        ) << version;
    }
    wire::Frame frame;
    link.put_link_status(frame, 0);
    EXPECT_TRUE(frame.private_data.empty());
    link.set_up(false);
    link.put_link_status(frame, 3);
    const auto att = wire::decode_att(frame.private_data);
    ASSERT_NE(att.as<ATTV3LinkStatusEvent_t>(), nullptr);
    EXPECT_EQ(att.as<ATTV3LinkStatusEvent_t>()->linkStatus[0].linkState, LS_LINK_DOWN);
}

}  // namespace
}  // namespace ctiengine::simulator::test
