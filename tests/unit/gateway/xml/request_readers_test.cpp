#include "tests/fakes/schema_validator/schema_validator.hpp"
#include "tests/unit/gateway/xml/request_variations.hpp"
#include "tests/unit/gateway/xml/requests_under_test.hpp"

#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

using test::RequestUnderTest;

class RequestReader : public testing::TestWithParam<RequestUnderTest> {};

TEST_P(RequestReader, ReadsEveryFieldInEveryFormThatClientsUse) {
    for (const auto& variation : test::variations_of(GetParam().xml)) {
        const auto message = IncomingMessage::parse(variation.xml);
        ASSERT_TRUE(message) << variation.what << ": " << message.error().detail << "\n" << variation.xml;
        DeviceForms forms;
        const auto request = GetParam().read(*message, forms);
        ASSERT_TRUE(request) << variation.what << ": " << request.error().detail << "\n" << variation.xml;
        EXPECT_TRUE(*request == GetParam().expected) << variation.what << "\n" << variation.xml;
    }
}

TEST_P(RequestReader, NamesEveryMandatoryElementThatIsMissing) {
    for (const auto& path : GetParam().mandatory) {
        const auto message = IncomingMessage::parse(test::without(GetParam().xml, path));
        ASSERT_TRUE(message) << message.error().detail;
        DeviceForms forms;
        const auto request = GetParam().read(*message, forms);
        ASSERT_FALSE(request) << path;
        EXPECT_EQ(request.error().code, Errc::MissingElement) << path;
        EXPECT_EQ(request.error().detail, std::string(message->name()) + ": element " + path + " is missing");
    }
}

TEST_P(RequestReader, NamesEveryElementWithAValueOfTheWrongKind) {
    for (const auto& [path, value] : GetParam().bad_values) {
        const auto message = IncomingMessage::parse(test::with_text(GetParam().xml, path, value));
        ASSERT_TRUE(message) << message.error().detail;
        DeviceForms forms;
        const auto request = GetParam().read(*message, forms);
        ASSERT_FALSE(request) << path << " = " << value;
        EXPECT_EQ(request.error().code, Errc::InvalidValue) << path << " = " << value;
        const auto start =
            std::string(message->name()) + ": " + path + (path == "password" ? " has" : " is '");
        EXPECT_TRUE(request.error().detail.starts_with(start)) << request.error().detail;
        EXPECT_NE(request.error().detail.find("; allowed: "), std::string::npos) << request.error().detail;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Requests,
    RequestReader,
    testing::ValuesIn(test::requests_under_test()),
    [](const auto& row) { return row.param.name; }
);

TEST(RequestTable, HoldsMessagesThatAreThemselvesValid) {
    for (const auto& row : test::requests_under_test()) {
        if (!row.valid) continue;
        EXPECT_EQ(ctiengine::test::validate(row.xml), std::nullopt) << row.name << "\n" << row.xml;
    }
}

}  // namespace
}  // namespace ctiengine::gateway
