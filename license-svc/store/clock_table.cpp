#include "license-svc/store/clock_table.hpp"

#include <iomanip>
#include <sstream>

namespace ctiengine::license {
namespace {

constexpr int kVersion = 1;

}  // namespace

ClockTable::ClockTable(Database& database, StateKey key) : row_(database, std::move(key), "clock") {}

std::optional<GraceState> ClockTable::load() {
    const auto text = row_.load();
    if (!text) return std::nullopt;
    GraceState state;
    int version = 0;
    std::istringstream in(*text);
    in >> version >> state.high_water >> state.boottime >> std::quoted(state.boot_id);
    if (!in || version != kVersion) return std::nullopt;
    return state;
}

bool ClockTable::save(const GraceState& state) {
    std::ostringstream out;
    out << kVersion << ' ' << state.high_water << ' ' << state.boottime << ' ' << std::quoted(state.boot_id);
    return row_.save(out.str());
}

}  // namespace ctiengine::license
