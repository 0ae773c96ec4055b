#include "simulator/weblm/app/admin_password.hpp"

#include "common/password_hash/password_hash.hpp"
#include "config/secrets/private_file.hpp"

#include <string>

namespace ctiengine::weblm_sim {
namespace {

std::string_view first_line(std::string_view text) {
    return text.substr(0, text.find_first_of("\r\n"));
}

}  // namespace

Result<std::function<bool(std::string_view)>> password_check_from(const std::filesystem::path& file) {
    using Check = std::function<bool(std::string_view)>;
    if (file.empty()) return Check([](std::string_view) { return false; });
    const auto content = config::read_private_file(file, config::Privacy::PasswordFile);
    if (!content) return content.error();
    const auto line = first_line(content->reveal());
    std::string hash(line);
    if (!line.starts_with("$argon2id$")) {
        auto made = password_hash::make(line);
        if (!made) return Error{made.error().code, file.string() + ": " + made.error().detail};
        hash = std::move(*made);
    } else if (auto good = password_hash::check(hash); !good) {
        return Error{good.error().code, file.string() + ": " + good.error().detail};
    }
    return Check([hash](std::string_view password) { return password_hash::fits(hash, password); });
}

}  // namespace ctiengine::weblm_sim
