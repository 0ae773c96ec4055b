#pragma once
#include "common/result/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ctiengine::gateway {

inline constexpr const char* kSessionNamespace =
    "http://www.ecma-international.org/standards/ecma-354/appl_session";
inline constexpr const char* kAvayaNamespace = "http://www.avaya.com/csta";
inline constexpr const char* kOwnNamespace = "urn:ctiengine:1";

/// Edition of ECMA-323 whose namespace our messages carry. The content is that of edition 3 in all of them.
enum class Edition { Ed3 = 3, Ed4, Ed5, Ed6 };

/// The namespace of an edition, zero-terminated.
const char* namespace_of(Edition edition);

/// The edition whose namespace this is, on either of Ecma's two hosts; DMCC's ".../ed3/privN" counts as
/// edition 3.
std::optional<Edition> edition_from(std::string_view namespace_uri);

/// May a client's root element be in this namespace? Clients in the field use all of ECMA-323 editions 2 to
/// 6, DMCC's ".../ed3/privN", ECMA-354 and Avaya's namespace for any message, or none ("").
bool accepted_on_input(std::string_view namespace_uri);

/// What a session speaks.
struct ProtocolVersion {
    Edition edition = Edition::Ed3;
    std::string text;  ///< as the client wrote it; actualProtocolVersion echoes it
    bool operator==(const ProtocolVersion&) const = default;
};

/// The first of the client's versions (best first) that we speak; empty = none of them.
std::optional<ProtocolVersion> choose_version(const std::vector<std::string>& requested);

}  // namespace ctiengine::gateway
