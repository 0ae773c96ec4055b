#pragma once
#include "common/result/result.hpp"
#include "common/secret_memory/secret.hpp"

#include <chrono>
#include <set>
#include <vector>

namespace ctiengine::config {

/// One key of the ring.
struct RingKey {
    static constexpr std::size_t kOctets = 32;

    std::string id;
    Secret octets;
    std::string created;  ///< 2026-11-23T06:30:00Z, for people
};

/// The keys of the encrypted settings. The first is active: new values are encrypted with it; the others stay
/// until no value needs them. Value type.
class KeyRing {
  public:
    /// A ring in the form of its file: one key a line, NAME BASE64URL CREATED. InvalidSettings names the line
    /// and what is wrong with it, never a key.
    static Result<KeyRing> parse(std::string_view text);

    /// The form of the file.
    Secret text() const;

    bool empty() const { return keys_.empty(); }
    std::size_t size() const { return keys_.size(); }
    const RingKey& active() const { return keys_.front(); }
    /// nullptr when there is none of that name.
    const RingKey* find(std::string_view id) const;

    /// Makes a random key, which is active from now on. Io when the system gives no random numbers.
    Result<void> add_key(std::chrono::system_clock::time_point now);

    /// Drops every key but the active one and those named; how many were dropped.
    std::size_t keep_only(const std::set<std::string>& ids);

  private:
    std::vector<RingKey> keys_;
};

}  // namespace ctiengine::config
