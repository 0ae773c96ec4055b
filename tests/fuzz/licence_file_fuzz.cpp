// A licence file from outside, and what it would say if its signature were good.
//
// Input: two bytes with the length of the file, the file, the claims.
#include "common/jws/base64url.hpp"
#include "license-svc/file_licence/licence_check.hpp"
#include "license-svc/file_licence/mac_address.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/oracle.hpp"

namespace ctiengine::fuzz {
namespace {

/// The key of RFC 8037 appendix A: its signature is of another text, so no file is good here.
constexpr std::string_view kKey =
    "-----BEGIN PUBLIC KEY-----\n"
    "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n"
    "-----END PUBLIC KEY-----\n";
constexpr std::string_view kClaims =
    R"({"ver":1,"lid":"1","product":"CTI_Engine","release":"4.5","mac":["08:00:27:08:bc:e4"],"users":80,)"
    R"("ha_users":20,"callcenter":true,"iat":1800000000,"nbf":1,"exp":1900000000,"customer":"ACME"})";

license::LicenceHost host() {
    license::LicenceHost host;
    host.macs = {"08:00:27:08:bc:e4"};
    host.now = 1800000000;
    host.release = "4.5";
    return host;
}

void check_claims(std::string_view text) {
    const auto claims = license::read_claims(text, "CTI_Engine", "4.5");
    if (!claims) return require_sentence(claims.error());
    require(!claims->macs.empty() && claims->macs.size() <= 8, "1 to 8 addresses");
    for (const auto& mac : claims->macs) {
        require(license::canonical_mac(mac) == mac, "addresses are canonical", mac);
        require(license::canonical_mac(license::dashed_mac(mac)) == mac, "and have one other spelling", mac);
    }
    require(claims->customer.size() <= 128, "names are short");
    require(claims->issued >= 0, "times are not before 1970");
}

}  // namespace

void run(Bytes bytes) {
    Input input(bytes);
    const auto file = text_of(input.up_to(input.u16()));
    const auto verdict = license::check_licence(file, kKey, host());
    require(!verdict.good() && !verdict.claims, "nobody but the supplier signs");
    require(!verdict.detail.empty(), "it is said what is wrong");
    check_claims(text_of(input.rest()));
}

std::vector<Seed> made_seeds() {
    const auto input = [](std::string_view file, std::string_view claims) {
        std::string bytes{static_cast<char>(file.size() & 0xff), static_cast<char>(file.size() >> 8)};
        return bytes.append(file).append(claims);
    };
    const auto file = [](std::string_view header) {
        return jws::encode_base64url(header) + "." + jws::encode_base64url(kClaims) + "." +
               std::string(86, 'A');
    };
    return {
        {"licence", input(file(R"({"alg":"EdDSA","typ":"ctiengine-license+jws"})"), kClaims)},
        {"no-algorithm", input(file(R"({"alg":"none","typ":"ctiengine-license+jws"})"), R"({"ver":1})")},
        {"other-type", input(file(R"({"alg":"EdDSA","typ":"JWT"})"), "{}")},
    };
}

}  // namespace ctiengine::fuzz
