#pragma once

#include <nlohmann/json.hpp>

#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace ctiengine::simulator {

/// A plan or profile file is wrong: file, key and rule in one sentence.
class PlanError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// The text as JSON; `origin` names it in errors. Throws PlanError.
nlohmann::json parse_json(const std::string& text, const std::string& origin);

/// One JSON object of a plan, read key by key. Every mistake is thrown as a PlanError that names the place;
/// done() refuses keys that nobody asked for, so that a misspelt one is noticed.
class JsonSection {
  public:
    /// `place`: file and path of the object, e.g. "demo.json: stations[2]". The object must outlive this.
    JsonSection(const nlohmann::json& object, std::string place);

    [[nodiscard]] bool has(const std::string& key) const { return object_.contains(key); }

    std::string text(const std::string& key);
    std::string text(const std::string& key, std::string otherwise);
    int number(const std::string& key, int low, int high);
    int number(const std::string& key, int low, int high, int otherwise);
    bool flag(const std::string& key, bool otherwise);

    /// The texts of a list; empty when the key is missing.
    std::vector<std::string> texts(const std::string& key);

    /// The objects of a list; empty when the key is missing.
    std::vector<JsonSection> list(const std::string& key);

    /// The object under the key; an empty one when the key is missing.
    JsonSection section(const std::string& key);

    /// All keys with their values, for tables.
    const nlohmann::json& all();

    /// Call last: a key that was never asked for is a mistake.
    void done() const;

    [[noreturn]] void fail(const std::string& key, const std::string& rule) const;
    [[nodiscard]] const std::string& place() const { return place_; }

  private:
    const nlohmann::json& take(const std::string& key);

    const nlohmann::json& object_;
    std::string place_;
    std::set<std::string> taken_;
};

}  // namespace ctiengine::simulator
