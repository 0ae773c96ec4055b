#include "common/authentication/certificate_method.hpp"

namespace ctiengine::authentication {
namespace {

std::string list_of(const std::vector<std::string>& names) {
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

}  // namespace

Result<identity::Identity> CertificateMethod::check(const identity::Credentials& credentials) {
    const auto users = users_->current();
    const auto& names = credentials.certificate_names;
    const std::string* user = nullptr;
    for (const auto& name : names) {
        const auto found = users->by_certificate.find(name);
        if (found == users->by_certificate.end()) continue;
        if (user && *user != found->second) {
            return Error{Errc::Refused, "the certificate's names belong to two users: " + list_of(names)};
        }
        user = &found->second;
    }
    if (!user) return Error{Errc::Refused, "no user has a name of the certificate: " + list_of(names)};
    identity::Identity identity;
    identity.user = *user;
    identity.rights = users->by_name.at(*user).rights;
    identity.proven_by = name();
    return identity;
}

}  // namespace ctiengine::authentication
