#pragma once
#include "tests/conformance/evidence.hpp"

#include <string>
#include <vector>

namespace ctiengine::conformance {

/// One row of messages.tsv.
struct Message {
    enum class Kind {
        Request,   ///< comes from clients
        Response,  ///< our answer
        Event,     ///< sent unasked
        Refused,   ///< comes from clients; the switch has no counterpart
        Unsent,    ///< known and never sent
    };
    std::string name;
    int level = 0;
    Kind kind = Kind::Request;
    std::string tsapi;  ///< its counterpart there
};

/// All rows; throws std::runtime_error with file and line when one cannot be read.
std::vector<Message> read_messages(const std::string& path);

/// What a kind has to show.
bool needs(Message::Kind kind, Check check);
Direction direction_of(Message::Kind kind);

/// The table for readers, in Markdown, and what is missing from it, one line per gap.
std::string table_in_markdown(const std::vector<Message>& messages, const Evidence& evidence);
std::vector<std::string> gaps(const std::vector<Message>& messages, const Evidence& evidence);

}  // namespace ctiengine::conformance
