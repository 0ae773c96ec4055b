#include "gateway/xml/recovery_reader.hpp"
#include "gateway/xml/recovery_writer.hpp"
#include "gateway/xml/response_writer.hpp"
#include "tests/fakes/schema_validator/schema_validator.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

using ::testing::HasSubstr;

IncomingMessage parsed(const std::string& xml) {
    auto message = IncomingMessage::parse(xml, {});
    if (!message) throw std::runtime_error(message.error().detail);
    return std::move(*message);
}

TEST(RecoveryReader, ReadsTheSessionAsked) {
    EXPECT_EQ(read_session_question(parsed("<GetMonitorList/>"))->session_id, "");
    EXPECT_EQ(
        read_session_question(parsed("<a:GetDeviceIdList><a:sessionID> 5F </a:sessionID></a:GetDeviceIdList>")
        )
            ->session_id,
        "5F"
    );
}

TEST(RecoveryReader, NeedsBothSessionsOfATransferInAnyOrder) {
    auto both = read_transfer_monitor_objects(
        parsed("<TransferMonitorObjects><toSessionID>B</toSessionID><fromSessionID>A</fromSessionID>"
               "</TransferMonitorObjects>")
    );
    ASSERT_TRUE(both);
    EXPECT_EQ(*both, (TransferMonitorObjects{"A", "B"}));
    auto one = read_transfer_monitor_objects(
        parsed("<TransferMonitorObjects><fromSessionID>A</fromSessionID></TransferMonitorObjects>")
    );
    ASSERT_FALSE(one);
    EXPECT_EQ(one.error().code, Errc::MissingElement);
    EXPECT_THAT(one.error().detail, HasSubstr("toSessionID"));
}

TEST(RecoveryReader, TakesOnlyTheCharacteristicsThatEverySessionHas) {
    const auto wish = [](const std::string& content) {
        return read_set_session_characteristics(parsed(
            "<SetSessionCharacteristics><sessionCharacteristics>" + content +
            "</sessionCharacteristics></SetSessionCharacteristics>"
        ));
    };
    EXPECT_TRUE(wish(""));
    EXPECT_TRUE(wish("<deviceIDType>DMCC</deviceIDType><eventFilterMode>None</eventFilterMode>"));
    EXPECT_THAT(wish("<deviceIDType>TelURI</deviceIDType>").error().detail, HasSubstr("allowed: DMCC"));
    EXPECT_EQ(wish("<eventFilterMode>x</eventFilterMode>").error().code, Errc::InvalidValue);
    EXPECT_FALSE(read_set_session_characteristics(parsed("<SetSessionCharacteristics/>")));
}

class RecoveryWriter : public ::testing::Test {
  protected:
    static void expect_valid(const std::string& xml) { EXPECT_EQ(test::validate(xml), std::nullopt) << xml; }
    Dialect dialect_;
};

TEST_F(RecoveryWriter, WritesEmptyAnswers) {
    for (const char* name :
         {"GetDeviceIdList", "GetMonitorList", "TransferMonitorObjects", "SetSessionCharacteristics"}) {
        expect_valid(write_avaya_done(name));
    }
    expect_valid(write_session_id_list({}));
    expect_valid(write_session_id_list({"A", "B"}));
}

TEST_F(RecoveryWriter, SaysThatAnEmptyListIsFinal) {
    for (const auto& events :
         {write_device_id_list_events({}, dialect_),
          write_monitor_list_events("GetMonitorListEvent", {}, dialect_)}) {
        ASSERT_EQ(events.size(), 1U);
        expect_valid(events[0]);
        EXPECT_THAT(events[0], HasSubstr("<isFinalResponse>true</isFinalResponse>"));
    }
}

TEST_F(RecoveryWriter, SpellsDevicesAsTheClientDoes) {
    ASSERT_TRUE(dialect_.forms.learn("4001:CM1::0"));
    const std::vector<MonitoredDevice> devices{{"4001", {"1", "3"}}, {"4002", {"2"}}};
    for (const auto& event :
         {write_device_id_list_events(devices, dialect_)[0],
          write_monitor_list_events("GetMonitorListEvent", devices, dialect_)[0],
          write_monitor_list_events("TransferMonitorObjectsEvent", devices, dialect_)[0]}) {
        expect_valid(event);
        EXPECT_THAT(event, HasSubstr(">4001:CM1::0<"));
        EXPECT_THAT(event, HasSubstr(">4002<"));
    }
}

TEST_F(RecoveryWriter, CutsLongListsSoThatEachPartFitsIntoAFrame) {
    std::vector<MonitoredDevice> devices;
    for (int number = 0; number < 120; ++number) {
        const auto extension = std::to_string(1'000'000 + number);
        dialect_.forms.make(extension, std::string(200, 's'), "2001:db8:0:0:0:0:0:1", 0);
        devices.push_back(
            {extension,
             {"18446744073709551611", "18446744073709551612", "18446744073709551613", "18446744073709551614",
              "18446744073709551615"}}
        );
    }
    const auto events = write_monitor_list_events("GetMonitorListEvent", devices, dialect_);
    ASSERT_EQ(events.size(), 3U);
    for (const auto& event : events) {
        expect_valid(event);
        EXPECT_LE(event.size(), 65527U);
        EXPECT_EQ(event.find("<isFinalResponse>true") != std::string::npos, &event == &events.back());
    }
}

}  // namespace
}  // namespace ctiengine::gateway
