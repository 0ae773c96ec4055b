#include "license-svc/file_licence/licence_file.hpp"

#include "license-svc/license_sign/licence_text.hpp"
#include "tests/fakes/certificates/certificates.hpp"

#include <gmock/gmock.h>

namespace ctiengine::license {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class LicenceFileTest : public ::testing::Test {
  protected:
    LicenceFileTest() {
        folder_.write("key.pem", key_.public_pem());
        host_.macs = {"08:00:27:08:bc:e4"};
        host_.now = 1800000000;
    }
    void put() {
        LicenceClaims claims;
        claims.id = "1";
        claims.macs = host_.macs;
        claims.users = 10;
        claims.issued = host_.now;
        folder_.write("ctienginelicense", licence_text(claims_json(claims, {}), key_));
    }
    fs::path file() const { return folder_.path() / "ctienginelicense"; }
    LicenceVerdict look() { return look_at_licence(file(), folder_.path() / "key.pem", host_); }

    testing::TemporaryDirectory folder_;
    IssuerKey key_ = IssuerKey::generate("ec").value();
    LicenceHost host_;
};

TEST_F(LicenceFileTest, T19_AFileAppearsAndDisappears) {
    EXPECT_EQ(look().event, LicenceEvent::Absent);
    put();
    EXPECT_EQ(look().event, LicenceEvent::Good);
    fs::remove(file());
    EXPECT_EQ(look().event, LicenceEvent::Absent);
}

TEST_F(LicenceFileTest, WhatIsNoPlainFileIsNoLicence) {
    put();
    fs::rename(file(), folder_.path() / "elsewhere");
    fs::create_symlink("elsewhere", file());
    EXPECT_EQ(look().event, LicenceEvent::FileUnreadable);
    EXPECT_THAT(look().detail, HasSubstr("symbolic link"));
    fs::remove(file());
    fs::create_directory(file());
    EXPECT_EQ(look().event, LicenceEvent::FileUnreadable);
}

TEST_F(LicenceFileTest, AMissingKeyIsToldWithItsPlace) {
    put();
    fs::remove(folder_.path() / "key.pem");
    EXPECT_EQ(look().event, LicenceEvent::KeyBad);
    EXPECT_THAT(look().detail, HasSubstr("key.pem"));
}

TEST_F(LicenceFileTest, AnotherNameIsNotLookedAt) {
    put();
    fs::rename(file(), folder_.path() / "ctienginelicense.txt");
    EXPECT_EQ(look().event, LicenceEvent::Absent);
}

TEST_F(LicenceFileTest, AFileThatIsTooLongIsNotRead) {
    folder_.write("ctienginelicense", std::string(kLargestLicenceFile + 1, 'A'));
    EXPECT_EQ(look().event, LicenceEvent::FileUnreadable);
}

}  // namespace
}  // namespace ctiengine::license
