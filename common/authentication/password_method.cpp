#include "common/authentication/password_method.hpp"

#include "common/password_hash/password_hash.hpp"

namespace ctiengine::authentication {

PasswordMethod::PasswordMethod(std::shared_ptr<UsersFile> users) : users_(std::move(users)) {
    password_hash::of_nobody();  // made now: the first unknown user must not take longer than the others
}

Result<identity::Identity> PasswordMethod::check(const identity::Credentials& credentials) {
    const auto users = users_->current();
    const auto found = users->by_name.find(credentials.user);
    const bool known = found != users->by_name.end() && !found->second.password_hash.empty();
    const auto& hash = known ? found->second.password_hash : password_hash::of_nobody();
    const bool fits = password_hash::fits(hash, credentials.password);
    if (!known) return Error{Errc::Refused, "no such user, or one without a password"};
    if (!fits) return Error{Errc::Refused, "wrong password"};
    identity::Identity user;
    user.user = found->first;
    user.rights = found->second.rights;
    user.proven_by = name();
    return user;
}

}  // namespace ctiengine::authentication
