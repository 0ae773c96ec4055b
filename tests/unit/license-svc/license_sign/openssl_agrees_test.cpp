// The same licence, verified by the openssl program instead of by our own code.
#include "common/jws/base64url.hpp"
#include "license-svc/license_sign/licence_order.hpp"
#include "license-svc/license_sign/licence_text.hpp"
#include "tests/fakes/certificates/certificates.hpp"
#include "tests/fakes/program_run/program_run.hpp"

#include <gmock/gmock.h>

namespace ctiengine::license {
namespace {

using ::testing::HasSubstr;

class OpensslAgrees : public ::testing::Test {
  protected:
    void make(const char* type) {
        const auto key = IssuerKey::generate(type).value();
        LicenceOrder order;
        order.macs = {"08-00-27-08-BC-E4"};
        order.users = 80;
        const auto text = licence_text(claims_of(order, 1800000000).value(), key);
        const auto dot = text.rfind('.');
        folder_.write("key.pem", key.public_pem());
        folder_.write("signed", text.substr(0, dot));
        folder_.write("signature", *jws::decode_base64url(text.substr(dot + 1, text.size() - dot - 2)));
    }
    testing::Ran openssl(const std::string& arguments) {
        return testing::run_shell("cd '" + folder_.path().string() + "' && openssl " + arguments + " 2>&1");
    }
    void change_the_text() { folder_.write("signed", "another text"); }

    testing::TemporaryDirectory folder_;
};

TEST_F(OpensslAgrees, OnRsaPss) {
    make("rsa");
    const std::string verify =
        "dgst -sha256 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest -verify key.pem -signature "
        "signature signed";
    const auto good = openssl(verify);
    EXPECT_EQ(good.status, 0) << good.output;
    EXPECT_THAT(good.output, HasSubstr("Verified OK"));
    change_the_text();
    EXPECT_NE(openssl(verify).status, 0);
}

TEST_F(OpensslAgrees, OnEd25519) {
    make("ed25519");
    const std::string verify = "pkeyutl -verify -pubin -inkey key.pem -rawin -in signed -sigfile signature";
    const auto good = openssl(verify);
    EXPECT_EQ(good.status, 0) << good.output;
    EXPECT_THAT(good.output, HasSubstr("Signature Verified Successfully"));
    change_the_text();
    EXPECT_NE(openssl(verify).status, 0);
}

}  // namespace
}  // namespace ctiengine::license
