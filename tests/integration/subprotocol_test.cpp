// One request in each form that the WebSocket can carry, negotiated or recognised by its first message.
#include "tests/fakes/schema_validator/schema_validator.hpp"
#include "tests/integration/harness/engine_under_test.hpp"
#include "tests/integration/harness/softphone.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::tests {
namespace {

/// Version, length of the whole frame (big-endian), invoke ID, XML.
std::string annex_j(const std::string& invoke, const std::string& xml) {
    auto length = 8 + xml.size();
    std::string head{'\0', '\0', static_cast<char>(length >> 8), static_cast<char>(length & 0xff)};
    return head + invoke + xml;
}

struct Form {
    const char* name;
    std::vector<std::string> offered;
    std::string chosen;
    std::string request;
    bool binary;
    std::size_t head_bytes;  // of the answer, before the XML
};

void PrintTo(const Form& form, std::ostream* out) {
    *out << form.name;
}

class Subprotocols : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        engine_ = std::make_unique<EngineUnderTest>("subprotocols");
        engine_->start_all();
    }
    static void TearDownTestSuite() {
        engine_->stop_all();
        engine_.reset();
    }
    static inline std::unique_ptr<EngineUnderTest> engine_;
};

class SubprotocolForm : public Subprotocols, public ::testing::WithParamInterface<Form> {};

TEST_P(SubprotocolForm, IsAnsweredInKind) {
    const auto& form = GetParam();
    testing::WssOptions options;
    options.port = engine_->port();
    options.subprotocols = form.offered;
    testing::WssClient client(options);
    EXPECT_EQ(client.subprotocol(), form.chosen);
    if (form.binary)
        client.send_binary(form.request);
    else
        client.send_text(form.request);
    auto answer = client.receive();
    ASSERT_TRUE(answer) << "close code " << client.close_code().value_or(0);
    EXPECT_EQ(answer->binary, form.binary);
    EXPECT_EQ(
        answer->payload.substr(0, form.head_bytes).find("0042") != std::string::npos, form.head_bytes > 0
    );
    if (form.binary) {
        EXPECT_EQ(answer->payload.substr(0, 8), annex_j("0042", answer->payload.substr(8)).substr(0, 8));
    }
    auto xml = answer->payload.substr(form.head_bytes);
    EXPECT_THAT(xml, ::testing::HasSubstr("<systemStatus>normal</systemStatus>"));
    EXPECT_EQ(test::validate(xml), std::nullopt) << xml;
}

const std::string kRequest = csta("RequestSystemStatus");

INSTANTIATE_TEST_SUITE_P(
    Forms,
    SubprotocolForm,
    ::testing::Values(
        Form{"CstaXml", {"csta-xml"}, "csta-xml", "0042" + kRequest, false, 4},
        Form{"AnnexJ", {"csta-xml-annexj"}, "csta-xml-annexj", annex_j("0042", kRequest), true, 8},
        Form{"Bare", {"csta-xml-bare"}, "csta-xml-bare", kRequest, false, 0},
        Form{
            "FirstKnownOfferIsTaken",
            {"soap", "csta-xml-bare", "csta-xml"},
            "csta-xml-bare",
            kRequest,
            false,
            0},
        Form{"DigitsWithoutAnOffer", {}, "", "0042" + kRequest, false, 4},
        Form{"BinaryWithoutAnOffer", {}, "", annex_j("0042", kRequest), true, 8},
        Form{"MarkupWithoutAnOffer", {}, "", kRequest, false, 0}
    ),
    [](const auto& row) { return row.param.name; }
);

}  // namespace
}  // namespace ctiengine::tests
