#include "gateway/xml/common_elements.hpp"

#include "gateway/xml/names.hpp"

namespace ctiengine::gateway {
namespace {

void write_spelling(
    ElementWriter element, const csta::Device& device, const char* type, const Dialect& dialect
) {
    if (const auto* form = dialect.forms.find(device)) {
        element.attribute("typeOfNumber", "other");
        element.attribute("mediaClass", "notKnown");
        element.set(*form);
        return;
    }
    if (type != nullptr) element.attribute("typeOfNumber", type);
    element.set(device);
}

void write_number(
    ElementWriter parent, const char* name, const csta::PartyDevice& party, const Dialect& dialect
) {
    write_spelling(parent.child(name), party.number, number_type_name(party.type), dialect);
}

bool provided(const csta::PartyDevice& party) {
    return party.status == csta::PartyDevice::Status::Provided && !party.number.empty();
}

}  // namespace

void write_device(
    ElementWriter parent, const char* name, const csta::Device& device, const Dialect& dialect
) {
    write_spelling(parent.child(name), device, nullptr, dialect);
}

void write_connection(
    ElementWriter parent, const char* name, const csta::Connection& connection, const Dialect& dialect
) {
    auto element = parent.child(name);
    element.number("callID", connection.call);
    if (connection.device.empty() || connection.device == "0") return;
    write_spelling(
        element.child("deviceID"), connection.device, connection.dynamic ? "dynamic" : nullptr, dialect
    );
}

void write_party(
    ElementWriter parent, const char* name, const csta::PartyDevice& party, const Dialect& dialect
) {
    auto element = parent.child(name);
    if (provided(party)) {
        write_number(element, "deviceIdentifier", party, dialect);
    } else {
        element.empty("notKnown");
    }
}

csta::PartyDevice party_of(const csta::Device& device) {
    const auto status =
        device.empty() ? csta::PartyDevice::Status::NotKnown : csta::PartyDevice::Status::Provided;
    return {status, device, csta::NumberType::DeviceIdentifier};
}

void write_last_redirection(ElementWriter parent, const csta::PartyDevice& party, const Dialect& dialect) {
    write_redirection(parent, "lastRedirectionDevice", party, dialect);
}

void write_redirection(
    ElementWriter parent, const char* name, const csta::PartyDevice& party, const Dialect& dialect
) {
    auto element = parent.child(name);
    if (provided(party)) {
        write_number(element, "numberDialed", party, dialect);
    } else {
        element.empty(party.status == csta::PartyDevice::Status::NotRequired ? "notRequired" : "notKnown");
    }
}

void write_connection_list(
    ElementWriter parent,
    const char* name,
    const std::vector<csta::ConnectionListItem>& list,
    const Dialect& dialect
) {
    auto element = parent.child(name);
    for (const auto& item : list) {
        auto entry = element.child("connectionListItem");
        write_connection(entry, "newConnection", item.party, dialect);
        auto endpoint = entry.child("endpoint");
        if (provided(item.endpoint)) {
            write_number(endpoint, "deviceID", item.endpoint, dialect);
        } else {
            endpoint.empty("notKnown");
        }
    }
}

void write_call_linkage(ElementWriter parent, const char* name, const csta::Ucid& ucid) {
    if (ucid.empty()) return;
    parent.child(name)
        .child("globalCallData")
        .child("globalCallLinkageID")
        .text("globallyUniqueCallLinkageID", ucid);
}

void write_device_history(
    ElementWriter parent, const std::vector<csta::DeviceHistoryEntry>& history, const Dialect& dialect
) {
    if (history.empty()) return;
    auto list = parent.child("deviceHistory");
    for (const auto& entry : history) {
        auto item = list.child("DeviceHistoryListItem");  // sic
        write_redirection(item, "oldDeviceID", party_of(entry.old_device), dialect);
        item.optional_word("eventCause", cause_name(entry.cause));
        if (entry.old_connection.call != 0) {
            write_connection(item, "oldConnectionID", entry.old_connection, dialect);
        }
    }
}

void write_user_data(ElementWriter parent, const std::optional<csta::UserData>& data) {
    if (data && !data->octets.empty()) parent.child("userData").hex("string", data->octets);
}

ElementWriter PrivateData::add(const char* name, const char* namespace_uri) {
    if (!private_) private_ = root_.child("extensions").child("privateData").child("private");
    return private_->child(name, namespace_uri);
}

}  // namespace ctiengine::gateway
