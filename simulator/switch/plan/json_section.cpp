#include "simulator/switch/plan/json_section.hpp"

namespace ctiengine::simulator {
namespace {

const nlohmann::json kNothing = nlohmann::json::object();

}  // namespace

nlohmann::json parse_json(const std::string& text, const std::string& origin) {
    try {
        return nlohmann::json::parse(text);
    } catch (const nlohmann::json::parse_error& error) {
        throw PlanError(origin + ": is not JSON at byte " + std::to_string(error.byte) + ": " + error.what());
    }
}

JsonSection::JsonSection(const nlohmann::json& object, std::string place)
    : object_(object), place_(std::move(place)) {
    if (!object_.is_object()) throw PlanError(place_ + ": must be an object in braces");
}

void JsonSection::fail(const std::string& key, const std::string& rule) const {
    throw PlanError(place_ + ": key '" + key + "' " + rule);
}

const nlohmann::json& JsonSection::take(const std::string& key) {
    taken_.insert(key);
    const auto found = object_.find(key);
    if (found == object_.end()) fail(key, "is missing");
    return *found;
}

std::string JsonSection::text(const std::string& key) {
    const auto& value = take(key);
    if (!value.is_string()) fail(key, "must be a text in quotes");
    return value.get<std::string>();
}

std::string JsonSection::text(const std::string& key, std::string otherwise) {
    return has(key) ? text(key) : std::move(otherwise);
}

int JsonSection::number(const std::string& key, int low, int high) {
    const auto& value = take(key);
    const bool whole = value.is_number_integer();
    const auto given = whole ? value.get<long long>() : 0;
    if (!whole || given < low || given > high) {
        fail(key, "must be a whole number from " + std::to_string(low) + " to " + std::to_string(high));
    }
    return static_cast<int>(given);
}

int JsonSection::number(const std::string& key, int low, int high, int otherwise) {
    return has(key) ? number(key, low, high) : otherwise;
}

bool JsonSection::flag(const std::string& key, bool otherwise) {
    if (!has(key)) return otherwise;
    const auto& value = take(key);
    if (!value.is_boolean()) fail(key, "must be true or false");
    return value.get<bool>();
}

std::vector<std::string> JsonSection::texts(const std::string& key) {
    std::vector<std::string> texts;
    if (!has(key)) return texts;
    const auto& value = take(key);
    if (!value.is_array()) fail(key, "must be a list in square brackets");
    for (const auto& entry : value) {
        if (!entry.is_string()) fail(key, "must hold texts in quotes");
        texts.push_back(entry.get<std::string>());
    }
    return texts;
}

std::vector<JsonSection> JsonSection::list(const std::string& key) {
    std::vector<JsonSection> sections;
    if (!has(key)) return sections;
    const auto& value = take(key);
    if (!value.is_array()) fail(key, "must be a list in square brackets");
    for (std::size_t index = 0; index < value.size(); ++index) {
        sections.emplace_back(value[index], place_ + ": " + key + "[" + std::to_string(index) + "]");
    }
    return sections;
}

JsonSection JsonSection::section(const std::string& key) {
    return {has(key) ? take(key) : kNothing, place_ + ": " + key};
}

const nlohmann::json& JsonSection::all() {
    for (const auto& [key, value] : object_.items()) taken_.insert(key);
    return object_;
}

void JsonSection::done() const {
    for (const auto& [key, value] : object_.items()) {
        if (taken_.count(key) == 0) fail(key, "is unknown here");
    }
}

}  // namespace ctiengine::simulator
