#include "simulator/wire/att_versions.hpp"

#include "simulator/wire/att.hpp"
#include "simulator/wire/pdu.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace ctiengine::wire {
namespace {

/// Numbers were given in order of time: every version begins with one. The names prove it, see the test.
struct Beginning {
    std::uint16_t number;
    int version;
};
constexpr std::array kBeginnings{Beginning{1, 2},   Beginning{49, 3},  Beginning{59, 4},  Beginning{65, 5},
                                 Beginning{102, 6}, Beginning{120, 7}, Beginning{141, 8}, Beginning{145, 9}};

constexpr std::string_view kPrefix = "ATT";

/// "ATTV6_DELIVERED" is DELIVERED up to version 6, "ATT_DELIVERED" up to the newest.
struct Name {
    std::string_view message;
    int last_version;
};

Name read_name(std::string_view name) {
    name.remove_prefix(kPrefix.size());
    if (name.front() != 'V') return {name.substr(1), kLastAttVersion};
    return {name.substr(3), name[1] - '0'};
}

}  // namespace

std::optional<AttVersions> att_versions(std::uint16_t number) {
    const auto* info = find_pdu(kPrivateClass, number);
    if (info == nullptr) return std::nullopt;
    const auto behind = std::find_if(kBeginnings.begin(), kBeginnings.end(), [number](const auto& beginning) {
        return beginning.number > number;
    });
    return AttVersions{std::prev(behind)->version, read_name(info->name).last_version};
}

std::uint16_t att_number_in(std::uint16_t newest, int version) {
    const auto* wanted = find_pdu(kPrivateClass, newest);
    if (wanted == nullptr) return 0;
    const auto message = read_name(wanted->name).message;
    for (const auto& info : all_pdus()) {
        if (info.event_class != kPrivateClass || read_name(info.name).message != message) continue;
        if (att_versions(info.type)->contain(version)) return info.type;
    }
    return 0;
}

}  // namespace ctiengine::wire
