// Every call event in every combination of what may be in it, against the schema.
#include "gateway/xml/event_writer.hpp"
#include "gateway/xml/incoming_message.hpp"
#include "tests/fakes/schema_validator/schema_validator.hpp"
#include "tests/unit/gateway/xml/call_events_under_test.hpp"

#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

using Status = csta::PartyDevice::Status;
using ctiengine::test::validate;

Dialect dmcc_dialect() {
    Dialect dialect;
    EXPECT_TRUE(dialect.forms.learn("4001:CM1::0"));
    dialect.numbered_events = true;
    return dialect;
}

void expect_valid(const std::string& text) {
    EXPECT_EQ(validate(text), std::nullopt) << text;
    EXPECT_TRUE(IncomingMessage::parse(text)) << text;
}

TEST(CallEventSchema, HoldsForEveryKindStateAndParty) {
    const csta::Connection connections[] = {{217, "4001", false}, {217, "", false}, {217, "0", false}};
    for (const auto& party :
         {test::provided("4001"), test::of_status(Status::NotKnown), test::of_status(Status::NotRequired)}) {
        for (const auto& connection : connections) {
            for (auto& body : test::bodies(party, connection)) {
                csta::CallEvent event{body, csta::ConnectionState::Connected, csta::EventCause::NewCall, {}};
                expect_valid(write_call_event(event, {"17"}, {}));
            }
        }
    }
    for (int state = -1; state < 8; ++state) {
        const csta::CallEvent event{
            csta::Held{}, static_cast<csta::ConnectionState>(state), csta::EventCause::None, {}};
        expect_valid(write_call_event(event, {"17"}, {}));
    }
}

TEST(CallEventSchema, HoldsForEveryCauseOfEveryKind) {
    for (auto& body : test::bodies(test::provided("4001"), {217, "4001", false})) {
        for (int cause = -1; cause < 100; ++cause) {
            const csta::CallEvent event{
                body, csta::ConnectionState::Connected, static_cast<csta::EventCause>(cause), {}};
            const auto text = write_call_event(event, {"17"}, {});
            EXPECT_EQ(validate(text), std::nullopt) << text;
        }
    }
}

TEST(CallEventSchema, HoldsForEveryLookahead) {
    for (int number = -2; number < 6; ++number) {
        csta::CallPrivateData data;
        data.lookahead = csta::LookaheadInfo{number, number, 0, 0, 0, ""};
        for (auto& body : test::bodies(test::provided("4001"), {217, "4001", false})) {
            expect_valid(write_call_event({body, {}, {}, data}, {"17"}, {}));
        }
    }
}

TEST(CallEventSchema, HoldsForEveryTypeOfNumber) {
    for (int type = 0; type < 75; ++type) {
        auto party = test::provided("4001");
        party.type = static_cast<csta::NumberType>(type);
        for (auto& body : test::bodies(party, {217, "T217#1", true})) {
            expect_valid(write_call_event({body, {}, {}, {}}, {"17"}, {}));
        }
    }
}

/// Private data with the fields that the bits of `mask` choose.
csta::CallPrivateData chosen(unsigned mask) {
    auto data = test::full_private_data();
    const auto drop = [&](unsigned bit) { return (mask & (1U << bit)) == 0; };
    if (drop(0)) data.trunk_group.clear();
    if (drop(1)) data.trunk_member.clear();
    if (drop(2)) data.split.clear();
    if (drop(3)) data.user_data.reset();
    if (drop(4)) data.ucid.clear();
    if (drop(5)) data.entered_code.reset();
    if (drop(6)) data.original_call.reset();
    if (drop(7)) data.distributing_device.reset();
    if (drop(8)) data.distributing_vdn.reset();
    if (drop(9)) data.reason = 0;
    // In step with others: the number of combinations doubles with each.
    if (drop(0)) data.lookahead.reset();
    if (drop(4)) data.device_history.clear();
    if (drop(7)) data.trunks.clear();
    if (drop(2)) data.logical_agent.clear();
    return data;
}

TEST(CallEventSchema, HoldsForEveryCombinationOfPrivateData) {
    const auto dialect = dmcc_dialect();
    for (auto& body : test::bodies(test::provided("4001"), {217, "4001", false})) {
        for (unsigned mask = 0; mask < 1024; ++mask) {
            const csta::CallEvent event{body, csta::ConnectionState::Connected, {}, chosen(mask)};
            const auto text = write_call_event(event, {"17"}, mask % 2 == 0 ? dialect : Dialect());
            ASSERT_EQ(validate(text), std::nullopt) << text;
        }
    }
}

TEST(CallEventSchema, HoldsForEmptyOriginalCallInfoAndOddCodes) {
    csta::CallPrivateData data;
    data.original_call = csta::OriginalCallInfo();
    data.entered_code = csta::EnteredCode{-1, 0, "", ""};
    for (int reason = 0; reason < 14; ++reason) {
        data.reason = reason;
        data.entered_code->type = reason;
        for (auto& body : test::bodies(test::provided("4001"), {217, "4001", false})) {
            expect_valid(write_call_event({body, {}, {}, data}, {"17"}, {}));
        }
    }
    for (int number = -1; number < 10; ++number) {
        expect_valid(
            write_call_event({csta::NetworkReached{{}, {}, {}, number, number}, {}, {}, {}}, {"17"}, {})
        );
    }
}

TEST(CallEventSchema, HoldsForSyntheticEventsOfCallMonitorsInEveryEdition) {
    for (auto edition : {Edition::Ed3, Edition::Ed4, Edition::Ed5, Edition::Ed6}) {
        auto dialect = dmcc_dialect();
        dialect.edition = edition;
        for (auto& body : test::bodies(test::provided("4001"), {217, "4001", false})) {
            const EventAddress address{"17", MonitorType::Call, {7, 1234}, true};
            const auto text = write_call_event(
                {body, csta::ConnectionState::Hold, {}, test::full_private_data()}, address, dialect
            );
            expect_valid(text);
            EXPECT_NE(text.find(namespace_of(edition)), std::string::npos);
            EXPECT_NE(text.find("<Synthetic xmlns=\"urn:ctiengine:1\"/>"), std::string::npos);
            EXPECT_EQ(text.find("localConnectionInfo"), std::string::npos);
        }
    }
}

TEST(CallEventSchema, SurvivesAnyTextOfTheSwitch) {
    const std::string odd = std::string("<J\xC3\xBCrgen & \xE9\x01 ]]>\0", 18);
    auto data = test::full_private_data();
    data.trunk_group = data.trunk_member = data.split = data.ucid = data.entered_code->digits = odd;
    for (auto& body : test::bodies(test::provided(odd), {217, odd, false})) {
        expect_valid(write_call_event({body, {}, {}, data}, {odd}, {}));
    }
}

}  // namespace
}  // namespace ctiengine::gateway
