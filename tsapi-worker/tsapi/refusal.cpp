#include "tsapi-worker/tsapi/refusal.hpp"

#include "tsapi-worker/tsapi/failure_words.hpp"

namespace ctiengine::tsapi {

using csta::UniversalFailure;

Refusal refusal_of(RetCode_t code) {
    if (code >= ACSPOSITIVE_ACK) return std::nullopt;
    auto value = UniversalFailure::ResourceOutOfService;
    if (code == ACSERR_BADPARAMETER) value = UniversalFailure::ValueOutOfRange;
    if (code == ACSERR_QUEUE_FULL || code == ACSERR_NOBUFFERS)
        value = UniversalFailure::OutstandingRequestLimitExceeded;
    return csta::Failure{value, "the TSAPI library did not take the request: " + return_code_words(code)};
}

csta::Failure out_of_range(std::string detail) {
    return {UniversalFailure::ValueOutOfRange, std::move(detail)};
}

csta::Failure missing_function(const char* name) {
    return {
        UniversalFailure::GenericOperation,
        "the loaded TSAPI library has no " + std::string(name) +
            ", so it cannot do this; install the TSAPI client of AE Services 6.1 or later"};
}

}  // namespace ctiengine::tsapi
