// What comes from clients. The rows are those of the readers' own tests.
#include "gateway/xml/error_writer.hpp"
#include "gateway/xml/not_offered.hpp"
#include "tests/conformance/conformance_table.hpp"
#include "tests/fakes/schema_validator/schema_validator.hpp"
#include "tests/unit/gateway/xml/request_variations.hpp"
#include "tests/unit/gateway/xml/requests_under_test.hpp"

#include <gtest/gtest.h>

namespace ctiengine::conformance {
namespace {

using gateway::DeviceForms;
using gateway::IncomingMessage;
using gateway::test::RequestUnderTest;
using test::validate;

const std::string kCsta = " xmlns=\"http://www.ecma-international.org/standards/ecma-323/csta/ed3\"";

/// The error names the message, and its XML is valid.
void expect_refusal(const Error& error, std::string_view message) {
    EXPECT_NE(error.detail.find(message), std::string::npos) << error.detail;
    const auto text = write_csta_error(gateway::csta_error(error), gateway::Edition::Ed3);
    EXPECT_EQ(validate(text), std::nullopt) << text;
}

Error fault_of(const RequestUnderTest& row, const std::string& xml) {
    const auto message = IncomingMessage::parse(xml);
    if (!message) return message.error();
    DeviceForms forms;
    const auto request = row.read(*message, forms);
    if (!request) return request.error();
    ADD_FAILURE() << "was read: " << xml;
    return {Errc::Io, ""};
}

std::string in_foreign_namespace(const std::string& xml) {
    const auto start = xml.find("xmlns=\"") + 7;
    return std::string(xml).replace(start, xml.find('"', start) - start, "urn:example:other");
}

void check_positive(const RequestUnderTest& row) {
    for (const auto& variation : gateway::test::variations_of(row.xml)) {
        const auto message = IncomingMessage::parse(variation.xml);
        ASSERT_TRUE(message) << variation.what;
        DeviceForms forms;
        const auto request = row.read(*message, forms);
        ASSERT_TRUE(request) << variation.what << ": " << request.error().detail;
        EXPECT_TRUE(*request == row.expected) << variation.what;
    }
}

void check_negative(const RequestUnderTest& row, std::string_view name) {
    for (const auto& path : row.mandatory) {
        expect_refusal(fault_of(row, gateway::test::without(row.xml, path)), name);
    }
    for (const auto& [path, value] : row.bad_values) {
        expect_refusal(fault_of(row, gateway::test::with_text(row.xml, path, value)), name);
    }
    expect_refusal(fault_of(row, in_foreign_namespace(row.xml)), name);
}

TEST(Requests, AreReadInEverySpelling) {
    for (const auto& row : gateway::test::requests_under_test()) {
        check_positive(row);
        record(Check::Positive, Direction::Received, IncomingMessage::parse(row.xml)->name());
    }
}

TEST(Requests, AreRefusedWithTheElementAtFault) {
    for (const auto& row : gateway::test::requests_under_test()) {
        const auto message = IncomingMessage::parse(row.xml);
        check_negative(row, message->name());
        record(Check::Negative, Direction::Received, message->name());
    }
}

TEST(Requests, HoldAgainstTheSchema) {
    for (const auto& row : gateway::test::requests_under_test()) {
        if (!row.valid) continue;
        EXPECT_EQ(validate(row.xml), std::nullopt) << row.xml;
        record(Check::Schema, Direction::Received, IncomingMessage::parse(row.xml)->name());
    }
}

/// Requests that have nothing a reader could get wrong.
TEST(Requests, WithoutFieldsNeedNoReader) {
    for (const std::string name : {"RequestSystemStatus", "GetSwitchingFunctionCaps"}) {
        const auto xml = "<" + name + kCsta + "/>";
        EXPECT_EQ(validate(xml), std::nullopt);
        const auto message = IncomingMessage::parse(xml);
        ASSERT_TRUE(message);
        const auto foreign = IncomingMessage::parse(in_foreign_namespace(xml));
        ASSERT_FALSE(foreign);
        expect_refusal(foreign.error(), name);
        for (auto check : {Check::Positive, Check::Negative, Check::Schema}) {
            record(check, Direction::Received, name);
        }
    }
}

TEST(Requests, WithoutACounterpartSayWhy) {
    const std::string call = "<callID>217</callID><deviceID>4001</deviceID>";
    const std::pair<std::string, std::string> rows[] = {
        {"AssociateData", "<existingCall>" + call + "</existingCall>"},
        {"SendUserInformation",
         "<existingCall>" + call + "</existingCall><userData><string>41</string></userData>"},
        {"GroupPickupCall", "<newDestination>4001</newDestination>"},
        {"ParkCall", "<parking>" + call + "</parking><parkTo>4002</parkTo>"},
    };
    for (const auto& [name, content] : rows) {
        const auto xml = "<" + name + kCsta + ">" + content + "</" + name + ">";
        EXPECT_EQ(validate(xml), std::nullopt) << xml;
        record(Check::Schema, Direction::Received, name);
        const auto error = gateway::not_offered_error(name);
        ASSERT_TRUE(error) << name;
        EXPECT_STREQ(error->value, "serviceNotSupported");
        EXPECT_NE(error->sentence.find(name), std::string::npos);
        const auto text = write_csta_error(*error, gateway::Edition::Ed3);
        EXPECT_EQ(validate(text), std::nullopt) << text;
        record(Check::Negative, Direction::Received, name);
    }
    EXPECT_FALSE(gateway::not_offered_error("MakeCall"));
}

}  // namespace
}  // namespace ctiengine::conformance
