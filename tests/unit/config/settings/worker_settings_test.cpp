#include "config/worker_settings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::config {
namespace {

Result<WorkerSettings> worker(const std::string& password, bool dev) {
    auto xml = "<CTIENGINECONFIG><TSAPIPASSWORD>" + password + "</TSAPIPASSWORD></CTIENGINECONFIG>";
    return worker_settings(
        parse_settings(SettingsFileKind::Engine, xml, "test.xml").value(), "/opt/engine", {dev, {}}
    );
}

TEST(WorkerSettings, TakesAClearPasswordOnlyForDevelopment) {
    auto settings = worker("{plain}ctipass", true);
    ASSERT_TRUE(settings) << settings.error().detail;
    EXPECT_EQ(read_password(settings->password).value(), Secret("ctipass"));
    auto refused = worker("{plain}ctipass", false);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().detail, testing::HasSubstr("only when the worker runs with --dev"));
    EXPECT_THAT(refused.error().detail, testing::Not(testing::HasSubstr("ctipass")))
        << "never print the secret";
}

TEST(WorkerSettings, NeverTakesAnUnmarkedValueAsClearText) {
    auto refused = worker("ctipass", true);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().detail, testing::HasSubstr("run aes-encryption"));
    EXPECT_THAT(refused.error().detail, testing::Not(testing::HasSubstr("ctipass")));
}

TEST(WorkerSettings, KeepsTheValueAsASecretOnly) {
    auto xml = "<CTIENGINECONFIG><TSAPIPASSWORD>{plain}ctipass</TSAPIPASSWORD></CTIENGINECONFIG>";
    auto values = parse_settings(SettingsFileKind::Engine, xml, "test.xml").value();
    EXPECT_EQ(values.text("TSAPIPASSWORD"), "");
    EXPECT_EQ(values.secret("TSAPIPASSWORD"), Secret("{plain}ctipass"));
}

TEST(WorkerSettings, KnowsWhereThePasswordMayStand) {
    auto xml = "<CTIENGINECONFIG><KEYRING>my/ring</KEYRING></CTIENGINECONFIG>";
    auto values = parse_settings(SettingsFileKind::Engine, xml, "test.xml").value();
    auto settings = worker_settings(values, "/opt/engine", {false, "/run/credentials/x"}).value();
    EXPECT_EQ(settings.password.key_ring, "/opt/engine/my/ring");
    EXPECT_EQ(settings.password.credentials, "/run/credentials/x");
    EXPECT_FALSE(settings.password.allow_plain);
}

TEST(WorkerSettings, ReadsHowANumberToShowIsEncoded) {
    auto read = [](const std::string& tags) {
        auto xml = "<CTIENGINECONFIG>" + tags + "</CTIENGINECONFIG>";
        auto values = parse_settings(SettingsFileKind::Engine, xml, "test.xml").value();
        return worker_settings(values, "/opt/engine", {}).value();
    };
    EXPECT_EQ(read("").ani_masking, "A");
    EXPECT_EQ(read("").ani_layout, "");
    auto settings = read("<ANIMASKING>C</ANIMASKING><ANILAYOUT>2A 22 {bcd}</ANILAYOUT>");
    EXPECT_EQ(settings.ani_masking, "C");
    EXPECT_EQ(settings.ani_layout, "2A 22 {bcd}");
}

}  // namespace
}  // namespace ctiengine::config
