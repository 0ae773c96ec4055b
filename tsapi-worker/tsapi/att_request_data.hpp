#pragma once
#include "common/csta/requests.hpp"
#include "tsapi-worker/tsapi/tsapi_functions.hpp"

#include <optional>

namespace ctiengine::tsapi {

/// Private data that goes with a request, made by the library for the version agreed on. One object per
/// request.
///
/// The att functions answer ACSPOSITIVE_ACK or a code that return_code_words() explains. Without an agreed
/// version nothing is written and the request goes without: what then is lost (user data, work mode) is
/// refused here with ACSERR_BADPARAMETER, not dropped in silence.
class AttRequestData {
  public:
    AttRequestData(const TsapiFunctions& library, int version) : library_(library), version_(version) {}

    RetCode_t put(const csta::MakeCall& request);
    RetCode_t put(const csta::ConsultationCall& request);
    RetCode_t put(const csta::ClearConnection& request);
    RetCode_t put(const csta::ReconnectCall& request);
    RetCode_t put(const csta::SetAgentState& request);
    RetCode_t put(const csta::QueryAgentState& request);
    RetCode_t put(const csta::QueryUcid& request);

    /// For the last parameter of a csta function; null when there is nothing to send.
    PrivateData_t* pointer() { return used_ ? reinterpret_cast<PrivateData_t*>(&data_) : nullptr; }

  private:
    /// Ready to call the library? A value that is not code means "leave it".
    std::optional<RetCode_t> prepare(bool needed);

    const TsapiFunctions& library_;
    int version_;
    bool used_ = false;
    ATTPrivateData_t data_{};
};

}  // namespace ctiengine::tsapi
