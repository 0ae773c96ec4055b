#include "license-svc/license_sign/licence_text.hpp"

#include "common/jws/base64url.hpp"
#include "license-svc/file_licence/licence_check.hpp"

#include <nlohmann/json.hpp>

namespace ctiengine::license {

using Json = nlohmann::ordered_json;

std::string claims_json(const LicenceClaims& claims, const std::string& release) {
    Json json{{"ver", 1}, {"lid", claims.id}, {"product", kProduct}};
    if (!release.empty()) json["release"] = release;
    json["mac"] = claims.macs;
    json["users"] = claims.users;
    json["ha_users"] = claims.ha_users;
    json["callcenter"] = claims.call_center;
    json["iat"] = claims.issued;
    if (claims.not_before) json["nbf"] = *claims.not_before;
    if (claims.expires) json["exp"] = *claims.expires;
    if (!claims.customer.empty()) json["customer"] = claims.customer;
    return json.dump();
}

std::string licence_text(const std::string& claims, const IssuerKey& key) {
    const Json header{{"alg", key.algorithm()}, {"typ", kLicenceType}};
    const auto text = jws::encode_base64url(header.dump()) + "." + jws::encode_base64url(claims);
    return text + "." + jws::encode_base64url(key.sign(text)) + "\n";
}

}  // namespace ctiengine::license
