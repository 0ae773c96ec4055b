// Calls that begin, end and change calls.
#include "tsapi-worker/tsapi/library_call.hpp"

namespace ctiengine::tsapi {

Refusal perform(const LibraryCall& call, const csta::MakeCall& r) {
    return call.with_private(r, [&](PrivateData_t* data) -> Refusal {
        DeviceID_t calling;
        DeviceID_t called;
        CArguments arguments;
        arguments.put(calling, r.calling);
        arguments.put(called, r.called);
        if (arguments.refusal()) return arguments.refusal();
        return call.call(&TsapiFunctions::cstaMakeCall, &calling, &called, data);
    });
}

Refusal perform(const LibraryCall& call, const csta::MakePredictiveCall& r) {
    return call.with_private(r, [&](PrivateData_t* data) -> Refusal {
        DeviceID_t calling;
        DeviceID_t called;
        CArguments arguments;
        arguments.put(calling, r.calling);
        arguments.put(called, r.called);
        if (arguments.refusal()) return arguments.refusal();
        const auto allocation = static_cast<AllocationState_t>(r.allocation);
        return call.call(&TsapiFunctions::cstaMakePredictiveCall, &calling, &called, allocation, data);
    });
}

Refusal perform(const LibraryCall& call, const csta::ConsultationCall& r) {
    return call.with_private(r, [&](PrivateData_t* data) {
        return call.with(&TsapiFunctions::cstaConsultationCall, r.active, r.consulted, data);
    });
}

Refusal perform(const LibraryCall& call, const csta::AnswerCall& r) {
    return call.with(&TsapiFunctions::cstaAnswerCall, r.alerting);
}

Refusal perform(const LibraryCall& call, const csta::ClearConnection& r) {
    return call.with_private(r, [&](PrivateData_t* data) {
        return call.with(&TsapiFunctions::cstaClearConnection, r.connection, data);
    });
}

Refusal perform(const LibraryCall& call, const csta::ClearCall& r) {
    return call.with(&TsapiFunctions::cstaClearCall, r.call);
}

Refusal perform(const LibraryCall& call, const csta::HoldCall& r) {
    ConnectionID_t active;
    CArguments arguments;
    arguments.put(active, r.active);
    if (arguments.refusal()) return arguments.refusal();
    return call.call(&TsapiFunctions::cstaHoldCall, &active, FALSE, nullptr);
}

Refusal perform(const LibraryCall& call, const csta::RetrieveCall& r) {
    return call.with(&TsapiFunctions::cstaRetrieveCall, r.held);
}

Refusal perform(const LibraryCall& call, const csta::AlternateCall& r) {
    return call.with(&TsapiFunctions::cstaAlternateCall, r.active, r.held);
}

Refusal perform(const LibraryCall& call, const csta::ReconnectCall& r) {
    return call.with_private(r, [&](PrivateData_t* data) {
        return call.with(&TsapiFunctions::cstaReconnectCall, r.active, r.held, data);
    });
}

Refusal perform(const LibraryCall& call, const csta::TransferCall& r) {
    return call.with(&TsapiFunctions::cstaTransferCall, r.held, r.active);
}

Refusal perform(const LibraryCall& call, const csta::ConferenceCall& r) {
    return call.with(&TsapiFunctions::cstaConferenceCall, r.held, r.active);
}

Refusal perform(const LibraryCall& call, const csta::DeflectCall& r) {
    return call.with(&TsapiFunctions::cstaDeflectCall, r.alerting, r.new_destination);
}

Refusal perform(const LibraryCall& call, const csta::PickupCall& r) {
    return call.with(&TsapiFunctions::cstaPickupCall, r.alerting, r.requesting);
}

Refusal perform(const LibraryCall& call, const csta::SingleStepConferenceCall& r) {
    return call.escape(r);
}

Refusal perform(const LibraryCall& call, const csta::SingleStepTransferCall& r) {
    return call.escape(r);
}

Refusal perform(const LibraryCall& call, const csta::GenerateDigits& r) {
    return call.escape(r);
}

Refusal perform(const LibraryCall& call, const csta::SelectiveListening& r) {
    return call.escape(r);
}

}  // namespace ctiengine::tsapi
