#include "common/grpc_security/peer_certificate.hpp"

#include "tests/fakes/peer_certificates/peer_certificates.hpp"
#include "tests/unit/common/grpc_security/test_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace ctiengine::grpc_security {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::HasSubstr;
using tests::PeerCertificates;

class PeerFiles : public testing::Test {
  protected:
    /// The sentence for the files of `role`, used by a process that is `own`; empty = good.
    static std::string fault(
        const PeerSettings& settings, Role own, std::chrono::system_clock::duration later = 0s
    ) {
        auto checked = check_peer_files(settings, own, std::chrono::system_clock::now() + later);
        if (checked) return {};
        EXPECT_EQ(checked.error().code, Errc::InvalidSettings);
        return checked.error().detail;
    }
    std::string fault_when(const PeerCertificates::Replacements& instead) {
        certificates.renew(instead);
        return fault(certificates.of("worker"), Role::Worker);
    }

    TestFolder folder;
    PeerCertificates certificates{folder.path / "ours"};
    PeerSettings worker = certificates.of("worker");
};

TEST_F(PeerFiles, AreGoodAsThePageForOperatorsMakesThem) {
    EXPECT_EQ(fault(worker, Role::Worker), "");
    EXPECT_EQ(fault(certificates.of("gateway"), Role::Gateway), "");
    EXPECT_EQ(fault(certificates.of("admin"), Role::Admin), "");
}

TEST_F(PeerFiles, HaveToBeSet) {
    for (auto member : {&PeerSettings::certificate, &PeerSettings::private_key, &PeerSettings::authority}) {
        auto settings = worker;
        (settings.*member).clear();
        EXPECT_THAT(fault(settings, Role::Worker), HasSubstr("is not set: processes talk over TCP with"));
    }
    auto settings = worker;
    settings.authority.clear();
    EXPECT_THAT(fault(settings, Role::Worker), testing::StartsWith("PEERCA is not set"));
}

TEST_F(PeerFiles, HaveToBeThere) {
    auto settings = worker;
    settings.private_key = folder.path / "gone.key";
    EXPECT_THAT(
        fault(settings, Role::Worker),
        AllOf(HasSubstr("PEERPRIVATEKEY " + settings.private_key.string()), HasSubstr("No such file"))
    );
    settings = worker;
    settings.certificate = folder.path;
    EXPECT_THAT(fault(settings, Role::Worker), AllOf(HasSubstr("PEERCERTIFICATE"), HasSubstr("is a folder")));
}

TEST_F(PeerFiles, HaveToHoldPem) {
    std::ofstream(folder.path / "text") << "no certificate\n";
    for (auto member : {&PeerSettings::certificate, &PeerSettings::private_key, &PeerSettings::authority}) {
        auto settings = worker;
        settings.*member = folder.path / "text";
        EXPECT_THAT(fault(settings, Role::Worker), AllOf(HasSubstr("PEER"), HasSubstr("-----BEGIN ")));
    }
}

TEST_F(PeerFiles, MayNotHaveAKeyWithAPassword) {
    auto line = "openssl pkey -in '" + worker.private_key.string() + "' -aes256 -passout pass:x -out '" +
                (folder.path / "locked.key").string() + "'";
    ASSERT_EQ(std::system(line.c_str()), 0);
    auto settings = worker;
    settings.private_key = folder.path / "locked.key";
    EXPECT_THAT(
        fault(settings, Role::Worker), AllOf(HasSubstr("PEERPRIVATEKEY"), HasSubstr("without a password"))
    );
}

TEST_F(PeerFiles, BelongTogether) {
    auto settings = worker;
    settings.private_key = certificates.of("gateway").private_key;
    EXPECT_THAT(
        fault(settings, Role::Worker), AllOf(HasSubstr("PEERPRIVATEKEY"), HasSubstr("does not belong"))
    );
}

TEST_F(PeerFiles, AreSignedByTheAuthority) {
    PeerCertificates others(folder.path / "others");
    auto settings = worker;
    settings.authority = others.of("worker").authority;
    EXPECT_THAT(
        fault(settings, Role::Worker), AllOf(HasSubstr("PEERCERTIFICATE"), HasSubstr("issuer certificate"))
    );
}

TEST_F(PeerFiles, AreInTime) {
    EXPECT_THAT(fault(worker, Role::Worker, 366 * 24h), HasSubstr("certificate has expired"));
    EXPECT_THAT(fault(worker, Role::Worker, -24h), HasSubstr("not yet valid"));
}

TEST_F(PeerFiles, NameTheOwnRole) {
    EXPECT_THAT(
        fault(certificates.of("gateway"), Role::Worker),
        AllOf(HasSubstr("URI:spiffe://ctiengine/worker"), HasSubstr("holds spiffe://ctiengine/gateway"))
    );
}

TEST_F(PeerFiles, NameNoSecondRole) {
    EXPECT_THAT(
        fault_when({{"ctiengine/$role\"", "ctiengine/$role,URI:spiffe://ctiengine/gateway\""}}),
        HasSubstr("spiffe://ctiengine/worker and 1 more")
    );
    EXPECT_THAT(
        fault_when({{"URI:spiffe://ctiengine/$role", "DNS:spiffe://ctiengine/worker"}}),
        HasSubstr("it holds no URI")
    );
}

TEST_F(PeerFiles, AreMadeForThisUse) {
    EXPECT_THAT(
        fault_when({{"serverAuth,clientAuth", "clientAuth"}}), HasSubstr("no other process will accept")
    );
    certificates.renew({{"serverAuth,clientAuth", "serverAuth"}});
    EXPECT_THAT(fault(certificates.of("gateway"), Role::Gateway), HasSubstr("no other process will accept"));
}

}  // namespace
}  // namespace ctiengine::grpc_security
