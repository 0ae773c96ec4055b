// The forms of a secret on disk: an encrypted setting, and the key ring.
//
// Input: one byte that picks the form, then the text.
#include "config/secrets/key_ring.hpp"
#include "config/secrets/secret_cipher.hpp"
#include "tests/fuzz/oracle.hpp"
#include "tests/fuzz/target.hpp"

namespace ctiengine::fuzz {
namespace {

using namespace ctiengine::config;

const KeyRing& ring() {
    static const KeyRing made = KeyRing::parse("k " + std::string(43, 'A') + " now\n").value();
    return made;
}

void check_value(std::string_view text) {
    auto value = parse_encrypted_value(text);
    if (!value) return require_sentence(value.error().detail);
    require(to_text(*value) == text, "a value has one spelling");
    require(looks_encrypted(text), "it is told from a password");
    auto clear = decrypt_secret(ring(), "TSAPIPASSWORD", text);
    if (!clear) return require_sentence(clear.error().detail);
    require(clear->size() <= kLongestPassword + 1, "a password has its limits");
}

void check_ring(std::string_view text) {
    auto read = KeyRing::parse(text);
    if (!read) return require_sentence(read.error().detail);
    auto again = KeyRing::parse(read->text().reveal());
    require(again.has_value() && again->size() == read->size(), "a ring is read as it is written");
    require(again->active().id == read->active().id, "the first key stays the first");
}

}  // namespace

void run(Bytes input) {
    if (input.empty()) return;
    const std::string_view text(reinterpret_cast<const char*>(input.data()) + 1, input.size() - 1);
    if (input.front() % 2 == 0) {
        check_value(text);
    } else {
        check_ring(text);
    }
}

std::vector<Seed> made_seeds() {
    const std::string key(43, 'A');
    return {
        {"value", std::string(1, '\0') + "cte1:k:" + std::string(16, 'A') + ":" + std::string(64, 'A')},
        {"encrypted",
         std::string(1, '\0') + encrypt_secret(ring(), "TSAPIPASSWORD", Secret("open sesame")).value()},
        {"ring", "\x01new " + key + " 2026-11-23T06:30:00Z\nold " + key + " 2025-01-01T00:00:00Z\n"}};
}

}  // namespace ctiengine::fuzz
