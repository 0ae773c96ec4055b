#include "config/aes_encryption/password_prompt.hpp"

#include "config/aes_encryption/terminal.hpp"

#include <unistd.h>

namespace ctiengine::aes_encryption {

Result<Secret> password_from_terminal() {
    auto terminal = Terminal::open();
    if (!terminal) return terminal.error();
    auto first = terminal->ask("Password of the CT user: ");
    if (!first) return first.error();
    if (first->empty()) return Error{Errc::InvalidSettings, "the password is empty"};
    auto second = terminal->ask("The same again: ");
    if (!second) return second.error();
    if (!(*first == *second))
        return Error{Errc::InvalidSettings, "the two are not the same; nothing was encrypted"};
    return first;
}

Result<Secret> password_from_standard_input() {
    auto line = read_line(STDIN_FILENO);
    if (!line) return line.error();
    if (!line->complete && line->text.empty())
        return Error{Errc::InvalidSettings, "the password is empty: standard input holds no line"};
    return std::move(line->text);
}

}  // namespace ctiengine::aes_encryption
