// Forwarding, do not disturb, message waiting, and devices that come and go.
#include "gateway/xml/event_extensions.hpp"
#include "gateway/xml/event_writer.hpp"
#include "gateway/xml/names.hpp"

namespace ctiengine::gateway {
namespace {

const char* root_name(EventKind kind) {
    switch (kind) {
        case EventKind::Forwarding: return "ForwardingEvent";
        case EventKind::DoNotDisturb: return "DoNotDisturbEvent";
        case EventKind::MessageWaiting: return "MessageWaitingEvent";
        case EventKind::BackInService: return "BackInServiceEvent";
        default: return "OutOfServiceEvent";
    }
}

struct Body {
    ElementWriter root;
    const Dialect& dialect;

    void operator()(const csta::ForwardingChanged& e) const {
        write_party(root, "device", e.device, dialect);
        root.optional_word("forwardingType", forwarding_type_name(e.forwarding.type));
        root.flag("forwardStatus", e.forwarding.on);
        if (!e.forwarding.forward_to.empty()) {
            write_device(root, "forwardTo", e.forwarding.forward_to, dialect);
        }
    }
    void operator()(const csta::DoNotDisturbChanged& e) const {
        write_party(root, "device", e.device, dialect);
        root.flag("doNotDisturbOn", e.on);
    }
    /// The lamp is at TSAPI's device for message; CSTA III calls the sender of the message by that name.
    void operator()(const csta::MessageWaitingChanged& e) const {
        write_party(root, "targetDevice", e.device_for_message, dialect);
        if (!e.invoking.number.empty()) write_device(root, "deviceForMessage", e.invoking.number, dialect);
        root.flag("messageWaitingOn", e.on);
    }
    void operator()(const csta::InServiceChanged& e) const {
        write_party(root, "device", party_of(e.device), dialect);
        root.optional_word("cause", cause_name(e.cause));
    }
};

}  // namespace

std::string write_feature_event(
    const csta::FeatureEvent& event, const EventAddress& address, const Dialect& dialect
) {
    MessageBuilder message(root_name(kind_of(event)), namespace_of(dialect.edition));
    message.root().text("monitorCrossRefID", address.cross_ref_id);
    std::visit(Body{message.root(), dialect}, event);
    PrivateData private_data(message.root());
    write_event_extensions(address, private_data, dialect);
    return message.text();
}

}  // namespace ctiengine::gateway
