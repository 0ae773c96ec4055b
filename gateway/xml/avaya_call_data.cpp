#include "gateway/xml/avaya_call_data.hpp"

#include "gateway/xml/answer_parts.hpp"
#include "gateway/xml/avaya_elements.hpp"
#include "gateway/xml/names.hpp"

namespace ctiengine::gateway {
namespace {

/// The private element of one event, made when its first child is added.
class AvayaElement {
  public:
    AvayaElement(PrivateData& private_data, const char* name) : private_data_(private_data), name_(name) {}

    ElementWriter get() {
        if (!element_) element_ = private_data_.add(name_, kAvayaNamespace);
        return *element_;
    }

  private:
    PrivateData& private_data_;
    const char* name_;
    std::optional<ElementWriter> element_;
};

void write_party_in(
    ElementWriter parent, const char* name, const csta::PartyDevice& party, const Dialect& dialect
) {
    write_party(parent, name, party, dialect);
    in_csta_namespace(parent.last_child(), dialect);
}

void write_trunks(AvayaElement& avaya, const std::vector<csta::TrunkInfo>& trunks, const Dialect& dialect) {
    if (trunks.empty()) return;
    auto list = avaya.get().child("trunkList");
    for (const auto& trunk : trunks) {
        auto item = list.child("trunkInterfaceInfoItem");
        write_connection(item, "connection_asn", trunk.connection, dialect);
        in_csta_namespace(item.last_child(), dialect);
        item.optional_text("trunkGroup", trunk.trunk_group);
        item.optional_text("trunkMember", trunk.trunk_member);
    }
}

void write_original_call(ElementWriter parent, const csta::OriginalCallInfo& call, const Dialect& dialect) {
    auto element = parent.child("originalCallInfo");
    element.number("reason", static_cast<std::int32_t>(call.reason));
    write_party_in(element, "networkCallingDevice", call.calling, dialect);
    write_party_in(element, "networkCalledDevice", call.called, dialect);
    element.optional_text("trunkGroup", call.trunk_group);
    element.optional_text("trunkMember", call.trunk_member);
    write_lookahead(element, call.lookahead, dialect);
    if (call.entered_code) write_entered_code(element, *call.entered_code, dialect);
    write_avaya_user_data(element, call.user_data, dialect);
    write_avaya_call_linkage(element, call.ucid, dialect);
    write_avaya_device_history(element, call.device_history, dialect);
}

void write_distribution(AvayaElement& avaya, const csta::CallPrivateData& data, const Dialect& dialect) {
    if (data.distributing_device) {
        write_party_in(avaya.get(), "distributingDevice", *data.distributing_device, dialect);
    }
    if (data.distributing_vdn) {
        write_party_in(avaya.get(), "distributingVDN", *data.distributing_vdn, dialect);
    }
}

/// DeliveredEventPrivateData; EstablishedEventPrivateData has `reason` in the middle.
void write_arrival(
    AvayaElement avaya, const csta::CallPrivateData& data, bool with_reason, const Dialect& dialect
) {
    if (!data.trunk_group.empty()) avaya.get().text("trunkGroup", data.trunk_group);
    if (!data.trunk_member.empty()) avaya.get().text("trunkMember", data.trunk_member);
    if (!data.split.empty()) write_device(avaya.get(), "acdGroup", data.split, dialect);
    if (data.lookahead) write_lookahead(avaya.get(), data.lookahead, dialect);
    if (data.entered_code) write_entered_code(avaya.get(), *data.entered_code, dialect);
    if (with_reason && data.reason != 0) avaya.get().optional_word("reason", answer_reason_name(data.reason));
    write_distribution(avaya, data, dialect);
    if (data.original_call) write_original_call(avaya.get(), *data.original_call, dialect);
}

void write_merge(AvayaElement avaya, const csta::CallPrivateData& data, const Dialect& dialect) {
    write_distribution(avaya, data, dialect);
    write_trunks(avaya, data.trunks, dialect);
    if (data.original_call) write_original_call(avaya.get(), *data.original_call, dialect);
}

struct ByEvent {
    const csta::CallPrivateData& data;
    PrivateData& private_data;
    const Dialect& dialect;

    void operator()(const csta::Delivered&) const {
        write_arrival({private_data, "DeliveredEventPrivateData"}, data, false, dialect);
    }
    void operator()(const csta::Established&) const {
        write_arrival({private_data, "EstablishedEventPrivateData"}, data, true, dialect);
    }
    void operator()(const csta::Originated&) const {
        AvayaElement avaya(private_data, "OriginatedEventPrivateData");
        if (!data.logical_agent.empty()) avaya.get().text("logicalAgent", data.logical_agent);
        if (!data.user_data || data.user_data->octets.empty()) return;
        write_user_data(avaya.get(), data.user_data);
        in_csta_namespace(avaya.get().last_child(), dialect);
    }
    void operator()(const csta::Transferred&) const {
        write_merge({private_data, "TransferredEventPrivateData"}, data, dialect);
    }
    void operator()(const csta::Conferenced&) const {
        write_merge({private_data, "ConferencedEventPrivateData"}, data, dialect);
    }
    void operator()(const csta::CallCleared&) const {
        if (data.reason == 0) return;
        AvayaElement avaya(private_data, "CallClearedEventPrivateData");
        if (const auto* word = answer_reason_name(data.reason)) avaya.get().text("reason", word);
    }
    void operator()(const csta::NetworkReached& event) const {
        AvayaElement avaya(private_data, "NetworkReachedEventPrivateData");
        if (const auto* word = progress_location_name(event.progress_location)) {
            avaya.get().text("progressLocation", word);
        }
        if (const auto* word = progress_description_name(event.progress_description)) {
            avaya.get().text("progressDescription", word);
        }
    }
    // Avaya has nothing of its own for these, or nothing that standard elements do not carry.
    void operator()(const csta::ServiceInitiated&) const {}
    void operator()(const csta::Held&) const {}
    void operator()(const csta::Retrieved&) const {}
    void operator()(const csta::Queued&) const {}
    void operator()(const csta::Diverted&) const {}
    void operator()(const csta::Failed&) const {}
    void operator()(const csta::ConnectionCleared&) const {}
    void operator()(const csta::CallInformation&) const {}
    void operator()(const csta::EnteredDigits&) const {}
};

}  // namespace

void write_avaya_call_data(const csta::CallEvent& event, PrivateData& private_data, const Dialect& dialect) {
    std::visit(ByEvent{event.private_data, private_data, dialect}, event.body);
}

}  // namespace ctiengine::gateway
