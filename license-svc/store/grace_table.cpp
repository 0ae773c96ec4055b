#include "license-svc/store/grace_table.hpp"

#include <iomanip>
#include <sstream>

namespace ctiengine::license {
namespace {

constexpr int kVersion = 1;

std::string text_of(const StoredGrace& grace) {
    const auto& state = grace.state;
    std::ostringstream out;
    out << kVersion << ' ' << state.last_success << ' ' << state.high_water << ' ' << state.server_time << ' '
        << state.consumed << ' ' << state.boottime << ' ' << std::quoted(state.boot_id) << ' '
        << grace.entitlement.seats << ' ' << grace.entitlement.call_center;
    return out.str();
}

std::optional<StoredGrace> read(const std::string& text) {
    StoredGrace grace;
    auto& state = grace.state;
    int version = 0;
    std::istringstream in(text);
    in >> version >> state.last_success >> state.high_water >> state.server_time >> state.consumed >>
        state.boottime >> std::quoted(state.boot_id) >> grace.entitlement.seats >>
        grace.entitlement.call_center;
    if (!in || version != kVersion) return std::nullopt;
    return grace;
}

}  // namespace

GraceTable::GraceTable(Database& database, StateKey key) : row_(database, std::move(key), "grace") {}

std::optional<StoredGrace> GraceTable::load() {
    const auto text = row_.load();
    if (!text) return std::nullopt;
    auto grace = read(*text);
    unreadable_ = !grace;
    return grace;
}

bool GraceTable::save(const StoredGrace& grace) {
    return row_.save(text_of(grace));
}

}  // namespace ctiengine::license
