#pragma once
#include "common/csta/identifiers.hpp"
#include "gateway/xml/dialect.hpp"
#include "gateway/xml/message_builder.hpp"

#include <optional>
#include <vector>

/// Elements that many messages share, inside this room. Each function adds one element `name` to `parent`.
namespace ctiengine::gateway {

/// DeviceID: the number as the client spells it.
void write_device(ElementWriter parent, const char* name, const csta::Device& device, const Dialect& dialect);

/// ConnectionID. Without a device ("" or "0": no party) only callID is written.
void write_connection(
    ElementWriter parent, const char* name, const csta::Connection& connection, const Dialect& dialect
);

/// The extended device IDs: deviceIdentifier or notKnown.
void write_party(
    ElementWriter parent, const char* name, const csta::PartyDevice& party, const Dialect& dialect
);

/// lastRedirectionDevice: numberDialed, notKnown, or notRequired for a call that was not redirected.
void write_last_redirection(ElementWriter parent, const csta::PartyDevice& party, const Dialect& dialect);
/// The same type under another name.
void write_redirection(
    ElementWriter parent, const char* name, const csta::PartyDevice& party, const Dialect& dialect
);

/// The device of a connection as a party: where the switch names no other.
csta::PartyDevice party_of(const csta::Device& device);

/// A list of connectionListItem: newConnection and endpoint.
void write_connection_list(
    ElementWriter parent,
    const char* name,
    const std::vector<csta::ConnectionListItem>& list,
    const Dialect& dialect
);

/// What globalCallData holds: the UCID. Nothing when there is none. `name` is callLinkageData or a list's
/// newCallLinkageData.
void write_call_linkage(ElementWriter parent, const char* name, const csta::Ucid& ucid);

/// deviceHistory, newest first; nothing when it is empty.
void write_device_history(
    ElementWriter parent, const std::vector<csta::DeviceHistoryEntry>& history, const Dialect& dialect
);

/// userData/string in hex; nothing when there is none.
void write_user_data(ElementWriter parent, const std::optional<csta::UserData>& data);

/// extensions/privateData/private, made when the first private element is added.
class PrivateData {
  public:
    explicit PrivateData(ElementWriter root) : root_(root) {}

    ElementWriter add(const char* name, const char* namespace_uri);

    /// For messages whose root is in Avaya's namespace: what is in `extensions` is in CSTA's all the same.
    void set_namespace(const char* namespace_uri) const {
        if (private_) root_.last_child().set_namespace_of_children(namespace_uri);
    }

  private:
    ElementWriter root_;
    std::optional<ElementWriter> private_;
};

}  // namespace ctiengine::gateway
