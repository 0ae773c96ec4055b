#include "simulator/weblm/http/form.hpp"

#include <algorithm>
#include <charconv>

namespace ctiengine::weblm_sim {
namespace {

constexpr std::size_t kMostFields = 32;

std::string decode(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        unsigned char code = 0;
        const char* const digits = text.data() + at + 1;
        const bool coded = text[at] == '%' && at + 2 < text.size() &&
                           std::from_chars(digits, digits + 2, code, 16).ptr == digits + 2;
        plain.push_back(coded ? static_cast<char>(code) : text[at] == '+' ? ' ' : text[at]);
        if (coded) at += 2;
    }
    return plain;
}

}  // namespace

std::map<std::string, std::string> read_form(std::string_view text) {
    std::map<std::string, std::string> fields;
    while (!text.empty() && fields.size() < kMostFields) {
        const auto end = std::min(text.find('&'), text.size());
        const auto pair = text.substr(0, end);
        const auto equals = std::min(pair.find('='), pair.size());
        const auto value = pair.substr(std::min(equals + 1, pair.size()));
        if (equals > 0) fields.emplace(decode(pair.substr(0, equals)), decode(value));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return fields;
}

std::string field(const std::map<std::string, std::string>& form, const std::string& name) {
    const auto found = form.find(name);
    return found == form.end() ? std::string() : found->second;
}

}  // namespace ctiengine::weblm_sim
