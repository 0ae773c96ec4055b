#include "gateway/xml/device_forms.hpp"

#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

TEST(DeviceForms, KeepsTheExtensionAndRemembersTheSpelling) {
    DeviceForms forms;
    const auto device = forms.learn("4001:CM1:10.0.0.1:0");
    ASSERT_TRUE(device);
    EXPECT_EQ(*device, "4001");
    ASSERT_NE(forms.find("4001"), nullptr);
    EXPECT_EQ(*forms.find("4001"), "4001:CM1:10.0.0.1:0");
    EXPECT_EQ(forms.find("4002"), nullptr);
}

TEST(DeviceForms, ABareNumberIsItself) {
    DeviceForms forms;
    EXPECT_EQ(*forms.learn("4001"), "4001");
    EXPECT_EQ(forms.find("4001"), nullptr);
}

TEST(DeviceForms, ABareNumberDoesNotUndoTheLongForm) {
    DeviceForms forms;
    EXPECT_TRUE(forms.learn("4001:CM1::0"));
    EXPECT_TRUE(forms.learn("4001"));
    EXPECT_NE(forms.find("4001"), nullptr);
}

TEST(DeviceForms, AnAddressMayBeIpv6) {
    DeviceForms forms;
    EXPECT_EQ(*forms.learn("4001:CM1:2001:db8::1:0"), "4001");
}

TEST(DeviceForms, TheNewestLongFormCounts) {
    DeviceForms forms;
    EXPECT_TRUE(forms.learn("4001:CM1::0"));
    EXPECT_TRUE(forms.learn("4001:CM2::1"));
    EXPECT_EQ(*forms.find("4001"), "4001:CM2::1");
}

TEST(DeviceForms, RefusesWhatIsNeitherForm) {
    DeviceForms forms;
    for (const auto& text :
         {std::string(), std::string("4001:CM1"), std::string("4001:CM1:"), std::string("tel:4001"),
          std::string(":CM1::0"), std::string("40\x01"), std::string("4\xC3\xA9"), std::string(64, '1')}) {
        const auto device = forms.learn(text);
        ASSERT_FALSE(device) << text;
        EXPECT_EQ(device.error().code, Errc::InvalidValue);
    }
    EXPECT_TRUE(forms.learn(std::string(63, '1')));
}

TEST(DeviceForms, MakesTheLongForm) {
    DeviceForms forms;
    EXPECT_EQ(forms.make("4001", "CM1", "", 0), "4001:CM1::0");
    EXPECT_EQ(*forms.find("4001"), "4001:CM1::0");
    EXPECT_EQ(*forms.learn(forms.make("4002", "", "", 2)), "4002");
}

TEST(DeviceForms, ForgetsWhatIsGivenBack) {
    DeviceForms forms;
    forms.make("4001", "CM1", "", 0);
    forms.forget("4001");
    EXPECT_EQ(forms.find("4001"), nullptr);
}

TEST(DeviceForms, RemembersALimitedNumberOfDevices) {
    DeviceForms forms;
    for (std::size_t i = 0; i <= DeviceForms::kLimit; ++i) forms.make(std::to_string(i), "", "", 0);
    EXPECT_NE(forms.find("0"), nullptr);
    EXPECT_EQ(forms.find(std::to_string(DeviceForms::kLimit)), nullptr);
    EXPECT_EQ(
        *forms.learn(std::to_string(DeviceForms::kLimit) + ":a::0"), std::to_string(DeviceForms::kLimit)
    );
}

TEST(DeviceForms, KeepsNoEndlessSpelling) {
    DeviceForms forms;
    const std::string start = "4001:";
    const std::string end = "::0";
    const auto filler = std::size_t{255} - start.size() - end.size();
    EXPECT_TRUE(forms.learn(start + std::string(filler, 's') + end));
    const auto refused = forms.learn(start + std::string(filler + 1, 's') + end);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::InvalidValue);
    forms.make("4002", std::string(255, 's'), "", 0);
    EXPECT_EQ(forms.find("4002"), nullptr) << "written bare";
}

}  // namespace
}  // namespace ctiengine::gateway
