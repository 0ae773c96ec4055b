#pragma once
#include "common/csta/requests.hpp"
#include "tsapi-worker/tsapi/c_arguments.hpp"
#include "tsapi-worker/tsapi/refusal.hpp"
#include "tsapi-worker/tsapi/switch_stream.hpp"

namespace ctiengine::tsapi {

/// Private data that goes with a request, made by the library in the form of the version agreed on. One
/// object per request.
///
/// Requests that need none leave it unused. What the version cannot carry is refused, not dropped in silence:
/// the Failure says what, and which version it would take.
class AttRequestData {
  public:
    AttRequestData(const TsapiFunctions& library, int version) : library_(library), version_(version) {}

    // att_call_data.cpp
    Refusal put(const csta::MakeCall& request);
    Refusal put(const csta::ConsultationCall& request);
    Refusal put(const csta::MakePredictiveCall& request);
    Refusal put(const csta::ClearConnection& request);
    Refusal put(const csta::ReconnectCall& request);
    Refusal put(const csta::SingleStepConferenceCall& request);
    Refusal put(const csta::SingleStepTransferCall& request);
    Refusal put(const csta::GenerateDigits& request);
    Refusal put(const csta::SelectiveListening& request);

    // att_request_data.cpp
    Refusal put(const csta::SetAgentState& request);
    Refusal put(const csta::QueryAgentState& request);
    Refusal put(const csta::QueryUcid& request);
    Refusal put(const csta::QueryAcdSplit& request);
    Refusal put(const csta::QueryAgentLogin& request);
    Refusal put(const csta::QueryDeviceName& request);
    Refusal put(const csta::QueryStationStatus& request);
    Refusal put(const csta::QueryTimeOfDay& request);
    Refusal put(const StartMonitor& request);

    // att_route_data.cpp
    Refusal put(const csta::RouteSelect& request);

    /// For the last parameter of a csta function; null when there is nothing to send.
    PrivateData_t* pointer() { return used_ ? reinterpret_cast<PrivateData_t*>(&data_) : nullptr; }

  private:
    /// Refuses `what` when the agreed version is below `at_least`.
    Refusal need(const char* what, int at_least = kOldest) const;

    /// Lets the library write the data.
    template <class Function, class... Arguments>
    Refusal encode(Function TsapiFunctions::*member, Arguments... arguments) {
        used_ = true;
        return call_if_there(library_, member, &data_, arguments...);
    }
    /// The same with user data as the last argument, in the layout of the version.
    template <class Long, class Short, class... Arguments>
    Refusal encode_with_user_data(
        const std::optional<csta::UserData>& data,
        Long TsapiFunctions::*from_version_6,
        Short TsapiFunctions::*up_to_version_5,
        Arguments... arguments
    );
    template <class Request>
    Refusal put_new_call(const Request& request);
    Refusal put_device(
        const char* what, decltype(&::attQueryAcdSplit) TsapiFunctions::*member, const csta::Device& device
    );

    static constexpr int kOldest = 2;

    const TsapiFunctions& library_;
    int version_;
    bool used_ = false;
    ATTPrivateData_t data_{};
};

}  // namespace ctiengine::tsapi
