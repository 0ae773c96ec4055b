#include "gateway/xml/call_control_reader.hpp"

#include "gateway/xml/request_fields.hpp"

namespace ctiengine::gateway {
namespace {

bool priority(RequestFields& fields) {
    auto characteristics = fields.inside("callCharacteristics");
    const bool priority = characteristics.optional_flag("priorityCall");
    fields.join(characteristics);
    return priority;
}

/// Avaya's trunk access code, in MakeCallPrivateData/callPrivateData or ConsultationCallPrivateData/....
csta::Device dest_route(RequestFields& fields, std::string_view private_name) {
    auto data = fields.inside_private(private_name).inside("callPrivateData");
    auto route = data.optional_device("destRoute");
    fields.join(data);
    return route;
}

template <class Request>
Result<Request> read_one_connection(
    const IncomingMessage& message,
    DeviceForms& forms,
    std::string_view name,
    csta::Connection Request::*connection
) {
    RequestFields fields(message.root(), &forms);
    Request request;
    request.*connection = fields.connection(name);
    return fields.finish(std::move(request));
}

template <class Request>
Result<Request> read_held_and_active(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    Request request;
    request.held = fields.connection("heldCall");
    request.active = fields.connection("activeCall");
    return fields.finish(std::move(request));
}

}  // namespace

Result<csta::MakeCall> read_make_call(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    csta::MakeCall request;
    request.calling = fields.device("callingDevice");
    request.called = fields.device("calledDirectoryNumber");
    request.user_data = fields.user_data();
    request.priority = priority(fields);
    request.dest_route = dest_route(fields, "MakeCallPrivateData");
    return fields.finish(std::move(request));
}

Result<csta::AnswerCall> read_answer_call(const IncomingMessage& message, DeviceForms& forms) {
    return read_one_connection(message, forms, "callToBeAnswered", &csta::AnswerCall::alerting);
}

Result<csta::ClearConnection> read_clear_connection(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    csta::ClearConnection request;
    request.connection = fields.connection("connectionToBeCleared");
    request.user_data = fields.user_data();
    return fields.finish(std::move(request));
}

Result<csta::ClearCall> read_clear_call(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    csta::ClearCall request;
    request.call = fields.call("callToBeCleared");
    return fields.finish(std::move(request));
}

Result<csta::HoldCall> read_hold_call(const IncomingMessage& message, DeviceForms& forms) {
    return read_one_connection(message, forms, "callToBeHeld", &csta::HoldCall::active);
}

Result<csta::RetrieveCall> read_retrieve_call(const IncomingMessage& message, DeviceForms& forms) {
    return read_one_connection(message, forms, "callToBeRetrieved", &csta::RetrieveCall::held);
}

Result<csta::AlternateCall> read_alternate_call(const IncomingMessage& message, DeviceForms& forms) {
    return read_held_and_active<csta::AlternateCall>(message, forms);
}

Result<csta::ReconnectCall> read_reconnect_call(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    csta::ReconnectCall request;
    request.active = fields.connection("activeCall");
    request.held = fields.connection("heldCall");
    auto data = fields.inside_private("ReconnectCallPrivateData");
    request.user_data = data.user_data();
    fields.join(data);
    return fields.finish(std::move(request));
}

Result<csta::ConsultationCall> read_consultation_call(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    csta::ConsultationCall request;
    request.active = fields.connection("existingCall");
    request.consulted = fields.device("consultedDevice");
    request.user_data = fields.user_data();
    request.priority = priority(fields);
    request.dest_route = dest_route(fields, "ConsultationCallPrivateData");
    return fields.finish(std::move(request));
}

Result<csta::TransferCall> read_transfer_call(const IncomingMessage& message, DeviceForms& forms) {
    return read_held_and_active<csta::TransferCall>(message, forms);
}

Result<csta::ConferenceCall> read_conference_call(const IncomingMessage& message, DeviceForms& forms) {
    return read_held_and_active<csta::ConferenceCall>(message, forms);
}

Result<csta::QueryUcid> read_get_call_linkage_data(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    csta::QueryUcid request;
    request.call = fields.call("call");
    return fields.finish(std::move(request));
}

}  // namespace ctiengine::gateway
