#include "tests/unit/tsapi-worker/tsapi/events_under_test.hpp"

namespace ctiengine::tsapi {
namespace {

using csta::FeatureEvent;

template <class Fill>
std::optional<FeatureEvent> decoded(EventType_t type, Fill fill) {
    CSTAUnsolicitedEvent event{};
    fill(event.u);
    return decode_feature_event(type, event);
}

TEST(FeatureEventDecoder, ReadsForwarding) {
    auto event = decoded(CSTA_FORWARDING, [](auto& u) {
        u.forwarding.device = test::c_device("4001");
        u.forwarding.forwardingInformation.forwardingType = FWD_IMMEDIATE;
        u.forwarding.forwardingInformation.forwardingOn = 1;
        test::put(u.forwarding.forwardingInformation.forwardDN, "4002");
    });
    csta::ForwardingEntry entry{csta::ForwardingType::Immediate, true, "4002"};
    EXPECT_EQ(event, FeatureEvent(csta::ForwardingChanged{test::party("4001"), entry}));
}

TEST(FeatureEventDecoder, ReadsDoNotDisturbAndMessageWaiting) {
    auto event = decoded(CSTA_DO_NOT_DISTURB, [](auto& u) {
        u.doNotDisturb.device = test::c_device("4001");
        u.doNotDisturb.doNotDisturbOn = 1;
    });
    EXPECT_EQ(event, FeatureEvent(csta::DoNotDisturbChanged{test::party("4001"), true}));
    event = decoded(CSTA_MESSAGE_WAITING, [](auto& u) {
        u.messageWaiting.deviceForMessage = test::c_device("4001");
        u.messageWaiting.invokingDevice = test::c_device("4002");
    });
    EXPECT_EQ(
        event, FeatureEvent(csta::MessageWaitingChanged{test::party("4001"), test::party("4002"), false})
    );
}

TEST(FeatureEventDecoder, ReadsMaintenance) {
    auto event = decoded(CSTA_BACK_IN_SERVICE, [](auto& u) { test::put(u.backInService.device, "4001"); });
    EXPECT_TRUE(std::get<csta::InServiceChanged>(*event).in_service);
    event = decoded(CSTA_OUT_OF_SERVICE, [](auto& u) {
        test::put(u.outOfService.device, "4001");
        u.outOfService.cause = EC_RESOURCES_NOT_AVAILABLE;
    });
    EXPECT_EQ(
        event, FeatureEvent(csta::InServiceChanged{"4001", false, csta::EventCause::ResourcesNotAvailable})
    );
}

TEST(FeatureEventDecoder, LeavesCallsToTheirOwnDecoder) {
    EXPECT_EQ(decoded(CSTA_DELIVERED, [](auto&) {}), std::nullopt);
}

}  // namespace
}  // namespace ctiengine::tsapi
