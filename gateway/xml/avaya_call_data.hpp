#pragma once
#include "common/csta/events.hpp"
#include "gateway/messages/monitor_messages.hpp"
#include "gateway/xml/common_elements.hpp"

namespace ctiengine::gateway {

/// Avaya's private data of a call event (DeliveredEventPrivateData and its kin, namespace
/// http://www.avaya.com/csta). Nothing is added when the event has none. Types of CSTA inside it (device IDs,
/// call linkage, user data) have their content in the namespace of CSTA, as AES does it.
void write_avaya_call_data(const csta::CallEvent& event, PrivateData& private_data, const Dialect& dialect);

}  // namespace ctiengine::gateway
