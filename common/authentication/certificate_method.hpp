#pragma once
#include "common/authentication/method.hpp"
#include "common/authentication/users_file.hpp"

namespace ctiengine::authentication {

/// "certificate": a client certificate of CLIENTCA, one of whose names is in the list of a user of USERSFILE.
/// Names are compared exactly; the common name counts for nothing.
class CertificateMethod final : public Method {
  public:
    explicit CertificateMethod(std::shared_ptr<UsersFile> users) : users_(std::move(users)) {}

    std::string_view name() const override { return "certificate"; }
    bool is_presented(const identity::Credentials& credentials) const override {
        return !credentials.certificate_names.empty();
    }
    Result<identity::Identity> check(const identity::Credentials& credentials) override;

  private:
    std::shared_ptr<UsersFile> users_;
};

}  // namespace ctiengine::authentication
