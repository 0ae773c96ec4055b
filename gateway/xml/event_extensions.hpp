#pragma once
#include "gateway/xml/common_elements.hpp"
#include "gateway/xml/event_writer.hpp"

namespace ctiengine::gateway {

/// Our own private data of an event (urn:ctiengine:1): EventId when the session wants numbered events, and
/// Synthetic on events that the engine made.
void write_event_extensions(const EventAddress& address, PrivateData& private_data, const Dialect& dialect);

}  // namespace ctiengine::gateway
