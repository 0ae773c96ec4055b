#include "gateway/xml/call_movement_reader.hpp"

#include "gateway/xml/request_fields.hpp"

namespace ctiengine::gateway {
namespace {

constexpr std::array<Word<csta::ParticipationType>, 2> kParticipations = {
    {{"active", csta::ParticipationType::Active}, {"silent", csta::ParticipationType::Silent}}};
constexpr std::array<Word<bool>, 1> kDigitModes = {{{"dTMF", true}}};
constexpr std::string_view kTones = "0123456789*#ABCD";
constexpr std::size_t kMostTones = 32;  // ATTSendDTMFTone_t
constexpr int kLongestDuration = 1000;  // ms
constexpr const char* kOneDevice = "one device: the switch takes one destination";

/// Both forms of newDestination.
csta::Device new_destination(RequestFields& fields) {
    auto list = fields.inside("newDestination");
    if (!list.has("device")) return fields.device("newDestination");
    auto device = list.device("device");
    fields.join(list);
    const auto first = child_element(list.element(), "device");
    for (auto next = first.next_sibling(); next; next = next.next_sibling()) {
        if (local_name(next) == "device") fields.fail(invalid_value(next, kOneDevice));
    }
    return device;
}

std::int32_t duration(RequestFields& fields, std::string_view name) {
    return static_cast<std::int32_t>(fields.optional_number(name, 0, kLongestDuration).value_or(0));
}

}  // namespace

Result<csta::SingleStepConferenceCall> read_single_step_conference_call(
    const IncomingMessage& message, DeviceForms& forms
) {
    RequestFields fields(message.root(), &forms);
    csta::SingleStepConferenceCall request;
    request.active = fields.connection("activeCall");
    request.to_join = fields.device("deviceToJoin");
    request.participation = fields.word<csta::ParticipationType>("participationType", kParticipations);
    return fields.finish(std::move(request));
}

Result<csta::SingleStepTransferCall> read_single_step_transfer_call(
    const IncomingMessage& message, DeviceForms& forms
) {
    RequestFields fields(message.root(), &forms);
    csta::SingleStepTransferCall request;
    request.active = fields.connection("activeCall");
    request.transferred_to = fields.device("transferredTo");
    return fields.finish(std::move(request));
}

Result<csta::DeflectCall> read_deflect_call(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    csta::DeflectCall request;
    request.alerting = fields.connection("callToBeDiverted");
    request.new_destination = new_destination(fields);
    return fields.finish(std::move(request));
}

Result<csta::PickupCall> read_directed_pickup_call(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    csta::PickupCall request;
    request.alerting = fields.connection("callToBePickedUp");
    request.requesting = fields.device("requestingDevice");
    return fields.finish(std::move(request));
}

Result<csta::GenerateDigits> read_generate_digits(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    csta::GenerateDigits request;
    request.sender = fields.connection("connectionToSendDigits");
    fields.optional_word<bool>("digitMode", kDigitModes, true);
    request.digits = fields.digits("charactersToSend", kMostTones, kTones);
    request.tone_duration_ms = duration(fields, "toneDuration");
    request.pause_duration_ms = duration(fields, "pauseDuration");
    return fields.finish(std::move(request));
}

Result<csta::SelectiveListening> read_selective_listening(
    const IncomingMessage& message, DeviceForms& forms, bool hold
) {
    RequestFields fields(message.root(), &forms);
    auto parties = fields.inside_mandatory("selectiveListening");
    csta::SelectiveListening request;
    request.hold = hold;
    request.subject = parties.connection("subjectConnection");
    const bool one_said = parties.has("allParties") && !parties.optional_flag("allParties");
    request.all_parties = !one_said && (parties.optional_flag("allParties") || !parties.has("selectedParty"));
    if (!request.all_parties) request.selected = parties.connection("selectedParty");
    fields.join(parties);
    return fields.finish(std::move(request));
}

}  // namespace ctiengine::gateway
