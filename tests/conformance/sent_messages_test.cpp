// What the gateway sends.
#include "tests/conformance/sent_messages.hpp"

#include "gateway/xml/incoming_message.hpp"
#include "tests/conformance/conformance_table.hpp"
#include "tests/fakes/schema_validator/schema_validator.hpp"

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <set>
#include <sstream>

namespace ctiengine::conformance {
namespace {

using gateway::Dialect;
using gateway::Edition;
using gateway::IncomingMessage;
using test::validate;

std::string name_of(const std::string& text) {
    const auto message = IncomingMessage::parse(text);
    if (message) return std::string(message->name());
    ADD_FAILURE() << message.error().detail << "\n" << text;
    return {};
}

Dialect dialect_of(Edition edition) {
    Dialect dialect;
    dialect.edition = edition;
    dialect.numbered_events = true;
    EXPECT_TRUE(dialect.forms.learn("4001:CM1::0"));
    return dialect;
}

template <class Change>
std::string changed(const std::string& text, Change change) {
    pugi::xml_document document;
    document.load_buffer(text.data(), text.size());
    change(document.document_element());
    std::ostringstream out;
    document.save(out, "", pugi::format_raw);
    return out.str();
}

void put_in_what_nobody_knows(pugi::xml_node root) {
    root.append_child("nobodyKnowsThis");
}

/// Copies of the message, each without one of its elements.
std::vector<std::string> without_each_child(const std::string& text) {
    std::vector<std::string> copies;
    pugi::xml_document document;
    document.load_buffer(text.data(), text.size());
    const auto children = document.document_element().children();
    const auto count = std::distance(children.begin(), children.end());
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        copies.push_back(changed(text, [i](pugi::xml_node root) {
            root.remove_child(*std::next(root.children().begin(), i));
        }));
    }
    return copies;
}

/// Messages whose children may all be left out.
const std::set<std::string> kAllOptional = {"ChangeMonitorFilterResponse", "SetAgentStateResponse"};

bool has_content(const std::string& text) {
    pugi::xml_document document;
    document.load_buffer(text.data(), text.size());
    return static_cast<bool>(document.document_element().first_child());
}

TEST(SentMessages, AreWrittenInFullAndBare) {
    const auto dialect = dialect_of(Edition::Ed3);
    for (const auto& text : bare_sent_messages(dialect)) EXPECT_EQ(validate(text), std::nullopt) << text;
    for (const auto& text : sent_messages(dialect)) {
        ASSERT_EQ(validate(text), std::nullopt) << text;
        record(Check::Positive, Direction::Sent, name_of(text));
    }
}

/// The schema knows the message well enough to miss what is mandatory, and to find what does not belong
/// there.
TEST(SentMessages, AreFoundOutWhenTheyAreBroken) {
    for (const auto& text : sent_messages(dialect_of(Edition::Ed3))) {
        EXPECT_NE(validate(changed(text, put_in_what_nobody_knows)), std::nullopt) << text;
        int refused = 0;
        for (const auto& copy : without_each_child(text)) refused += validate(copy) ? 1 : 0;
        const bool all_optional = kAllOptional.contains(name_of(text));
        EXPECT_EQ(refused > 0, has_content(text) && !all_optional) << text;
        record(Check::Negative, Direction::Sent, name_of(text));
    }
}

TEST(SentMessages, HoldAgainstTheSchemaInEveryEdition) {
    for (auto edition : {Edition::Ed3, Edition::Ed4, Edition::Ed5, Edition::Ed6}) {
        for (const auto& text : sent_messages(dialect_of(edition))) {
            EXPECT_EQ(validate(text), std::nullopt) << text;
            record(Check::Schema, Direction::Sent, name_of(text));
        }
    }
}

TEST(SentMessages, AreAllInTheListAndTheUnsentAreNotAmongThem) {
    std::set<std::string> sent;
    for (const auto& text : sent_messages(dialect_of(Edition::Ed3))) sent.insert(name_of(text));
    std::set<std::string> listed = {"MonitorStop"};  // a request, which the gateway sends when a monitor ends
    for (const auto& message : read_messages(CTIENGINE_MESSAGES)) {
        if (direction_of(message.kind) == Direction::Sent) listed.insert(message.name);
        if (message.kind != Message::Kind::Unsent) continue;
        EXPECT_FALSE(sent.contains(message.name)) << message.name;
        record(Check::Negative, Direction::Sent, message.name);
    }
    for (const auto& name : sent) EXPECT_TRUE(listed.contains(name)) << name << " is not in messages.tsv";
}

}  // namespace
}  // namespace ctiengine::conformance
