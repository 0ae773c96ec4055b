#include "simulator/tsapi_standin/version_list.hpp"

#include <charconv>

namespace ctiengine::tsapi_standin {
namespace {

std::optional<unsigned> version_from(std::string_view digits) {
    unsigned value = 0;
    const auto* end = digits.data() + digits.size();
    auto [stopped, failed] = std::from_chars(digits.data(), end, value);
    if (failed != std::errc{} || stopped != end || value > VersionList::kHighest) return std::nullopt;
    return value;
}

}  // namespace

std::optional<VersionList> VersionList::parse(std::string_view text) {
    VersionList list;
    for (;;) {
        const auto colon = text.find(':');
        if (!list.add(text.substr(0, colon))) return std::nullopt;
        if (colon == std::string_view::npos) return list;
        text.remove_prefix(colon + 1);
    }
}

bool VersionList::add(std::string_view item) {
    const auto dash = item.find('-');
    const auto first = version_from(item.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : version_from(item.substr(dash + 1));
    if (!first || !last || *first > *last) return false;
    for (unsigned version = *first; version <= *last; ++version) versions_.set(version);
    return true;
}

VersionList VersionList::common_with(const VersionList& other) const {
    VersionList both;
    both.versions_ = versions_ & other.versions_;
    return both;
}

unsigned VersionList::highest() const {
    for (unsigned version = kHighest; version > 0; --version) {
        if (versions_.test(version)) return version;
    }
    return 0;
}

std::string VersionList::text() const {
    std::string out;
    for (unsigned first = 0; first <= kHighest; ++first) {
        if (!versions_.test(first)) continue;
        unsigned last = first;
        while (last < kHighest && versions_.test(last + 1)) ++last;
        if (!out.empty()) out += ':';
        out += std::to_string(first);
        if (last > first) out += '-' + std::to_string(last);
        first = last;
    }
    return out;
}

}  // namespace ctiengine::tsapi_standin
