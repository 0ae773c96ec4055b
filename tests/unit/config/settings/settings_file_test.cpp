#include "config/gateway_settings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::config {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Result<SettingValues> parse(std::string_view xml) {
    return parse_settings(SettingsFileKind::Engine, xml, "test.xml");
}

TEST(SettingsFile, TakesTagsAsElementsOrAttributesInAnyCase) {
    auto values = parse("<ctiengineconfig Port=' 8190 '><logseverity>HIGH</logseverity></ctiengineconfig>");
    ASSERT_TRUE(values) << values.error().detail;
    EXPECT_EQ(values->number("PORT"), 8190);
    EXPECT_EQ(values->number("LOGSEVERITY"), 1);
    EXPECT_EQ(values->number("CONNECTIONTIMEOUT"), 60) << "a silent file means the default";
}

TEST(SettingsFile, NamesEveryBadValueAtOnce) {
    auto values = parse("<CTIENGINECONFIG><PORT>70000</PORT><LOGSEVERITY>x</LOGSEVERITY></CTIENGINECONFIG>");
    ASSERT_FALSE(values);
    EXPECT_THAT(
        values.error().detail,
        HasSubstr("test.xml: PORT is '70000' but must be a whole number from 0 to 65535")
    );
    EXPECT_THAT(values.error().detail, HasSubstr("test.xml: LOGSEVERITY is 'x' but must be one of Low,High"));
}

TEST(SettingsFile, WarnsOfUnknownAndRepeatedTags) {
    auto values = parse("<CTIENGINECONFIG><PROT>1</PROT><PORT>1</PORT><PORT>2</PORT></CTIENGINECONFIG>");
    ASSERT_TRUE(values) << values.error().detail;
    EXPECT_EQ(values->number("PORT"), 2);
    EXPECT_THAT(
        values->warnings(), ElementsAre(
                                "test.xml: tag PROT is not known and has no effect",
                                "test.xml: tag PORT stands there twice; the last one counts"
                            )
    );
}

TEST(SettingsFile, SaysWhereTheXmlBreaks) {
    auto values = parse("<CTIENGINECONFIG><PORT>1</CTIENGINECONFIG>");
    ASSERT_FALSE(values);
    EXPECT_THAT(values.error().detail, HasSubstr("test.xml: not well-formed XML at byte"));
}

TEST(SettingsFile, RefusesTheOtherProcessesFile) {
    auto values = parse("<CLIENTLOGGERCONFIG/>");
    ASSERT_FALSE(values);
    EXPECT_THAT(values.error().detail, HasSubstr("must be CTIENGINECONFIG"));
}

TEST(SettingsFile, SaysWhatToDoWhenItIsMissing) {
    auto values = load_settings(SettingsFileKind::Engine, "/nowhere/ctiengineconfig.xml");
    ASSERT_FALSE(values);
    EXPECT_THAT(values.error().detail, HasSubstr("/nowhere/ctiengineconfig.xml: cannot be read"));
}

TEST(SettingsFile, DefaultFilesAreOneLineAndClean) {
    for (auto [kind, name] :
         {std::pair{SettingsFileKind::Engine, "ctiengineconfig.xml"},
          std::pair{SettingsFileKind::ClientLogger, "clientloggerconfig.xml"}}) {
        auto values = load_settings(kind, std::filesystem::path(CTIENGINE_DEFAULTS) / name);
        ASSERT_TRUE(values) << values.error().detail;
        EXPECT_THAT(values->warnings(), testing::IsEmpty());
    }
}

TEST(GatewaySettings, LeaveTheSecondPortOffUntilAskedFor) {
    auto silent = parse("<CTIENGINECONFIG/>");
    ASSERT_TRUE(silent) << silent.error().detail;
    EXPECT_EQ(gateway_settings(*silent, "/").annex_j, AnnexJ::Off);
    EXPECT_EQ(gateway_settings(*silent, "/").annex_j_port, 4722);
    for (auto [word, kind] : {std::pair{"tcp", AnnexJ::Tcp}, {"TLS", AnnexJ::Tls}, {"off", AnnexJ::Off}}) {
        auto values = parse("<CTIENGINECONFIG><ANNEXJ>" + std::string(word) + "</ANNEXJ></CTIENGINECONFIG>");
        ASSERT_TRUE(values) << values.error().detail;
        EXPECT_EQ(gateway_settings(*values, "/").annex_j, kind) << word;
    }
}

TEST(GatewaySettings, ResolvesPathsAgainstTheFolderOfTheFile) {
    auto values = parse(
        "<CTIENGINECONFIG><PRIVATEKEY>/etc/key.pem</PRIVATEKEY><MESSAGESIZE>128K</MESSAGESIZE></"
        "CTIENGINECONFIG>"
    );
    ASSERT_TRUE(values);
    auto settings = gateway_settings(*values, "/opt/engine");
    EXPECT_EQ(settings.certificate, "/opt/engine/certificates/certificate.crt");
    EXPECT_EQ(settings.private_key, "/etc/key.pem");
    EXPECT_EQ(settings.softphone_directory, "") << "empty stays empty";
    EXPECT_EQ(settings.message_size_bytes, 128U * 1024);
}

}  // namespace
}  // namespace ctiengine::config
