#include "license-svc/file_licence/mac_address.hpp"
#include "tests/fakes/certificates/certificates.hpp"
#include "tests/fakes/program_run/program_run.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace ctiengine::admin {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

/// The program itself, on whatever host the test runs: one without any card is possible.
class LicenseHostid : public ::testing::Test {
  protected:
    testing::Ran run(const std::string& arguments) const {
        return testing::run_shell(std::string(CTIENGINE_ADMIN) + " license hostid " + arguments);
    }
    std::string config(const std::string& interface) const {
        const auto file = folder_.write(
            "config.xml",
            "<CTIENGINECONFIG><LICENSEMACINTERFACE>" + interface + "</LICENSEMACINTERFACE></CTIENGINECONFIG>"
        );
        return " --config '" + file.string() + "' ";
    }

    testing::TemporaryDirectory folder_;
};

TEST_F(LicenseHostid, TellsEveryCandidateInThreeNotations) {
    const auto ran = run("--json --config /nonexistent");
    const auto report = json::parse(ran.output);
    EXPECT_TRUE(report["container"].is_boolean());
    bool any_primary = false;
    for (const auto& candidate : report["interfaces"]) {
        const auto mac = candidate["mac"].get<std::string>();
        EXPECT_EQ(license::canonical_mac(mac), mac);
        EXPECT_EQ(candidate["weblm"], license::dashed_mac(mac));
        EXPECT_EQ(candidate["switch"], license::dotted_mac(mac));
        EXPECT_NE(candidate["why"], "");
        any_primary = any_primary || candidate["primary"].get<bool>();
    }
    EXPECT_EQ(ran.status, any_primary ? 0 : 1);
    const auto table = run("--config /nonexistent");
    EXPECT_EQ(table.status, ran.status);
    for (const auto& candidate : report["interfaces"]) {
        for (const char* notation : {"interface", "mac", "weblm", "switch"}) {
            EXPECT_THAT(table.output, HasSubstr(candidate[notation].get<std::string>()));
        }
    }
}

TEST_F(LicenseHostid, SaysWhenTheNamedInterfaceIsNone) {
    for (const auto& arguments : {std::string("--interface nosuch0"), config("nosuch0")}) {
        const auto ran = run(arguments + " 2>&1");
        EXPECT_EQ(ran.status, 1);
        EXPECT_THAT(ran.output, HasSubstr("no interface nosuch0"));
    }
}

TEST_F(LicenseHostid, DoesNotGuessWhenTheSettingsAreWrong) {
    const auto ran = run(config("much-too-long-for-a-name") + " 2>&1");
    EXPECT_EQ(ran.status, 3) << ran.output;
    EXPECT_THAT(ran.output, HasSubstr("LICENSEMACINTERFACE"));
}

}  // namespace
}  // namespace ctiengine::admin
