#pragma once
#include "common/xml_scan/scan.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace ctiengine::xml_scan::detail {

/// One pass over one text. Every step returns false after it has stored the fault; the members keep the
/// place.
class Scanner {
  public:
    Scanner(std::string_view text, const ScanLimits& limits);

    std::optional<Fault> run();

  private:
    bool whole();
    bool prolog();
    bool markup();
    bool declaration();
    bool pseudo_attribute(std::string_view name, std::string_view& value);
    bool start_tag();
    bool attribute(std::size_t count);
    bool attribute_value();
    bool end_tag();
    bool text_run();
    bool comment();
    bool cdata();
    bool name(std::string_view& found);
    bool reference();
    bool character_number(const char* start);
    bool odd_byte();
    bool count_node();

    bool fail(Reason reason, std::string_view why) { return fail(reason, why, at_); }
    bool fail(Reason reason, std::string_view why, const char* where);

    bool starts_with(std::string_view what) const {
        return std::string_view(at_, static_cast<std::size_t>(end_ - at_)).substr(0, what.size()) == what;
    }
    bool skip_space();
    bool over_value_limit(const char* start) {
        return static_cast<std::size_t>(at_ - start) > limits_.value_bytes &&
               !fail(Reason::ValueTooLong, "a value is longer than allowed", start);
    }

    const char* const begin_;
    const char* at_;
    const char* const end_;
    const ScanLimits& limits_;
    std::size_t depth_ = 0;
    std::size_t nodes_ = 0;
    bool root_seen_ = false;
    std::optional<Fault> fault_;
    std::array<std::string_view, kDepthCeiling> open_elements_;
    std::array<std::string_view, kAttributeCeiling> attribute_names_;  ///< of the element at hand
};

}  // namespace ctiengine::xml_scan::detail
