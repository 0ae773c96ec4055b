// One function per event, each a list of children in schema order.
#include "gateway/xml/answer_parts.hpp"
#include "gateway/xml/avaya_call_data.hpp"
#include "gateway/xml/event_extensions.hpp"
#include "gateway/xml/event_writer.hpp"
#include "gateway/xml/names.hpp"

namespace ctiengine::gateway {
namespace {

/// Root elements in the order of EventKind.
constexpr const char* kRootNames[] = {
    "ServiceInitiatedEvent",
    "OriginatedEvent",
    "DeliveredEvent",
    "EstablishedEvent",
    "HeldEvent",
    "RetrievedEvent",
    "QueuedEvent",
    "DivertedEvent",
    "TransferedEvent",
    "ConferencedEvent",
    "FailedEvent",
    "NetworkReachedEvent",
    "ConnectionClearedEvent",
    "CallClearedEvent",
    "CallInformationEvent",
    "EnteredDigitsEvent",
};

const csta::PartyDevice kNotKnown{};

class Body {
  public:
    Body(
        ElementWriter root, const csta::CallEvent& event, const EventAddress& address, const Dialect& dialect
    )
        : root_(root), event_(event), address_(address), dialect_(dialect) {}

    void operator()(const csta::ServiceInitiated& e) const {
        connection("initiatedConnection", e.initiated);
        party("initiatingDevice", party_of(e.initiated.device));
        local();
        cause();
        linkage();
    }
    void operator()(const csta::Originated& e) const {
        connection("originatedConnection", e.originated);
        party("callingDevice", e.calling);
        party("calledDevice", e.called);
        local();
        cause();
        linkage();
    }
    void operator()(const csta::Delivered& e) const {
        connection("connection", e.connection);
        party("alertingDevice", e.alerting);
        parties(e.calling, e.called, e.last_redirection);
        local_data_cause_linkage_history();
    }
    void operator()(const csta::Established& e) const {
        connection("establishedConnection", e.established);
        party("answeringDevice", e.answering);
        parties(e.calling, e.called, e.last_redirection);
        local_data_cause_linkage_history();
    }
    void operator()(const csta::Held& e) const {
        connection("heldConnection", e.held);
        party("holdingDevice", e.holding);
        local();
        cause();
        linkage();
    }
    void operator()(const csta::Retrieved& e) const {
        connection("retrievedConnection", e.retrieved);
        party("retrievingDevice", e.retrieving);
        local();
        cause();
        linkage();
    }
    void operator()(const csta::Queued& e) const {
        connection("queuedConnection", e.queued);
        party("queue", e.queue);
        parties(e.calling, e.called, e.last_redirection);
        if (e.number_queued > 0) root_.number("numberQueued", e.number_queued);
        local_data_cause_linkage_history();
    }
    void operator()(const csta::Diverted& e) const {
        connection("connection", e.connection);
        party("divertingDevice", e.diverting);
        party("newDestination", e.new_destination);
        write_last_redirection(root_, kNotKnown, dialect_);
        local_data_cause_linkage_history();
    }
    void operator()(const csta::Transferred& e) const {
        merge(e.primary_old, e.secondary_old);
        party("transferringDevice", e.transferring);
        party("transferredToDevice", e.transferred_to);
        write_connection_list(root_, "transferredConnections", e.connections, dialect_);
        local_data_cause();
        linkage_list();
        history();
    }
    void operator()(const csta::Conferenced& e) const {
        merge(e.primary_old, e.secondary_old);
        party("conferencingDevice", e.controller);
        party("addedParty", e.added);
        write_connection_list(root_, "conferenceConnections", e.connections, dialect_);
        local_data_cause();
        linkage_list();
        history();
    }
    void operator()(const csta::Failed& e) const {
        connection("failedConnection", e.failed);
        party("failingDevice", e.failing);
        parties(e.calling, e.called, kNotKnown);
        local_data_cause_linkage_history();
    }
    void operator()(const csta::NetworkReached& e) const {
        connection("outboundConnection", e.connection);
        party("networkInterfaceUsed", e.trunk_used);
        parties(kNotKnown, e.called, kNotKnown);
        local_data_cause_linkage_history();
    }
    void operator()(const csta::ConnectionCleared& e) const {
        connection("droppedConnection", e.dropped);
        party("releasingDevice", e.releasing);
        local_data_cause_linkage_history();
    }
    void operator()(const csta::CallCleared& e) const {
        connection("clearedCall", e.cleared);
        write_user_data(root_, event_.private_data.user_data);
        cause();
        linkage();
    }

    void operator()(const csta::CallInformation& e) const {
        connection("connection", e.connection);
        party("device", e.device);
        if (!e.account.empty()) root_.hex("accountInfo", e.account);
        if (!e.authorisation.empty()) root_.hex("authCode", e.authorisation);
        write_user_data(root_, event_.private_data.user_data);
        linkage_list();
    }
    void operator()(const csta::EnteredDigits& e) const {
        connection("connection", e.connection);
        in_csta_namespace(root_.last_child(), dialect_);
        root_.text("digits", e.digits);
        local();
        root_.optional_word("cause", cause_name(event_.cause));
    }

  private:
    void connection(const char* name, const csta::Connection& value) const {
        write_connection(root_, name, value, dialect_);
    }
    void party(const char* name, const csta::PartyDevice& value) const {
        write_party(root_, name, value, dialect_);
    }
    void parties(
        const csta::PartyDevice& calling, const csta::PartyDevice& called, const csta::PartyDevice& last
    ) const {
        party("callingDevice", calling);
        party("calledDevice", called);
        write_last_redirection(root_, last, dialect_);
    }
    void merge(const csta::Connection& primary, const csta::Connection& secondary) const {
        connection("primaryOldCall", primary);
        if (secondary.call != 0) connection("secondaryOldCall", secondary);
    }
    void local() const {
        if (address_.type == MonitorType::Call) return;
        root_.optional_word("localConnectionInfo", state_name(event_.local));
    }
    void cause() const { root_.text("cause", call_cause_name(event_.cause, kind_of(event_))); }
    void linkage() const { write_call_linkage(root_, "callLinkageData", event_.private_data.ucid); }
    void linkage_list() const {
        if (event_.private_data.ucid.empty()) return;
        write_call_linkage(
            root_.child("callLinkageDataList"), "newCallLinkageData", event_.private_data.ucid
        );
    }
    void local_data_cause() const {
        local();
        write_user_data(root_, event_.private_data.user_data);
        cause();
    }
    void history() const { write_device_history(root_, event_.private_data.device_history, dialect_); }
    void local_data_cause_linkage_history() const {
        local_data_cause();
        linkage();
        history();
    }

    ElementWriter root_;
    const csta::CallEvent& event_;
    const EventAddress& address_;
    const Dialect& dialect_;
};

}  // namespace

std::string write_call_event(
    const csta::CallEvent& event, const EventAddress& address, const Dialect& dialect
) {
    const auto kind = kind_of(event);
    const bool avayas_own = kind == EventKind::EnteredDigits;
    MessageBuilder message(
        kRootNames[static_cast<std::size_t>(kind)],
        avayas_own ? kAvayaNamespace : namespace_of(dialect.edition)
    );
    message.root().text("monitorCrossRefID", address.cross_ref_id);
    std::visit(Body(message.root(), event, address, dialect), event.body);
    PrivateData private_data(message.root());
    write_avaya_call_data(event, private_data, dialect);
    write_event_extensions(address, private_data, dialect);
    if (avayas_own) private_data.set_namespace(namespace_of(dialect.edition));
    return message.text();
}

}  // namespace ctiengine::gateway
