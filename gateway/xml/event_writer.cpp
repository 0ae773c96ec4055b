#include "gateway/xml/event_writer.hpp"

#include "gateway/xml/event_extensions.hpp"
#include "gateway/xml/system_names.hpp"

namespace ctiengine::gateway {

void write_event_extensions(const EventAddress& address, PrivateData& private_data, const Dialect& dialect) {
    if (dialect.numbered_events) {
        auto id = private_data.add("EventId", kOwnNamespace);
        id.text("epoch", std::to_string(address.position.epoch));
        id.text("seq", std::to_string(address.position.seq));
    }
    if (address.synthetic) private_data.add("Synthetic", kOwnNamespace);
}

std::string write_monitor_ended(const EventAddress& address, const Dialect& dialect) {
    MessageBuilder message("MonitorStop", namespace_of(dialect.edition));
    message.root().text("monitorCrossRefID", address.cross_ref_id);
    PrivateData private_data(message.root());
    write_event_extensions(address, private_data, dialect);
    return message.text();
}

std::string write_system_status(
    std::string_view register_id, csta::SystemStatus status, const Dialect& dialect
) {
    MessageBuilder message("SystemStatus", namespace_of(dialect.edition));
    message.root().optional_text("sysStatRegisterID", register_id);
    message.root().text("systemStatus", status_name(status));
    return message.text();
}

}  // namespace ctiengine::gateway
