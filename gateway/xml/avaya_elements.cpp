#include "gateway/xml/avaya_elements.hpp"

#include "gateway/xml/answer_parts.hpp"
#include "gateway/xml/names.hpp"

namespace ctiengine::gateway {

void write_entered_code(ElementWriter parent, const csta::EnteredCode& code, const Dialect& dialect) {
    const auto* type = entered_code_type_name(code.type);
    if (type == nullptr && code.digits.empty()) return;
    auto element = parent.child("userEnteredCode");
    element.optional_word("userEnteredCodeType", type);
    element.text("userEnteredCodeIndicator", code.indicator == 0 ? "collect" : "entered");
    element.optional_text("data", code.digits);
    if (!code.collect_vdn.empty()) write_device(element, "collectVDN", code.collect_vdn, dialect);
}

void write_lookahead(
    ElementWriter parent, const std::optional<csta::LookaheadInfo>& info, const Dialect& dialect
) {
    if (!info) return;
    auto element = parent.child("lookAheadInfo");
    element.optional_word("type", interflow_name(info->type));
    element.optional_word("priority", interflow_priority_name(info->priority));
    element.number("hours", info->hours);
    element.number("minutes", info->minutes);
    element.number("seconds", info->seconds);
    if (!info->source_vdn.empty()) write_device(element, "sourceVDN", info->source_vdn, dialect);
}

void write_avaya_user_data(
    ElementWriter parent, const std::optional<csta::UserData>& data, const Dialect& dialect
) {
    if (!data || data->octets.empty()) return;
    write_user_data(parent, data);
    in_csta_namespace(parent.last_child(), dialect);
}

void write_avaya_call_linkage(ElementWriter parent, const csta::Ucid& ucid, const Dialect& dialect) {
    if (ucid.empty()) return;
    write_call_linkage(parent, "callLinkageData", ucid);
    in_csta_namespace(parent.last_child(), dialect);
}

void write_avaya_device_history(
    ElementWriter parent, const std::vector<csta::DeviceHistoryEntry>& history, const Dialect& dialect
) {
    if (history.empty()) return;
    write_device_history(parent, history, dialect);
    in_csta_namespace(parent.last_child(), dialect);
}

}  // namespace ctiengine::gateway
