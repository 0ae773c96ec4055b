#include "license-svc/file_licence/licence_check.hpp"
#include "license-svc/license_sign/issuer_key.hpp"
#include "tests/fakes/certificates/certificates.hpp"
#include "tests/fakes/program_run/program_run.hpp"

#include <gmock/gmock.h>

#include <sys/stat.h>

#include <fstream>

namespace ctiengine::license {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Ran;

constexpr char kOrder[] = "--mac 08-00-27-08-BC-E4 --users 80 --customer ACME";

/// The program itself, as a supplier calls it.
class SignCommands : public ::testing::Test {
  protected:
    Ran run(const std::string& arguments) const {
        return testing::run_shell(
            "cd '" + folder_.path().string() + "' && '" CTIENGINE_LICENSE_SIGN "' " + arguments + " 2>&1"
        );
    }
    fs::path file(const char* name) const { return folder_.path() / name; }
    std::string content(const char* name) const {
        std::ifstream in(file(name));
        return {std::istreambuf_iterator<char>(in), {}};
    }
    unsigned mode(const char* name) const {
        struct stat status {};
        return ::stat(file(name).c_str(), &status) == 0 ? status.st_mode & 07777U : 0;
    }
    LicenceVerdict verdict() const {
        LicenceHost host;
        host.macs = {"08:00:27:08:bc:e4"};
        host.now = 1800000000;
        return check_licence(content("ctienginelicense"), content("license_public_key.pem"), host);
    }
    void put_encrypted_key() {
        const testing::Identity identity;
        const auto file = folder_.write("issuer.pem", identity.encrypted_key_pem("pass word"));
        ::chmod(file.c_str(), 0600);
        folder_.write("license_public_key.pem", IssuerKey::from_pem(identity.key_pem()).value().public_pem());
    }

    testing::TemporaryDirectory folder_;
};

TEST_F(SignCommands, MakeALicenceWithEveryKindOfKey) {
    for (const char* type : {"rsa", "ec", "ed25519"}) {
        ASSERT_EQ(run(std::string("generate-key --force --type ") + type).status, 0);
        const auto signing = run(std::string("sign --force --key issuer.pem ") + kOrder);
        ASSERT_EQ(signing.status, 0) << signing.output;
        EXPECT_THAT(signing.output, HasSubstr("\"customer\": \"ACME\""));
        ASSERT_TRUE(verdict().good()) << verdict().detail;
        EXPECT_EQ(verdict().claims->users, 80U);
        const auto showing = run("show ctienginelicense --public license_public_key.pem");
        EXPECT_EQ(showing.status, 0) << showing.output;
        EXPECT_THAT(showing.output, HasSubstr("\"users\": 80"));
    }
}

TEST_F(SignCommands, KeepTheKeyFromOthersAndFromBeingOverwritten) {
    ASSERT_EQ(run("generate-key --type ec").status, 0);
    EXPECT_EQ(mode("issuer.pem"), 0600U);
    EXPECT_EQ(mode("license_public_key.pem"), 0644U);
    const auto before = content("issuer.pem");
    const auto again = run("generate-key --type ec");
    EXPECT_EQ(again.status, 3);
    EXPECT_THAT(again.output, HasSubstr("--force"));
    EXPECT_EQ(content("issuer.pem"), before);
    ::chmod(file("issuer.pem").c_str(), 0644);
    EXPECT_EQ(run("generate-key --type ec --force").status, 0);
    EXPECT_NE(content("issuer.pem"), before);
    EXPECT_EQ(mode("issuer.pem"), 0600U) << "whatever the old one had";
}

TEST_F(SignCommands, WriteNoHalfOfAPair) {
    folder_.write("license_public_key.pem", "of somebody");
    EXPECT_EQ(run("generate-key --type ec").status, 3);
    EXPECT_FALSE(fs::exists(file("issuer.pem")));
    EXPECT_EQ(content("license_public_key.pem"), "of somebody");
}

TEST_F(SignCommands, TakeNoKeyThatOthersMayRead) {
    ASSERT_EQ(run("generate-key --type ec").status, 0);
    ::chmod(file("issuer.pem").c_str(), 0640);
    const auto ran = run(std::string("sign --key issuer.pem ") + kOrder);
    EXPECT_EQ(ran.status, 3);
    EXPECT_THAT(ran.output, HasSubstr("chmod 600"));
    EXPECT_FALSE(fs::exists(file("ctienginelicense")));
}

TEST_F(SignCommands, TakeThePasswordOfAnEncryptedKeyFromAFile) {
    put_encrypted_key();
    ::chmod(folder_.write("password", "pass word\nsecond line").c_str(), 0600);
    const auto command = std::string("sign --key issuer.pem --key-password-file password ") + kOrder;
    EXPECT_EQ(run(command).status, 0);
    EXPECT_TRUE(verdict().good()) << verdict().detail;
    ::chmod(folder_.write("password", "another\n").c_str(), 0600);
    const auto ran = run(command + " --force");
    EXPECT_EQ(ran.status, 3);
    EXPECT_THAT(ran.output, HasSubstr("this is not its password"));
}

TEST_F(SignCommands, AskForThePasswordOfAnEncryptedKeyOnTheTerminal) {
    put_encrypted_key();
    const auto out = file("ctienginelicense").string();
    const auto ran = testing::run_on_terminal(
        {CTIENGINE_LICENSE_SIGN, "sign", "--key", file("issuer.pem").string(), "--out", out, "--mac",
         "08-00-27-08-BC-E4", "--users", "80"},
        {"pass word"}
    );
    EXPECT_EQ(ran.status, 0) << ran.output;
    EXPECT_THAT(ran.output, Not(HasSubstr("pass word")));
    EXPECT_TRUE(verdict().good()) << verdict().detail;
}

TEST_F(SignCommands, SignClaimsOfAFileAsTheyAre) {
    ASSERT_EQ(run("generate-key --type ec").status, 0);
    const std::string claims =
        R"({"ver":1,"lid":"1","product":"CTI_Engine","mac":["08:00:27:08:bc:e4"],"users":7,)"
        R"("ha_users":0,"callcenter":false,"iat":1,"colour":"blue"})";
    folder_.write("claims.json", claims);
    ASSERT_EQ(run("sign --key issuer.pem --claims claims.json").status, 0);
    EXPECT_EQ(verdict().claims->users, 7U);
    EXPECT_THAT(run("show").output, HasSubstr("\"colour\": \"blue\"")) << "all that is signed is shown";
    EXPECT_EQ(run("sign --force --key issuer.pem --claims claims.json --users 9").status, 2);
    folder_.write("claims.json", R"({"ver":1})");
    EXPECT_EQ(run("sign --force --key issuer.pem --claims claims.json").status, 3);
    EXPECT_EQ(verdict().claims->users, 7U) << "the old one stays";
}

TEST_F(SignCommands, ShowWhatIsWrong) {
    ASSERT_EQ(run("generate-key --type ec").status, 0);
    ASSERT_EQ(run(std::string("sign --key issuer.pem --expires 2020-01-01 ") + kOrder).status, 0);
    auto ran = run("show");
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.output, HasSubstr("LIC_EXPIRED"));
    EXPECT_THAT(ran.output, HasSubstr("ACME")) << "its signature is good, so it is shown";
    EXPECT_THAT(run("show --mac 08-00-27-08-BC-E5").output, HasSubstr("LIC_MAC_MISMATCH"));
    EXPECT_EQ(run("show --mac nonsense").status, 2);
    auto text = content("ctienginelicense");
    text[text.size() / 2] = text[text.size() / 2] == 'A' ? 'B' : 'A';
    folder_.write("ctienginelicense", text);
    ran = run("show");
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.output, HasSubstr("LIC_SIG_BAD"));
    EXPECT_THAT(ran.output, Not(HasSubstr("\"mac\""))) << "nothing of it is shown";
    EXPECT_EQ(run("show nothing").status, 3);
}

}  // namespace
}  // namespace ctiengine::license
