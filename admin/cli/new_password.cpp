#include "admin/cli/new_password.hpp"

#include "common/password_hash/password_hash.hpp"
#include "config/aes_encryption/password_prompt.hpp"
#include "config/aes_encryption/terminal.hpp"

namespace ctiengine::admin {
namespace {

Result<Secret> ask_twice() {
    auto terminal = aes_encryption::Terminal::open();
    if (!terminal)
        return Error{Errc::Io, terminal.error().detail + "; --stdin takes the password from a pipe"};
    auto first = terminal->ask("New password: ");
    if (!first) return first.error();
    if (first->empty()) return Error{Errc::InvalidSettings, "the password is empty"};
    auto second = terminal->ask("The same again: ");
    if (!second) return second.error();
    if (!(*first == *second))
        return Error{Errc::InvalidSettings, "the two are not the same; nothing was changed"};
    return first;
}

}  // namespace

Result<std::string> hash_of_new_password(bool from_standard_input) {
    auto password = from_standard_input ? aes_encryption::password_from_standard_input() : ask_twice();
    if (!password) return password.error();
    return password_hash::make(password->reveal());
}

}  // namespace ctiengine::admin
