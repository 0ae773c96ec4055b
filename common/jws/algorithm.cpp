#include "common/jws/algorithm.hpp"

namespace ctiengine::jws {

std::string_view to_string(Algorithm algorithm) {
    switch (algorithm) {
        case Algorithm::Rs256: return "RS256";
        case Algorithm::Ps256: return "PS256";
        case Algorithm::Es256: return "ES256";
        case Algorithm::EdDsa: return "EdDSA";
    }
    return "";
}

std::optional<Algorithm> algorithm_from(std::string_view name) {
    for (auto algorithm : {Algorithm::Rs256, Algorithm::Ps256, Algorithm::Es256, Algorithm::EdDsa}) {
        if (name == to_string(algorithm)) return algorithm;
    }
    return std::nullopt;
}

}  // namespace ctiengine::jws
