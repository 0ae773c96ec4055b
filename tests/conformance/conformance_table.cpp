#include "tests/conformance/conformance_table.hpp"

#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace ctiengine::conformance {
namespace {

using Kind = Message::Kind;

constexpr std::array<const char*, 5> kKinds = {"request", "response", "event", "refused", "unsent"};
constexpr std::array<Check, 3> kChecks = {Check::Positive, Check::Negative, Check::Schema};
constexpr std::array<const char*, 3> kCheckNames = {"positive test", "negative test", "schema round trip"};

constexpr const char* kHead = R"(# Conformance

Every message of ECMA-323 and of Avaya's own that the gateway speaks, by level (1 first release, 2 second, 3 on demand),
and the test of `tests/conformance` that proves it. A *request* is read in ten spellings into exactly what is expected,
named in an error when something is missing or wrong, and its text holds against the schema. A *response* or *event* is
written in full, holds against the schema in every edition and reads back; a broken copy is found out by the schema.
*Refused* services have no counterpart in the switch and are answered with serviceNotSupported; *unsent* messages are
known and never sent.

This file is written by `conformance_test --write`; the test fails when it is out of date or when a test is missing.

| message | level | kind | TSAPI | positive test | negative test | schema round trip |
|---|---|---|---|---|---|---|
)";

Kind kind_from(const std::string& word, const std::string& where) {
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
        if (word == kKinds[i]) return static_cast<Kind>(i);
    }
    throw std::runtime_error(where + ": '" + word + "' is no kind of message");
}

Message message_from(const std::string& line, const std::string& where) {
    std::istringstream fields(line);
    std::string name;
    std::string level;
    std::string kind;
    std::string tsapi;
    const bool complete = std::getline(fields, name, '\t') && std::getline(fields, level, '\t') &&
                          std::getline(fields, kind, '\t') && std::getline(fields, tsapi);
    if (!complete || level.size() != 1 || level[0] < '1' || level[0] > '3') {
        throw std::runtime_error(
            where + ": expected message, level 1 to 3, kind and TSAPI, with tabs between"
        );
    }
    return {name, level[0] - '0', kind_from(kind, where), tsapi};
}

std::string cell(const Message& message, Check check, const Evidence& evidence) {
    if (!needs(message.kind, check)) return "–";
    const auto test = evidence.test_of(check, direction_of(message.kind), message.name);
    return test.empty() ? "**missing**" : test;
}

}  // namespace

std::vector<Message> read_messages(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error(path + " cannot be read");
    std::vector<Message> messages;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        if (line.empty() || line[0] == '#') continue;
        messages.push_back(message_from(line, path + ":" + std::to_string(number)));
    }
    return messages;
}

bool needs(Kind kind, Check check) {
    if (kind == Kind::Unsent) return check == Check::Negative;
    if (kind == Kind::Refused) return check != Check::Positive;
    return true;
}

Direction direction_of(Kind kind) {
    return kind == Kind::Request || kind == Kind::Refused ? Direction::Received : Direction::Sent;
}

std::string table_in_markdown(const std::vector<Message>& messages, const Evidence& evidence) {
    std::string table = kHead;
    for (const auto& message : messages) {
        table += "| " + message.name + " | " + std::to_string(message.level) + " | " +
                 kKinds[static_cast<std::size_t>(message.kind)] + " | " + message.tsapi + " |";
        for (auto check : kChecks) table += " " + cell(message, check, evidence) + " |";
        table += "\n";
    }
    return table;
}

std::vector<std::string> gaps(const std::vector<Message>& messages, const Evidence& evidence) {
    std::vector<std::string> missing;
    for (const auto& message : messages) {
        for (std::size_t i = 0; i < kChecks.size(); ++i) {
            if (cell(message, kChecks[i], evidence) != "**missing**") continue;
            missing.push_back(
                message.name + " (" + kKinds[static_cast<std::size_t>(message.kind)] + ", level " +
                std::to_string(message.level) + ") has no " + kCheckNames[i]
            );
        }
    }
    return missing;
}

}  // namespace ctiengine::conformance
