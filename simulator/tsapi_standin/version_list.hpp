#pragma once
#include <bitset>
#include <optional>
#include <string>
#include <string_view>

namespace ctiengine::tsapi_standin {

/// A set of version numbers, written as TSAPI writes it: `-` spans a range, `:` separates items, no blanks,
/// e.g. "1-3:5". Both the API version ("TS1-2") and the private data version ("ECS#2-9") use it.
class VersionList {
  public:
    /// Highest version number that can be named.
    static constexpr unsigned kHighest = 99;

    /// Reads a list; nullopt when it is empty, has blanks, a reversed range or a number above kHighest.
    static std::optional<VersionList> parse(std::string_view text);

    /// Versions that are in both lists.
    VersionList common_with(const VersionList& other) const;

    bool empty() const { return versions_.none(); }

    /// The highest version; 0 when the list is empty.
    unsigned highest() const;

    /// The list in its shortest form, e.g. "2-6:8"; empty when there is no version.
    std::string text() const;

  private:
    bool add(std::string_view item);

    std::bitset<kHighest + 1> versions_;
};

}  // namespace ctiengine::tsapi_standin
