#include "common/rights/needs.hpp"

namespace ctiengine::rights {
namespace {

using Kind = Need::Kind;
using Needs = std::vector<Need>;

Need control(const csta::Device& device) {
    return {Kind::Control, device};
}
/// Of one leg: the device has to be the user's own. The party of a trunk is nobody's device.
Need control(const csta::Connection& connection) {
    return control(connection.dynamic ? csta::Device() : connection.device);
}
Need watch(const csta::Device& device) {
    return {Kind::Watch, device};
}
Need take_part(const csta::Connection& call) {
    return {Kind::TakePart, {}, call.call};
}
Need listen(const csta::Connection& call) {
    return {Kind::Listen, {}, call.call};
}

Needs of_object(const csta::MonitorObject& object) {
    switch (object.kind) {
        case csta::MonitorObject::Kind::AtDevice: return {watch(object.device)};
        // These follow a call to its end, wherever it goes: to have been there once is not enough.
        case csta::MonitorObject::Kind::ViaDevice: return {watch(object.device), {Kind::Supervision}};
        case csta::MonitorObject::Kind::OfCall: return {{Kind::Listen, {}, object.call}};
        case csta::MonitorObject::Kind::Routeing: return {control(object.device)};
    }
    return {{Kind::Supervision}};
}

// One function per service; what is not named here does not compile.

Needs needs(const csta::MonitorStart& request) {
    return of_object(request.object);
}
Needs needs(const csta::MonitorStop&) {
    return {};  // ends only what this gateway started
}
Needs needs(const csta::SnapshotDevice& request) {
    return {watch(request.device)};
}
Needs needs(const csta::SnapshotCall& request) {
    return {listen(request.call)};
}
Needs needs(const csta::MakeCall& request) {
    return {control(request.calling)};
}
Needs needs(const csta::AnswerCall& request) {
    return {control(request.alerting)};
}
Needs needs(const csta::ClearConnection& request) {
    return {control(request.connection)};
}
Needs needs(const csta::ClearCall& request) {
    return {take_part(request.call)};
}
Needs needs(const csta::HoldCall& request) {
    return {control(request.active)};
}
Needs needs(const csta::RetrieveCall& request) {
    return {control(request.held)};
}
Needs needs(const csta::AlternateCall& request) {
    return {control(request.active), control(request.held)};
}
Needs needs(const csta::ReconnectCall& request) {
    return {control(request.active), control(request.held)};
}
Needs needs(const csta::ConsultationCall& request) {
    return {control(request.active)};
}
Needs needs(const csta::TransferCall& request) {
    return {control(request.held), control(request.active)};
}
Needs needs(const csta::ConferenceCall& request) {
    return {control(request.held), control(request.active)};
}
/// Puts a telephone into a call without a person who answers, and the switch may look at nothing but the call
/// ID.
Needs needs(const csta::SingleStepConferenceCall& request) {
    return {control(request.active), control(request.to_join), take_part(request.active)};
}
Needs needs(const csta::SingleStepTransferCall& request) {
    return {control(request.active), take_part(request.active)};
}
Needs needs(const csta::DeflectCall& request) {
    return {control(request.alerting)};
}
/// Takes a call away from the telephone where it rings.
Needs needs(const csta::PickupCall& request) {
    return {control(request.requesting), control(request.alerting)};
}
Needs needs(const csta::MakePredictiveCall& request) {
    return {control(request.calling)};
}
Needs needs(const csta::GenerateDigits& request) {
    return {control(request.sender), take_part(request.sender)};
}
Needs needs(const csta::SelectiveListening& request) {
    return {control(request.subject), take_part(request.subject)};
}
Needs needs(const csta::SetAgentState& request) {
    Needs all{control(request.device)};
    if (!request.agent_id.empty()) all.push_back({Kind::Agent, request.agent_id});
    return all;
}
Needs needs(const csta::QueryAgentState& request) {
    return {watch(request.device)};
}
Needs needs(const csta::QueryUcid& request) {
    return {listen(request.call)};
}
Needs needs(const csta::SetForwarding& request) {
    return {control(request.device)};
}
Needs needs(const csta::SetDoNotDisturb& request) {
    return {control(request.device)};
}
Needs needs(const csta::SetMessageWaiting& request) {
    return {control(request.device)};
}
Needs needs(const csta::QueryForwarding& request) {
    return {watch(request.device)};
}
Needs needs(const csta::QueryDoNotDisturb& request) {
    return {watch(request.device)};
}
Needs needs(const csta::QueryMessageWaiting& request) {
    return {watch(request.device)};
}
Needs needs(const csta::QueryLastNumber& request) {
    return {watch(request.device)};
}
Needs needs(const csta::QueryStationStatus& request) {
    return {watch(request.device)};
}
/// Who works in a split.
Needs needs(const csta::QueryAgentLogin&) {
    return {{Kind::Supervision}};
}
Needs needs(const csta::GetDeviceList&) {
    return {{Kind::Supervision}};
}
Needs needs(const csta::RouteSelect& request) {
    return {control(request.routeing_device)};
}
Needs needs(const csta::RouteEnd& request) {
    return {control(request.routeing_device)};
}
// What stands in the telephone book, and what concerns nobody in particular.
Needs needs(const csta::QueryDeviceInfo&) {
    return {};
}
Needs needs(const csta::QueryDeviceName&) {
    return {};
}
Needs needs(const csta::QueryAcdSplit&) {
    return {};
}
Needs needs(const csta::QueryTimeOfDay&) {
    return {};
}
Needs needs(const csta::GetApiCaps&) {
    return {};
}
Needs needs(const csta::RequestSystemStatus&) {
    return {};
}

}  // namespace

std::vector<Need> needs_of(const csta::Request& request) {
    return std::visit([](const auto& typed) { return needs(typed); }, request);
}

}  // namespace ctiengine::rights
