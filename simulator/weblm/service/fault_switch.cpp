#include "simulator/weblm/service/fault_switch.hpp"

#include <array>
#include <cstddef>

namespace ctiengine::weblm_sim {
namespace {

constexpr std::array<std::string_view, 11> kNames{"hang",      "reset",     "503",       "code",
                                                  "drip",      "malformed", "oversized", "truncated",
                                                  "duplicate", "late",      "stale"};
static_assert(static_cast<std::size_t>(FaultKind::Stale) + 1 == kNames.size());

}  // namespace

std::string_view to_string(FaultKind kind) {
    return kNames.at(static_cast<std::size_t>(kind));
}

std::optional<FaultKind> fault_kind_from(std::string_view name) {
    for (std::size_t index = 0; index < kNames.size(); ++index) {
        if (kNames[index] == name) return static_cast<FaultKind>(index);
    }
    return std::nullopt;
}

std::optional<Fault> FaultSwitch::take() {
    if (!fault_) return std::nullopt;
    const Fault fault = *fault_;
    ++taken_;
    if (fault_->times > 0 && --fault_->times == 0) fault_.reset();
    return fault;
}

}  // namespace ctiengine::weblm_sim
