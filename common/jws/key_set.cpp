#include "common/jws/key_set.hpp"

#include "common/strict_json/strict_json.hpp"

namespace ctiengine::jws {
namespace {

constexpr std::size_t kMostKeys = 100;
constexpr std::size_t kMostShown = 5;

Error invalid(const std::string& what) {
    return {Errc::InvalidValue, what};
}

std::string name_of(std::size_t index, const nlohmann::json& key) {
    auto name = "key " + std::to_string(index + 1);
    if (key.is_object() && key.contains("kid") && key["kid"].is_string()) {
        name += " ('" + strict_json::shown_name(key["kid"].get_ref<const std::string&>()) + "')";
    }
    return name;
}

}  // namespace

Result<KeySet> KeySet::parse(std::string_view text) {
    if (text.size() > kLargestKeySet) return Error{Errc::TooLarge, "a key set has at most 256 KiB"};
    auto document = strict_json::parse(text);
    if (!document) return document.error();
    const auto& root = document->value;
    if (!root.is_object() || !root.contains("keys") || !root["keys"].is_array()) {
        return invalid("not a JSON Web Key Set: {\"keys\": [...]}");
    }
    const auto& list = root["keys"];
    if (list.size() > kMostKeys) return invalid("a key set has at most 100 keys");
    KeySet set;
    for (std::size_t index = 0; index < list.size(); ++index) {
        auto key = PublicKey::from_jwk(list[index]);
        if (key) {
            set.keys_.push_back(std::move(*key));
        } else {
            set.remarks_.push_back(name_of(index, list[index]) + ": " + key.error().detail);
        }
    }
    if (!set.keys_.empty()) return set;
    std::string why = "no key in the set can be used";
    for (std::size_t i = 0; i < set.remarks_.size() && i < kMostShown; ++i) why += "; " + set.remarks_[i];
    return invalid(why);
}

const PublicKey* KeySet::find(Algorithm algorithm, const std::optional<std::string>& key_id) const {
    const PublicKey* found = nullptr;
    for (const auto& key : keys_) {
        const bool meant = !key_id || key.id() == key_id;
        if (!meant || !key.fits(algorithm)) continue;
        if (found) return nullptr;
        found = &key;
    }
    return found;
}

}  // namespace ctiengine::jws
