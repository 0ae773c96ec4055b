#include "gateway/xml/call_control_reader.hpp"

#include "gateway/xml/request_fields.hpp"

namespace ctiengine::gateway {
namespace {

constexpr std::size_t kLongestShownNumber = 15;  // ITU-T E.164

constexpr std::array<Word<csta::TypeOfCall>, 3> kTypesOfCall = {{
    {"normal", csta::TypeOfCall::Normal},
    {"directAgent", csta::TypeOfCall::DirectAgent},
    {"supervisorAssist", csta::TypeOfCall::SupervisorAssist},
}};
constexpr std::array<Word<csta::DropResource>, 2> kDropResources = {{
    {"DR_CALL_CLASSIFIER", csta::DropResource::CallClassifier},
    {"DR_TONE_GENERATOR", csta::DropResource::ToneGenerator},
}};

/// Avaya's callPrivateData of a new call, in MakeCallPrivateData or ConsultationCallPrivateData. A call to an
/// agent needs the split he answers in.
template <class Request>
void read_call_private_data(RequestFields& fields, std::string_view private_name, Request& request) {
    auto data = fields.inside_private(private_name).inside("callPrivateData");
    request.dest_route = data.optional_device("destRoute");
    request.type_of_call =
        data.optional_word<csta::TypeOfCall>("typeOfCall", kTypesOfCall, csta::TypeOfCall::Normal);
    const bool split_needed = request.type_of_call != csta::TypeOfCall::Normal;
    request.split = split_needed ? data.device("acdGroup") : data.optional_device("acdGroup");
    fields.join(data);
}

/// Our own ShownNumber. The switch carries it in the place of user data, so a call cannot have both.
template <class Request>
void read_shown_number(RequestFields& fields, Request& request) {
    auto data = fields.all_private();
    request.shown_number = data.optional_digits("ShownNumber", kLongestShownNumber, "0123456789");
    fields.join(data);
    if (request.shown_number.empty() || !request.user_data) return;
    fields.fail(invalid_value(
        child_element(fields.element(), "userData"), "none, because ShownNumber is given and takes its place"
    ));
}

/// What to drop in place of a party.
csta::DropResource drop_resource(RequestFields& data) {
    return data.optional_word<csta::DropResource>("dropResource", kDropResources, csta::DropResource::None);
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
    request.priority = fields.priority();
    read_call_private_data(fields, "MakeCallPrivateData", request);
    read_shown_number(fields, request);
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
    auto data = fields.inside_private("ClearConnectionPrivateData");
    request.drop_resource = drop_resource(data);
    fields.join(data);
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
    request.drop_resource = drop_resource(data);
    fields.join(data);
    return fields.finish(std::move(request));
}

Result<csta::ConsultationCall> read_consultation_call(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    csta::ConsultationCall request;
    request.active = fields.connection("existingCall");
    request.consulted = fields.device("consultedDevice");
    request.user_data = fields.user_data();
    request.priority = fields.priority();
    read_call_private_data(fields, "ConsultationCallPrivateData", request);
    read_shown_number(fields, request);
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
