#pragma once
#include "gateway/xml/common_elements.hpp"

/// Elements that several of Avaya's private data share, inside this room. Types of CSTA keep CSTA's namespace
/// for their content. What is empty is left out.
namespace ctiengine::gateway {

void write_entered_code(ElementWriter parent, const csta::EnteredCode& code, const Dialect& dialect);
void write_lookahead(
    ElementWriter parent, const std::optional<csta::LookaheadInfo>& info, const Dialect& dialect
);
void write_avaya_user_data(
    ElementWriter parent, const std::optional<csta::UserData>& data, const Dialect& dialect
);
void write_avaya_call_linkage(ElementWriter parent, const csta::Ucid& ucid, const Dialect& dialect);
void write_avaya_device_history(
    ElementWriter parent, const std::vector<csta::DeviceHistoryEntry>& history, const Dialect& dialect
);

}  // namespace ctiengine::gateway
