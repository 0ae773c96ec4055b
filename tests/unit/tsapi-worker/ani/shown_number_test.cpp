#include "tsapi-worker/ani/shown_number.hpp"

#include <gmock/gmock.h>

namespace ctiengine::ani {
namespace {

using ::testing::HasSubstr;

class ShownNumber : public testing::Test {
  protected:
    std::optional<csta::Failure> encode() { return encode_shown_number(layout, request); }

    NumberLayout layout = NumberLayout::parse("2A 21 {ascii}").value();
    csta::Request request;
};

csta::MakeCall make_call(const char* shown) {
    csta::MakeCall call;
    call.calling = "4001";
    call.shown_number = shown;
    return call;
}

TEST_F(ShownNumber, BecomesTheUserDataOfANewCall) {
    request = make_call("0301");
    EXPECT_EQ(encode(), std::nullopt);
    const auto& call = std::get<csta::MakeCall>(request);
    EXPECT_EQ(call.user_data->octets, "*!0301");
    EXPECT_EQ(call.shown_number, "");
    csta::ConsultationCall consult;
    consult.shown_number = "0302";
    request = consult;
    EXPECT_EQ(encode(), std::nullopt);
    EXPECT_EQ(std::get<csta::ConsultationCall>(request).user_data->octets, "*!0302");
}

TEST_F(ShownNumber, LeavesRequestsWithoutOneAlone) {
    auto call = make_call("");
    call.user_data = csta::UserData{csta::UserDataProtocol::Ia5Ascii, "hello"};
    const csta::Request before = call;
    request = before;
    EXPECT_EQ(encode(), std::nullopt);
    EXPECT_EQ(request, before);
    request = csta::AnswerCall{};
    EXPECT_EQ(encode(), std::nullopt);
}

TEST_F(ShownNumber, IsRefusedTogetherWithOtherUserData) {
    auto call = make_call("0301");
    call.user_data = csta::UserData{csta::UserDataProtocol::Ia5Ascii, "hello"};
    request = call;
    auto refused = encode();
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->value, csta::UniversalFailure::ValueOutOfRange);
    EXPECT_THAT(refused->detail, HasSubstr("user data"));
    EXPECT_EQ(request, csta::Request(call));
}

TEST_F(ShownNumber, IsRefusedWhenItIsNoNumber) {
    request = make_call("+49301");
    EXPECT_THAT(encode()->detail, HasSubstr("digits"));
}

}  // namespace
}  // namespace ctiengine::ani
