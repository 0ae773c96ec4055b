#include "license-svc/store/signed_row.hpp"

#include "common/logging/log.hpp"

#include <openssl/crypto.h>

namespace ctiengine::license {
namespace {

bool same(const std::string& a, const std::string& b) {
    return a.size() == b.size() && ::CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace

SignedRow::SignedRow(Database& database, StateKey key, std::string_view table)
    : database_(database),
      key_(std::move(key)),
      table_(table),
      save_(database, "INSERT OR REPLACE INTO " + table_ + " VALUES (1, ?1, ?2)") {}

std::optional<std::string> SignedRow::load() {
    Statement look(database_, "SELECT state, mac FROM " + table_ + " WHERE id = 1");
    if (look.step() != Statement::Step::Row) return std::nullopt;
    auto text = look.text(0);
    tampered_ = !same(look.text(1), key_.mac(text));
    if (tampered_) return std::nullopt;
    return text;
}

bool SignedRow::save(const std::string& text) {
    save_.bind(0, text).bind(1, key_.mac(text));
    if (save_.step() == Statement::Step::Done) return true;
    logging::error("the {} of the licence could not be written down: {}", table_, database_.last_error());
    return false;
}

}  // namespace ctiengine::license
