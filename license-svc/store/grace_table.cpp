#include "license-svc/store/grace_table.hpp"

#include "common/logging/log.hpp"

#include <openssl/crypto.h>

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

bool same(const std::string& a, const std::string& b) {
    return a.size() == b.size() && ::CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace

GraceTable::GraceTable(Database& database, StateKey key)
    : database_(database),
      key_(std::move(key)),
      save_(database, "INSERT OR REPLACE INTO grace VALUES (1, ?1, ?2)") {}

std::optional<StoredGrace> GraceTable::load() {
    Statement look(database_, "SELECT state, mac FROM grace WHERE id = 1");
    if (look.step() != Statement::Step::Row) return std::nullopt;
    const auto text = look.text(0);
    auto grace = read(text);
    tampered_ = !grace || !same(look.text(1), key_.mac(text));
    if (tampered_) return std::nullopt;
    return grace;
}

bool GraceTable::save(const StoredGrace& grace) {
    const auto text = text_of(grace);
    save_.bind(0, text).bind(1, key_.mac(text));
    if (save_.step() == Statement::Step::Done) return true;
    logging::error("the grace period could not be written down: {}", database_.last_error());
    return false;
}

}  // namespace ctiengine::license
