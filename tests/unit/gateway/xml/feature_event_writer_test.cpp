#include "gateway/xml/event_writer.hpp"
#include "tests/fakes/schema_validator/schema_validator.hpp"
#include "tests/unit/gateway/xml/call_events_under_test.hpp"

#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

using ctiengine::test::validate;
using test::provided;

const std::string kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><%"
    " xmlns=\"http://www.ecma-international.org/standards/ecma-323/csta/ed3\"><monitorCrossRefID>17"
    "</monitorCrossRefID>";

/// The event without its head and tail.
std::string body_of(const char* root, const csta::FeatureEvent& event) {
    const auto text = write_feature_event(event, {"17"}, {});
    EXPECT_EQ(validate(text), std::nullopt) << text;
    auto head = kHead;
    head.replace(head.find('%'), 1, root);
    const auto tail = std::string("</") + root + ">";
    if (!text.starts_with(head) || !text.ends_with(tail)) return text;
    return text.substr(head.size(), text.size() - head.size() - tail.size());
}

TEST(FeatureEventWriter, TellsWhereADeviceIsForwarded) {
    const csta::ForwardingChanged event{provided("4001"), {csta::ForwardingType::NoAnswer, true, "4002"}};
    EXPECT_EQ(
        body_of("ForwardingEvent", event),
        "<device><deviceIdentifier>4001</deviceIdentifier></device><forwardingType>forwardNoAns"
        "</forwardingType><forwardStatus>true</forwardStatus><forwardTo>4002</forwardTo>"
    );
    EXPECT_EQ(
        body_of("ForwardingEvent", csta::ForwardingChanged{}),
        "<device><notKnown/></device><forwardingType>forwardImmediate</forwardingType>"
        "<forwardStatus>false</forwardStatus>"
    );
}

TEST(FeatureEventWriter, EveryTypeOfForwardingHasItsWord) {
    for (int type = 0; type < 7; ++type) {
        csta::ForwardingChanged event;
        event.forwarding.type = static_cast<csta::ForwardingType>(type);
        EXPECT_NE(body_of("ForwardingEvent", event).find("<forwardingType>"), std::string::npos) << type;
    }
    csta::ForwardingChanged odd;
    odd.forwarding.type = static_cast<csta::ForwardingType>(7);
    EXPECT_EQ(body_of("ForwardingEvent", odd).find("<forwardingType>"), std::string::npos);
}

TEST(FeatureEventWriter, TellsDoNotDisturb) {
    EXPECT_EQ(
        body_of("DoNotDisturbEvent", csta::DoNotDisturbChanged{provided("4001"), true}),
        "<device><deviceIdentifier>4001</deviceIdentifier></device><doNotDisturbOn>true</doNotDisturbOn>"
    );
}

TEST(FeatureEventWriter, TheLampIsAtTheTarget) {
    EXPECT_EQ(
        body_of("MessageWaitingEvent", csta::MessageWaitingChanged{provided("4001"), provided("7000"), true}),
        "<targetDevice><deviceIdentifier>4001</deviceIdentifier></targetDevice>"
        "<deviceForMessage>7000</deviceForMessage><messageWaitingOn>true</messageWaitingOn>"
    );
    EXPECT_EQ(
        body_of("MessageWaitingEvent", csta::MessageWaitingChanged{provided("4001"), {}, false}),
        "<targetDevice><deviceIdentifier>4001</deviceIdentifier></targetDevice>"
        "<messageWaitingOn>false</messageWaitingOn>"
    );
}

TEST(FeatureEventWriter, DevicesComeAndGo) {
    const auto* device = "<device><deviceIdentifier>4001</deviceIdentifier></device>";
    EXPECT_EQ(body_of("BackInServiceEvent", csta::InServiceChanged{"4001", true, {}}), device);
    EXPECT_EQ(
        body_of(
            "OutOfServiceEvent",
            csta::InServiceChanged{"4001", false, csta::EventCause::ResourcesNotAvailable}
        ),
        std::string(device) + "<cause>resourcesNotAvailable</cause>"
    );
}

TEST(FeatureEventWriter, CarriesItsNumber) {
    Dialect numbered;
    numbered.numbered_events = true;
    const auto text = write_feature_event(csta::DoNotDisturbChanged{}, {"17", {}, {7, 9}, true}, numbered);
    EXPECT_EQ(validate(text), std::nullopt) << text;
    EXPECT_NE(text.find("<epoch>7</epoch><seq>9</seq>"), std::string::npos);
    EXPECT_NE(text.find("<Synthetic xmlns=\"urn:ctiengine:1\"/>"), std::string::npos);
}

}  // namespace
}  // namespace ctiengine::gateway
