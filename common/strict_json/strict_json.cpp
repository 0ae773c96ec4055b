#include "common/strict_json/strict_json.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <vector>

namespace ctiengine::strict_json {
namespace {

using nlohmann::json;

/// A position that others can look at while the parser reads: it reads one pass, one character ahead.
class Cursor {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Cursor(const char* at, std::size_t* line) : at_(at), line_(line) {}
    reference operator*() const { return *at_; }
    Cursor& operator++() {
        if (*at_++ == '\n') ++*line_;
        return *this;
    }
    Cursor operator++(int) {
        auto before = *this;
        ++*this;
        return before;
    }
    bool operator==(const Cursor& other) const { return at_ == other.at_; }
    bool operator!=(const Cursor& other) const { return at_ != other.at_; }

  private:
    const char* at_;
    std::size_t* line_;
};

/// Sees names and brackets go by.
class Watcher {
  public:
    Watcher(Document& document, const std::size_t& line, std::size_t deepest)
        : document_(document), line_(line), deepest_(deepest) {}

    bool see(json::parse_event_t event, json& parsed) {
        using Event = json::parse_event_t;
        if (event == Event::object_start || event == Event::array_start) open();
        if (event == Event::object_end || event == Event::array_end) open_.pop_back();
        if (event == Event::key) see_name(parsed.get_ref<const std::string&>());
        return open_.size() <= deepest_;  // what is deeper is not kept
    }

    const std::optional<std::string>& fault() const { return fault_; }

  private:
    struct Level {
        std::string path;  ///< of the object itself, with a '/' behind it
        std::string name;  ///< the member being read
        std::set<std::string> seen{};
    };

    void open() {
        std::string path;
        if (!open_.empty()) {
            const auto& outer = open_.back();
            path = outer.path;
            if (!outer.name.empty()) path += outer.name + "/";
        }
        open_.push_back({std::move(path), {}});
        if (open_.size() > deepest_ && !fault_) fault_ = "nested too deeply";
    }

    void see_name(const std::string& name) {
        auto& level = open_.back();
        level.name = name;
        const bool is_new = level.seen.insert(name).second;
        if (!is_new && !fault_)
            fault_ = "line " + std::to_string(line_) + ": '" + shown_name(name) + "' stands twice";
        document_.lines.emplace(level.path + name, line_);
    }

    Document& document_;
    const std::size_t& line_;
    std::size_t deepest_;
    std::vector<Level> open_;
    std::optional<std::string> fault_;
};

Error malformed(std::string_view text, std::size_t byte) {
    const auto before = text.substr(0, std::min(text.size(), byte == 0 ? 0 : byte - 1));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto last_end = before.rfind('\n');
    const auto column = before.size() - (last_end == std::string_view::npos ? 0 : last_end + 1) + 1;
    return {
        Errc::InvalidValue, "line " + std::to_string(line) + ", column " + std::to_string(column) +
                                ": not JSON (is a comma, quote or bracket missing before this place?)"};
}

}  // namespace

std::string shown_name(std::string_view name) {
    constexpr std::size_t kLongest = 64;
    std::string shown(name.substr(0, kLongest));
    for (auto& c : shown) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f) c = '?';
    }
    return shown;
}

Result<Document> parse(std::string_view text, std::size_t deepest) {
    Document document;
    std::size_t line = 1;
    Watcher watcher(document, line, deepest);
    auto see = [&watcher](int /*depth*/, json::parse_event_t event, json& parsed) {
        return watcher.see(event, parsed);
    };
    try {
        const char* end = text.data() + text.size();
        document.value = json::parse(Cursor(text.data(), &line), Cursor(end, &line), see);
    } catch (const json::parse_error& error) {
        return malformed(text, error.byte);
    } catch (const json::exception&) {
        return Error{Errc::InvalidValue, "line " + std::to_string(line) + ": a number is out of range"};
    }
    if (watcher.fault()) return Error{Errc::InvalidValue, *watcher.fault()};
    return document;
}

}  // namespace ctiengine::strict_json
