#pragma once
#include "common/result/result.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

/// JSON of which everything counts: a member that stands twice is a mistake (RFC 8259 leaves it open, and two
/// readers that choose differently are a way around a check).
namespace ctiengine::strict_json {

struct Document {
    nlohmann::json value;
    /// Line, counted from 1, of every member of an object: "users/ann/role" → 4. A '/' in a name stays.
    std::map<std::string, std::size_t> lines;

    /// 0 when there is no such member.
    std::size_t line_of(const std::string& path) const {
        auto found = lines.find(path);
        return found == lines.end() ? 0 : found->second;
    }
};

inline constexpr std::size_t kDeepest = 16;

/// UTF-8, at most `deepest` levels deep. Errors: InvalidValue with line and column, or with the line and name
/// of a repeated member. No error quotes a value.
Result<Document> parse(std::string_view text, std::size_t deepest = kDeepest);

/// A name from such a text made fit for a sentence: at most 64 bytes, control characters as '?'.
std::string shown_name(std::string_view name);

}  // namespace ctiengine::strict_json
