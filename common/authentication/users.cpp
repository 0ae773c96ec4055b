#include "common/authentication/users.hpp"

#include "common/password_hash/password_hash.hpp"
#include "common/strict_json/strict_json.hpp"

#include <algorithm>

namespace ctiengine::authentication {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestName = 256;
constexpr std::size_t kLongestNumber = 32;

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
}

bool is_number_character(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '*' || c == '#';
}

/// Reads one user and remembers what is wrong with him.
class UserReader {
  public:
    UserReader(const strict_json::Document& document, ReadUsers& result, std::string name)
        : document_(document), result_(result), name_(std::move(name)) {}

    void read(const json& value) {
        if (const auto wrong = mistake_in_user_name(name_); !wrong.empty()) fault("", "the name " + wrong);
        if (!value.is_object()) return fault("", "must be an object: {\"passwordHash\": …}");
        for (const auto& [field, content] : value.items()) read_field(field, content);
        if (user_.password_hash.empty() && user_.certificates.empty() && !faulty_) {
            fault("", "has neither passwordHash nor certificates and can never log in");
        }
        result_.users.by_name.emplace(name_, std::move(user_));
    }

  private:
    void read_field(const std::string& field, const json& value) {
        if (field == "passwordHash") return read_hash(value);
        if (field == "role") return read_role(value);
        if (field == "extensions") return read_numbers(field, value, user_.rights.devices);
        if (field == "agentIds") return read_numbers(field, value, user_.rights.agent_ids);
        if (field == "certificates") return read_certificates(value);
        fault(field, "is not known; there are passwordHash, role, extensions, agentIds, certificates");
    }

    void read_hash(const json& value) {
        if (!value.is_string()) return fault("passwordHash", "must be a text");
        user_.password_hash = value.get<std::string>();
        auto good = password_hash::check(user_.password_hash);
        if (!good) fault("passwordHash", good.error().detail);
    }

    void read_role(const json& value) {
        const auto word = value.is_string() ? value.get<std::string>() : std::string();
        const auto role = identity::role_from(word);
        if (!role) return fault("role", "must be \"agent\", \"supervisor\" or \"admin\"");
        user_.rights.role = *role;
    }

    void read_numbers(const std::string& field, const json& value, std::set<std::string>& into) {
        for (const auto& number : texts(field, value)) {
            const auto wrong = mistake_in_number(number);
            if (!wrong.empty()) {
                fault(field, wrong);
            } else if (!into.insert(number).second) {
                fault(field, "'" + number + "' stands twice");
            }
        }
    }

    void read_certificates(const json& value) {
        for (auto& name : texts("certificates", value)) {
            if (const auto wrong = mistake_in_certificate_name(name); !wrong.empty()) {
                fault("certificates", wrong);
                continue;
            }
            const auto [other, is_new] = result_.users.by_certificate.emplace(name, name_);
            if (!is_new)
                fault("certificates", "'" + name + "' belongs to user '" + other->second + "' already");
            user_.certificates.push_back(std::move(name));
        }
    }

    std::vector<std::string> texts(const std::string& field, const json& value) {
        std::vector<std::string> found;
        const bool is_list =
            value.is_array() &&
            std::all_of(value.begin(), value.end(), [](const json& item) { return item.is_string(); });
        if (!is_list) {
            fault(field, "must be a list of texts: [\"4001\"]");
            return found;
        }
        for (const auto& item : value) found.push_back(item.get<std::string>());
        return found;
    }

    void fault(const std::string& field, const std::string& what) {
        faulty_ = true;
        const auto path = "users/" + name_ + (field.empty() ? "" : "/" + field);
        auto sentence = "line " + std::to_string(document_.line_of(path)) + ": user '" + name_ + "'";
        if (!field.empty()) sentence += ", " + field + ":";
        result_.mistakes.push_back(sentence + " " + what);
    }

    const strict_json::Document& document_;
    ReadUsers& result_;
    std::string name_;
    User user_;
    bool faulty_ = false;
};

}  // namespace

std::string mistake_in_user_name(std::string_view name) {
    if (name.empty()) return "is empty";
    if (name.size() > kLongestName) return "is longer than 256 bytes";
    if (name.front() == ' ' || name.back() == ' ') return "begins or ends with a blank";
    if (std::any_of(name.begin(), name.end(), is_control)) return "has a control character in it";
    return {};
}

std::string mistake_in_number(std::string_view number) {
    const bool good = !number.empty() && number.size() <= kLongestNumber &&
                      std::all_of(number.begin(), number.end(), is_number_character);
    if (good) return {};
    return "'" + std::string(number.substr(0, kLongestNumber)) +
           "' is not a number as the switch knows it: 1 to 32 digits, letters, '*' or '#', nothing else";
}

std::string mistake_in_certificate_name(std::string_view name) {
    for (std::string_view kind : {"DNS:", "email:", "URI:"}) {
        if (name.starts_with(kind) && name.size() > kind.size()) return {};
    }
    return "'" + std::string(name.substr(0, kLongestName)) +
           "' must begin with DNS:, email: or URI: and go on with the name in the certificate";
}

ReadUsers read_users(std::string_view text) {
    ReadUsers result;
    auto document = strict_json::parse(text);
    if (!document) {
        result.mistakes.push_back(document.error().detail);
        return result;
    }
    const auto& root = document->value;
    if (!root.is_object() || !root.contains("users") || !root["users"].is_object()) {
        result.mistakes.emplace_back("line 1: must be an object with the member \"users\": {\"users\": {…}}");
        return result;
    }
    for (const auto& [member, value] : root.items()) {
        if (member == "users") continue;
        const auto line = std::to_string(document->line_of(member));
        result.mistakes.push_back(
            "line " + line + ": '" + member + "' is not known; there is only \"users\""
        );
    }
    for (const auto& [name, value] : root["users"].items()) UserReader(*document, result, name).read(value);
    return result;
}

std::string users_text(const Users& users) {
    auto list = nlohmann::ordered_json::object();
    for (const auto& [name, user] : users.by_name) {
        nlohmann::ordered_json entry;
        if (!user.password_hash.empty()) entry["passwordHash"] = user.password_hash;
        entry["role"] = identity::to_string(user.rights.role);
        if (!user.rights.devices.empty()) entry["extensions"] = user.rights.devices;
        if (!user.rights.agent_ids.empty()) entry["agentIds"] = user.rights.agent_ids;
        if (!user.certificates.empty()) entry["certificates"] = user.certificates;
        list[name] = std::move(entry);
    }
    nlohmann::ordered_json root;
    root["users"] = std::move(list);
    return root.dump(2) + "\n";
}

}  // namespace ctiengine::authentication
