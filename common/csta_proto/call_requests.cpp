#include "common/csta_proto/request_fields.hpp"

namespace ctiengine::csta_proto {

void write(const csta::SingleStepConferenceCall& typed, pb::Request& out) {
    auto& message = *out.mutable_single_step_conference_call();
    to_proto(typed.active, *message.mutable_active());
    message.set_to_join(typed.to_join);
    message.set_participation(number(typed.participation));
}
csta::SingleStepConferenceCall read(const pb::SingleStepConferenceCall& in) {
    return {from_proto(in.active()), in.to_join(), static_cast<csta::ParticipationType>(in.participation())};
}

void write(const csta::SingleStepTransferCall& typed, pb::Request& out) {
    auto& message = *out.mutable_single_step_transfer_call();
    to_proto(typed.active, *message.mutable_active());
    message.set_transferred_to(typed.transferred_to);
}
csta::SingleStepTransferCall read(const pb::SingleStepTransferCall& in) {
    return {from_proto(in.active()), in.transferred_to()};
}

void write(const csta::DeflectCall& typed, pb::Request& out) {
    auto& message = *out.mutable_deflect_call();
    to_proto(typed.alerting, *message.mutable_alerting());
    message.set_new_destination(typed.new_destination);
}
csta::DeflectCall read(const pb::DeflectCall& in) {
    return {from_proto(in.alerting()), in.new_destination()};
}

void write(const csta::PickupCall& typed, pb::Request& out) {
    auto& message = *out.mutable_pickup_call();
    to_proto(typed.alerting, *message.mutable_alerting());
    message.set_requesting(typed.requesting);
}
csta::PickupCall read(const pb::PickupCall& in) {
    return {from_proto(in.alerting()), in.requesting()};
}

void write(const csta::MakePredictiveCall& typed, pb::Request& out) {
    auto& message = *out.mutable_make_predictive_call();
    message.set_calling(typed.calling);
    message.set_called(typed.called);
    message.set_allocation(number(typed.allocation));
    if (typed.user_data) to_proto(*typed.user_data, *message.mutable_user_data());
    message.set_dest_route(typed.dest_route);
    message.set_priority(typed.priority);
    message.set_max_rings(typed.max_rings);
    message.set_answering_machine(number(typed.answering_machine));
}
csta::MakePredictiveCall read(const pb::MakePredictiveCall& in) {
    return {
        in.calling(),
        in.called(),
        static_cast<csta::AllocationState>(in.allocation()),
        user_data_from(in.has_user_data(), in.user_data()),
        in.dest_route(),
        in.priority(),
        in.max_rings(),
        static_cast<csta::AnswerTreatment>(in.answering_machine())};
}

void write(const csta::GenerateDigits& typed, pb::Request& out) {
    auto& message = *out.mutable_generate_digits();
    to_proto(typed.sender, *message.mutable_sender());
    message.set_digits(typed.digits);
    message.set_tone_duration_ms(typed.tone_duration_ms);
    message.set_pause_duration_ms(typed.pause_duration_ms);
}
csta::GenerateDigits read(const pb::GenerateDigits& in) {
    return {from_proto(in.sender()), in.digits(), in.tone_duration_ms(), in.pause_duration_ms()};
}

void write(const csta::SelectiveListening& typed, pb::Request& out) {
    auto& message = *out.mutable_selective_listening();
    to_proto(typed.subject, *message.mutable_subject());
    message.set_hold(typed.hold);
    message.set_all_parties(typed.all_parties);
    to_proto(typed.selected, *message.mutable_selected());
}
csta::SelectiveListening read(const pb::SelectiveListening& in) {
    return {from_proto(in.subject()), in.hold(), in.all_parties(), from_proto(in.selected())};
}

}  // namespace ctiengine::csta_proto
