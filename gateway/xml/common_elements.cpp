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

void write_last_redirection(ElementWriter parent, const csta::PartyDevice& party, const Dialect& dialect) {
    auto element = parent.child("lastRedirectionDevice");
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

void write_user_data(ElementWriter parent, const std::optional<csta::UserData>& data) {
    if (data && !data->octets.empty()) parent.child("userData").hex("string", data->octets);
}

ElementWriter PrivateData::add(const char* name, const char* namespace_uri) {
    if (!private_) private_ = root_.child("extensions").child("privateData").child("private");
    return private_->child(name, namespace_uri);
}

}  // namespace ctiengine::gateway
