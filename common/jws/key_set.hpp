#pragma once
#include "common/jws/compact.hpp"
#include "common/jws/public_key.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ctiengine::jws {

inline constexpr std::size_t kLargestKeySet = std::size_t{256} * 1024;

/// The keys that somebody signs with. Immutable: any thread.
class KeySet {
  public:
    /// A JSON Web Key Set (RFC 7517 section 5). Keys that are not for us are passed over with a remark; a set
    /// without a usable key is an error. Errors: TooLarge, InvalidValue.
    static Result<KeySet> parse(std::string_view text);

    /// The key for a token: the one of its kid that fits its algorithm; without a kid the only one that fits.
    /// Null = there is none, or more than one.
    const PublicKey* find(Algorithm algorithm, const std::optional<std::string>& key_id) const;

    std::size_t size() const { return keys_.size(); }

    /// Why keys were passed over, for the log: "key 2 ('old'): an RSA key needs at least 2048 bits".
    const std::vector<std::string>& remarks() const { return remarks_; }

  private:
    std::vector<PublicKey> keys_;
    std::vector<std::string> remarks_;
};

}  // namespace ctiengine::jws
