#pragma once
#include "tsapi-worker/tsapi/att_request_data.hpp"
#include "tsapi-worker/tsapi/c_arguments.hpp"
#include "tsapi-worker/tsapi/switch_stream.hpp"

namespace ctiengine::tsapi {

/// A stream as the C functions see it.
struct OpenHandle {
    const TsapiFunctions& library;
    ACSHandle_t handle = 0;
    int private_data_version = 0;
};

/// One request on its way into the library: the stream and the invoke ID, with the shapes that most calls
/// have. Nothing is sent when a Refusal is answered.
struct LibraryCall {
    const OpenHandle& at;
    InvokeID_t id;

    /// Calls `member` with handle, invoke ID and `arguments`.
    template <class Function, class... Arguments>
    Refusal call(Function TsapiFunctions::*member, Arguments... arguments) const {
        return call_if_there(at.library, member, at.handle, id, arguments...);
    }

    using OneConnection = decltype(&::cstaAnswerCall);
    using TwoConnections = decltype(&::cstaAlternateCall);
    using OneDevice = decltype(&::cstaSnapshotDeviceReq);
    using ConnectionAndDevice = decltype(&::cstaDeflectCall);

    Refusal with(
        OneConnection TsapiFunctions::*member,
        const csta::Connection& connection,
        PrivateData_t* data = nullptr
    ) const;
    Refusal with(
        TwoConnections TsapiFunctions::*member,
        const csta::Connection& first,
        const csta::Connection& second,
        PrivateData_t* data = nullptr
    ) const;
    Refusal with(OneDevice TsapiFunctions::*member, const csta::Device& device, PrivateData_t* data = nullptr)
        const;
    Refusal with(
        ConnectionAndDevice TsapiFunctions::*member,
        const csta::Connection& connection,
        const csta::Device& device,
        PrivateData_t* data = nullptr
    ) const;

    /// Private data made from the request, then `next` with it (null = the request needs none).
    template <class Request, class Next>
    Refusal with_private(const Request& request, Next next) const {
        AttRequestData data(at.library, at.private_data_version);
        if (auto refused = data.put(request)) return refused;
        return next(data.pointer());
    }

    /// A service that exists in private data only.
    template <class Request>
    Refusal escape(const Request& request) const {
        return with_private(request, [this](PrivateData_t* data) {
            return call(&TsapiFunctions::cstaEscapeService, data);
        });
    }
};

// call_control_calls.cpp
Refusal perform(const LibraryCall& call, const csta::MakeCall& request);
Refusal perform(const LibraryCall& call, const csta::MakePredictiveCall& request);
Refusal perform(const LibraryCall& call, const csta::ConsultationCall& request);
Refusal perform(const LibraryCall& call, const csta::AnswerCall& request);
Refusal perform(const LibraryCall& call, const csta::ClearConnection& request);
Refusal perform(const LibraryCall& call, const csta::ClearCall& request);
Refusal perform(const LibraryCall& call, const csta::HoldCall& request);
Refusal perform(const LibraryCall& call, const csta::RetrieveCall& request);
Refusal perform(const LibraryCall& call, const csta::AlternateCall& request);
Refusal perform(const LibraryCall& call, const csta::ReconnectCall& request);
Refusal perform(const LibraryCall& call, const csta::TransferCall& request);
Refusal perform(const LibraryCall& call, const csta::ConferenceCall& request);
Refusal perform(const LibraryCall& call, const csta::DeflectCall& request);
Refusal perform(const LibraryCall& call, const csta::PickupCall& request);
Refusal perform(const LibraryCall& call, const csta::SingleStepConferenceCall& request);
Refusal perform(const LibraryCall& call, const csta::SingleStepTransferCall& request);
Refusal perform(const LibraryCall& call, const csta::GenerateDigits& request);
Refusal perform(const LibraryCall& call, const csta::SelectiveListening& request);

// feature_calls.cpp
Refusal perform(const LibraryCall& call, const csta::SetAgentState& request);
Refusal perform(const LibraryCall& call, const csta::SetForwarding& request);
Refusal perform(const LibraryCall& call, const csta::SetDoNotDisturb& request);
Refusal perform(const LibraryCall& call, const csta::SetMessageWaiting& request);

// query_calls.cpp
Refusal perform(const LibraryCall& call, const csta::SnapshotDevice& request);
Refusal perform(const LibraryCall& call, const csta::SnapshotCall& request);
Refusal perform(const LibraryCall& call, const csta::QueryAgentState& request);
Refusal perform(const LibraryCall& call, const csta::QueryForwarding& request);
Refusal perform(const LibraryCall& call, const csta::QueryDoNotDisturb& request);
Refusal perform(const LibraryCall& call, const csta::QueryMessageWaiting& request);
Refusal perform(const LibraryCall& call, const csta::QueryLastNumber& request);
Refusal perform(const LibraryCall& call, const csta::QueryDeviceInfo& request);
Refusal perform(const LibraryCall& call, const csta::QueryDeviceName& request);
Refusal perform(const LibraryCall& call, const csta::QueryStationStatus& request);
Refusal perform(const LibraryCall& call, const csta::QueryAcdSplit& request);
Refusal perform(const LibraryCall& call, const csta::QueryAgentLogin& request);
Refusal perform(const LibraryCall& call, const csta::QueryTimeOfDay& request);
Refusal perform(const LibraryCall& call, const csta::QueryUcid& request);
Refusal perform(const LibraryCall& call, const csta::GetDeviceList& request);
Refusal perform(const LibraryCall& call, const csta::GetApiCaps& request);
Refusal perform(const LibraryCall& call, const csta::RequestSystemStatus& request);
Refusal perform(const LibraryCall& call, const WatchSystemStatus& request);

// monitor_calls.cpp
Refusal perform(const LibraryCall& call, const StartMonitor& request);
Refusal perform(const LibraryCall& call, const StopMonitor& request);
Refusal perform(const LibraryCall& call, const csta::MonitorStart& request);
Refusal perform(const LibraryCall& call, const csta::MonitorStop& request);

// routing_calls.cpp
Refusal perform(const LibraryCall& call, const RegisterRoute& request);
Refusal perform(const LibraryCall& call, const CancelRoute& request);
Refusal perform(const LibraryCall& call, const AnswerRoute& request);
Refusal perform(const LibraryCall& call, const csta::RouteSelect& request);
Refusal perform(const LibraryCall& call, const csta::RouteEnd& request);

}  // namespace ctiengine::tsapi
