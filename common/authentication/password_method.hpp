#pragma once
#include "common/authentication/method.hpp"
#include "common/authentication/users_file.hpp"

namespace ctiengine::authentication {

/// "users": a name and a password of USERSFILE. An unknown name costs as much time as a wrong password.
class PasswordMethod final : public Method {
  public:
    explicit PasswordMethod(std::shared_ptr<UsersFile> users);

    std::string_view name() const override { return "users"; }
    bool is_presented(const identity::Credentials& credentials) const override {
        return !credentials.password.empty();
    }
    Result<identity::Identity> check(const identity::Credentials& credentials) override;

  private:
    std::shared_ptr<UsersFile> users_;
};

}  // namespace ctiengine::authentication
