#include "common/authentication/authenticators.hpp"

#include "common/authentication/certificate_method.hpp"
#include "common/authentication/method_chain.hpp"
#include "common/authentication/password_method.hpp"
#include "common/authentication/token_settings.hpp"
#include "common/identity/trusted_network.hpp"
#include "common/logging/log.hpp"

#include <algorithm>

namespace ctiengine::authentication {
namespace {

using Made = Result<std::unique_ptr<Method>>;

Error wrong(const std::string& what) {
    return {Errc::InvalidSettings, what};
}

/// Makes the methods; those that look at USERSFILE share it.
class Builder {
  public:
    Builder(const AuthenticationSettings& settings, const Clock& clock, audit::AuditTrail& trail)
        : settings_(settings), clock_(clock), trail_(trail) {}

    Made make(const std::string& name) {
        if (name == "users") return password();
        if (name == "certificate") return certificate();
        if (name == "token") return make_token_method(settings_.token, clock_, trail_);
        return wrong(
            "AUTHENTICATION: '" + name +
            "' is not known; there are users, token and certificate, or trusted alone"
        );
    }

  private:
    Made password() {
        auto opened = open_users();
        if (!opened) return opened.error();
        return std::make_unique<PasswordMethod>(users_);
    }

    Made certificate() {
        if (!settings_.client_certificates) {
            return wrong(
                "AUTHENTICATION has certificate, but no client is asked for one: name their authority in "
                "CLIENTCA"
            );
        }
        auto opened = open_users();
        if (!opened) return opened.error();
        return std::make_unique<CertificateMethod>(users_);
    }

    Result<void> open_users() {
        if (users_) return {};
        auto opened = UsersFile::open(settings_.users_file, clock_, trail_);
        if (!opened) {
            return wrong(
                "USERSFILE: " + opened.error().detail +
                " (users are made with 'ctiengine-admin users add'; AUTHENTICATION trusted checks nobody)"
            );
        }
        users_ = std::move(*opened);
        return {};
    }

    const AuthenticationSettings& settings_;
    const Clock& clock_;
    audit::AuditTrail& trail_;
    std::shared_ptr<UsersFile> users_;
};

Result<void> check_list(const std::vector<std::string>& methods) {
    if (methods.empty())
        return wrong("AUTHENTICATION is empty: name users, token, certificate, or trusted alone");
    for (const auto& method : methods) {
        if (std::count(methods.begin(), methods.end(), method) > 1) {
            return wrong("AUTHENTICATION names '" + method + "' twice");
        }
        if (method == "trusted" && methods.size() > 1) {
            return wrong("AUTHENTICATION: trusted checks nobody, so it stands alone or not at all");
        }
    }
    return {};
}

}  // namespace

Result<std::unique_ptr<identity::Authenticator>> make_authenticator(
    const AuthenticationSettings& settings, const Clock& clock, audit::AuditTrail& trail
) {
    auto good = check_list(settings.methods);
    if (!good) return good.error();
    if (settings.methods.front() == "trusted") {
        logging::warn(
            "AUTHENTICATION is trusted: whoever reaches the port is who he says he is and may control every "
            "device; keep the port inside the network"
        );
        return std::make_unique<identity::TrustedNetwork>();
    }
    Builder builder(settings, clock, trail);
    std::vector<std::unique_ptr<Method>> methods;
    for (const auto& name : settings.methods) {
        auto method = builder.make(name);
        if (!method) return method.error();
        methods.push_back(std::move(*method));
    }
    return std::make_unique<MethodChain>(std::move(methods), MethodChain::Limits{});
}

}  // namespace ctiengine::authentication
