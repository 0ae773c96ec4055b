#include "common/weblm_messages/codes.hpp"

#include <array>
#include <cstddef>

namespace ctiengine::weblm {
namespace {

// In the order of the enumerations.
constexpr std::array<std::string_view, 4> kVerbs{"Describe", "Acquire", "Renew", "Release"};
constexpr std::array<std::string_view, 13> kCodes{
    "OK",           "PARTIAL",       "DENIED_CAPACITY",  "DENIED_FEATURE",
    "EXPIRED",      "NO_LICENSE",    "RELEASE_MISMATCH", "UNKNOWN_SESSION",
    "STALE_CLIENT", "HOST_MISMATCH", "UNSUPPORTED",      "BAD_REQUEST",
    "BUSY",
};
static_assert(static_cast<std::size_t>(Verb::Release) + 1 == kVerbs.size());
static_assert(static_cast<std::size_t>(ResultCode::Busy) + 1 == kCodes.size());

template <class Enum, std::size_t Size>
std::optional<Enum> find(const std::array<std::string_view, Size>& names, std::string_view name) {
    for (std::size_t index = 0; index < Size; ++index) {
        if (names[index] == name) return static_cast<Enum>(index);
    }
    return std::nullopt;
}

}  // namespace

std::string_view to_string(Verb verb) {
    return kVerbs.at(static_cast<std::size_t>(verb));
}

std::string_view to_string(ResultCode code) {
    return kCodes.at(static_cast<std::size_t>(code));
}

std::optional<Verb> verb_from(std::string_view name) {
    return find<Verb>(kVerbs, name);
}

std::optional<ResultCode> result_code_from(std::string_view name) {
    return find<ResultCode>(kCodes, name);
}

}  // namespace ctiengine::weblm
