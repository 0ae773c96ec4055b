// The answers to call control.
#include "gateway/xml/answer_parts.hpp"
#include "gateway/xml/response_writer.hpp"

namespace ctiengine::gateway {
namespace {

/// The UCID of an answer: Avaya puts it into its private data, edition 3 has no other place.
void write_answer_linkage(
    ElementWriter root, const char* name, const csta::Ucid& ucid, const Dialect& dialect
) {
    if (ucid.empty()) return;
    auto data = PrivateData(root).add(name, kAvayaNamespace);
    write_call_linkage(data, "callLinkageData", ucid);
    in_csta_namespace(data.last_child(), dialect);
}

std::string write_new_call(
    const char* name,
    const char* connection,
    const char* private_name,
    const csta::NewCall& answer,
    const Dialect& dialect
) {
    Response message(name, dialect);
    write_connection(message.root(), connection, answer.call, dialect);
    write_answer_linkage(message.root(), private_name, answer.ucid, dialect);
    return message.text();
}

std::string write_merged_call(
    const char* name,
    const char* connection,
    const char* private_name,
    const csta::MergedCall& answer,
    const Dialect& dialect
) {
    Response message(name, dialect);
    write_connection(message.root(), connection, answer.call, dialect);
    if (!answer.connections.empty()) {
        write_connection_list(message.root(), "connections", answer.connections, dialect);
    }
    write_answer_linkage(message.root(), private_name, answer.ucid, dialect);
    return message.text();
}

}  // namespace

std::string write_make_call_response(const csta::NewCall& answer, const Dialect& dialect) {
    // The schema's name for the new connection is indeed callingDevice.
    return write_new_call(
        "MakeCallResponse", "callingDevice", "MakeCallResponsePrivateData", answer, dialect
    );
}

std::string write_consultation_call_response(const csta::NewCall& answer, const Dialect& dialect) {
    return write_new_call(
        "ConsultationCallResponse", "initiatedCall", "ConsultationCallResponsePrivateData", answer, dialect
    );
}

std::string write_transfer_call_response(const csta::MergedCall& answer, const Dialect& dialect) {
    return write_merged_call(
        "TransferCallResponse", "transferredCall", "TransferCallResponsePrivateData", answer, dialect
    );
}

std::string write_conference_call_response(const csta::MergedCall& answer, const Dialect& dialect) {
    return write_merged_call(
        "ConferenceCallResponse", "conferenceCall", "ConferenceCallResponsePrivateData", answer, dialect
    );
}

std::string write_single_step_transfer_call_response(const csta::MergedCall& answer, const Dialect& dialect) {
    return write_merged_call(
        "SingleStepTransferCallResponse", "transferredCall", "SingleStepTransferCallResponsePrivateData",
        answer, dialect
    );
}

std::string write_single_step_conference_call_response(
    const csta::MergedCall& answer, const Dialect& dialect
) {
    Response message("SingleStepConferenceCallResponse", dialect);
    write_connection(message.root(), "conferencedCall", answer.call, dialect);
    if (answer.ucid.empty() && answer.connections.empty()) return message.text();
    auto data =
        PrivateData(message.root()).add("SingleStepConferenceCallResponsePrivateData", kAvayaNamespace);
    data.optional_text("globallyUniqueCallLinkageID", answer.ucid);
    if (answer.connections.empty()) return message.text();
    auto list = data.child("resultingConnections");
    for (const auto& item : answer.connections) {
        write_connection(list, "connection", item.party, dialect);
        in_csta_namespace(list.last_child(), dialect);
    }
    return message.text();
}

std::string write_directed_pickup_call_response(const csta::NewCall& answer, const Dialect& dialect) {
    Response message("DirectedPickupCallResponse", dialect);
    write_connection(message.root(), "pickedCall", answer.call, dialect);
    return message.text();
}

std::string write_make_predictive_call_response(const csta::NewCall& answer, const Dialect& dialect) {
    return write_new_call(
        "MakePredictiveCallResponse", "initiatedCall", "MakePredictiveCallResponsePrivateData", answer,
        dialect
    );
}

std::string write_get_call_linkage_data_response(const csta::UcidAnswer& answer, const Dialect& dialect) {
    MessageBuilder message("GetCallLinkageDataResponse", kAvayaNamespace);
    auto root = message.root();
    write_call_linkage(root, "callLinkageData", answer.ucid);
    if (answer.ucid.empty()) {
        root.empty("callLinkageData");
    } else {
        in_csta_namespace(root.last_child(), dialect);
    }
    return message.text();
}

}  // namespace ctiengine::gateway
