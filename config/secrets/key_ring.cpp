#include "config/secrets/key_ring.hpp"

#include "common/secret_memory/cleanse.hpp"
#include "config/secrets/base64url.hpp"
#include "config/secrets/encrypted_value.hpp"

#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <ctime>

namespace ctiengine::config {
namespace {

Error bad_line(std::size_t number, const char* what) {
    return {Errc::InvalidSettings, "line " + std::to_string(number) + ": " + what};
}

std::string utc(std::chrono::system_clock::time_point when) {
    auto seconds = std::chrono::system_clock::to_time_t(when);
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    auto size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text.data(), size};
}

std::string_view taken_word(std::string_view& line) {
    auto space = line.find(' ');
    auto word = line.substr(0, space);
    line.remove_prefix(space == std::string_view::npos ? line.size() : space + 1);
    return word;
}

/// Cleanses what it was made of.
Secret secret_of(Octets& octets) {
    Secret secret(std::string_view(reinterpret_cast<const char*>(octets.data()), octets.size()));
    cleanse(octets.data(), octets.size());
    return secret;
}

Result<RingKey> parse_key(std::string_view line, std::size_t number) {
    RingKey key;
    key.id = taken_word(line);
    auto octets = from_base64url(taken_word(line));
    key.created = line;
    if (!is_key_id(key.id)) return bad_line(number, "the first word is no name of a key");
    if (!octets || octets->size() != RingKey::kOctets)
        return bad_line(number, "the second word is not a key of 32 octets in base64url");
    key.octets = secret_of(*octets);
    if (key.created.empty()) return bad_line(number, "the third word, the date, is missing");
    return key;
}

}  // namespace

Result<KeyRing> KeyRing::parse(std::string_view text) {
    KeyRing ring;
    for (std::size_t number = 1; !text.empty(); ++number) {
        auto end = text.find('\n');
        auto key = parse_key(text.substr(0, end), number);
        if (!key) return key.error();
        if (ring.find(key->id) != nullptr) return bad_line(number, "a key of that name stands further up");
        ring.keys_.push_back(std::move(*key));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    if (ring.empty()) return Error{Errc::InvalidSettings, "it holds no key"};
    return ring;
}

Secret KeyRing::text() const {
    std::string text;
    const CleanseAtEnd guard(text);
    text.reserve(keys_.size() * 128);
    for (const auto& key : keys_) {
        auto octets = key.octets.reveal();
        auto word = to_base64url({reinterpret_cast<const unsigned char*>(octets.data()), octets.size()});
        text.append(key.id).append(" ").append(word).append(" ").append(key.created).append("\n");
        cleanse(word);
    }
    return Secret(std::string_view(text));
}

const RingKey* KeyRing::find(std::string_view id) const {
    auto found = std::find_if(keys_.begin(), keys_.end(), [id](const RingKey& key) { return key.id == id; });
    return found == keys_.end() ? nullptr : &*found;
}

Result<void> KeyRing::add_key(std::chrono::system_clock::time_point now) {
    Octets octets(RingKey::kOctets);
    Octets name(6);
    if (::RAND_priv_bytes(octets.data(), static_cast<int>(octets.size())) != 1 ||
        ::RAND_bytes(name.data(), static_cast<int>(name.size())) != 1) {
        return Error{Errc::Io, "the system gives no random numbers; nothing was written"};
    }
    RingKey key;
    key.id = to_base64url(name);
    key.octets = secret_of(octets);
    key.created = utc(now);
    keys_.insert(keys_.begin(), std::move(key));
    return {};
}

std::size_t KeyRing::keep_only(const std::set<std::string>& ids) {
    auto before = keys_.size();
    auto unused = [&](const RingKey& key) { return !ids.contains(key.id); };
    keys_.erase(std::remove_if(std::next(keys_.begin()), keys_.end(), unused), keys_.end());
    return before - keys_.size();
}

}  // namespace ctiengine::config
