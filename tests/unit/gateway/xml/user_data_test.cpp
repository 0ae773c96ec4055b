#include "gateway/xml/call_control_reader.hpp"
#include "gateway/xml/request_fields.hpp"

#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

Result<csta::MakeCall> call_with(const std::string& user_data) {
    const auto message = IncomingMessage::parse(
        "<MakeCall><callingDevice>1</callingDevice><calledDirectoryNumber>2</calledDirectoryNumber>" +
        user_data + "</MakeCall>"
    );
    DeviceForms forms;
    return read_make_call(*message, forms);
}

TEST(Hex, ReadsBothCasesAndPassesOverWhiteSpace) {
    EXPECT_EQ(octets_from_hex("0aFf"), "\x0A\xFF");
    EXPECT_EQ(octets_from_hex(" 4\n8 65\t"), "He");
    EXPECT_EQ(octets_from_hex("00"), std::string(1, '\0'));
    EXPECT_EQ(octets_from_hex(""), "");
    EXPECT_FALSE(octets_from_hex("4"));
    EXPECT_FALSE(octets_from_hex("4g"));
    EXPECT_FALSE(octets_from_hex("0x41"));
}

TEST(UserData, TextIsIa5AndTheRestOctets) {
    EXPECT_EQ(
        call_with("<userData><string>4869</string></userData>")->user_data,
        (csta::UserData{csta::UserDataProtocol::Ia5Ascii, "Hi"})
    );
    EXPECT_EQ(
        call_with("<userData><string>0041</string></userData>")->user_data,
        (csta::UserData{csta::UserDataProtocol::UserSpecific, std::string("\0A", 2)})
    );
}

TEST(UserData, EmptyOrForeignIsNone) {
    EXPECT_FALSE(call_with("<userData><string/></userData>")->user_data);
    EXPECT_FALSE(call_with("<userData><private><x/></private></userData>")->user_data);
    EXPECT_FALSE(call_with("<userData/>")->user_data);
}

TEST(UserData, HasALimitOf128Octets) {
    EXPECT_TRUE(call_with("<userData><string>" + std::string(256, '4') + "</string></userData>"));
    EXPECT_FALSE(call_with("<userData><string>" + std::string(258, '4') + "</string></userData>"));
}

}  // namespace
}  // namespace ctiengine::gateway
