#pragma once
#include "common/audit/audit_trail.hpp"
#include "common/result/result.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace ctiengine::audit {

/// A line's place in the chain.
struct Link {
    std::uint64_t seq = 0;  ///< of the line; counts from 1 without gaps, over files, days and restarts
    std::string hash =
        std::string(64, '0');  ///< SHA-256 of the line's text without its line feed, hexadecimal
    bool operator==(const Link&) const = default;
};

/// SHA-256 of `text`, 64 hexadecimal digits.
std::string sha256(std::string_view text);

/// One line of the audit log without its line feed: JSON in ASCII, so that nothing in it can begin a line,
/// move a cursor or turn a text around. It carries the number behind `before` and the hash of that line.
std::string line_of(const AuditEntry& entry, const Link& before, std::chrono::system_clock::time_point when);

/// What a line says of its place.
struct ReadLine {
    Link link;         ///< of the line itself
    std::string prev;  ///< hash of the line before it
    std::string event;
};

/// MalformedXml is never given: InvalidValue tells what is wrong with the line.
Result<ReadLine> read_line(std::string_view line);

}  // namespace ctiengine::audit
