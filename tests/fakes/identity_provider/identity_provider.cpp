#include "tests/fakes/identity_provider/identity_provider.hpp"

#include <sys/stat.h>

#include <fstream>

namespace ctiengine::testing {
namespace {

using nlohmann::json;

constexpr char kIssuer[] = "https://id.test";

}  // namespace

std::map<std::string, std::string> IdentityProvider::settings() {
    return {
        {"AUTHENTICATION", "token"},
        {"TOKENKEYS", "keys.json"},
        {"TOKENISSUER", kIssuer},
        {"TOKENAUDIENCE", "ctiengine"}};
}

void IdentityProvider::write_keys(const std::filesystem::path& folder) const {
    const auto file = folder / "keys.json";
    std::ofstream(file) << key_set({key_.jwk("1")});
    ::chmod(file.c_str(), 0600);
}

std::string IdentityProvider::token(const Claims& claims) const {
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    const json payload{
        {"iss", kIssuer},
        {"aud", claims.audience},
        {"sub", claims.user},
        {"extension", claims.extension},
        {"exp", now + claims.left.count()}};
    return key_.token(json{{"alg", "ES256"}, {"kid", "1"}}, payload.dump());
}

std::string IdentityProvider::proof_of(const std::string& extension) const {
    return token_xml(token({"user" + extension, extension}));
}

std::string token_xml(const std::string& token) {
    return "<Token xmlns=\"urn:ctiengine:1\">" + token + "</Token>";
}

}  // namespace ctiengine::testing
