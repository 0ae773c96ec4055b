// Longer than usual: one row per failure number of CSTAUniversalFailure_t.
#include "gateway/xml/failure_table.hpp"

namespace ctiengine::gateway {
namespace {

using enum ErrorCategory;

struct Row {
    std::int32_t number;
    FailureCode code;
};

constexpr Row kRows[] = {
    {1, {Operation, "generic"}},
    {2, {Operation, "requestIncompatibleWithObject"}},
    {3, {Operation, "valueOutOfRange"}},
    {4, {Operation, "objectNotKnown"}},
    {5, {Operation, "invalidCallingDeviceID"}},
    {6, {Operation, "invalidCalledDeviceID"}},
    {7, {Operation, "invalidForwardingDestination"}},
    {8, {Operation, "privilegeViolationSpecifiedDevice"}},
    {9, {Operation, "privilegeViolationCalledDevice"}},
    {10, {Operation, "privilegeViolationCallingDevice"}},
    {11, {Operation, "invalidCallID"}},
    {12, {Operation, "invalidDeviceID"}},
    {13, {Operation, "invalidConnectionID"}},
    {14, {Operation, "invalidDestination"}},
    {15, {Operation, "invalidFeature"}},
    {16, {Operation, "invalidAllocationState"}},
    {17, {Operation, "invalidCrossRefID"}},
    {18, {Operation, "invalidObjectType"}},
    {19, {Operation, "securityViolation"}},
    {21, {StateIncompatibility, "generic"}},
    {22, {StateIncompatibility, "invalidObjectState"}},
    {23, {StateIncompatibility, "invalidConnectionIDForActiveCall"}},
    {24, {StateIncompatibility, "noActiveCall"}},
    {25, {StateIncompatibility, "noHeldCall"}},
    {26, {StateIncompatibility, "noCallToClear"}},
    {27, {StateIncompatibility, "noConnectionToClear"}},
    {28, {StateIncompatibility, "noCallToAnswer"}},
    {29, {StateIncompatibility, "noCallToComplete"}},
    {31, {SystemResourceAvailability, "generic"}},
    {32, {SystemResourceAvailability, "resourceBusy"}},          // service busy
    {33, {SystemResourceAvailability, "internalResourceBusy"}},  // resource busy
    {34, {SystemResourceAvailability, "resourceOutOfService"}},
    {35, {SystemResourceAvailability, "networkBusy"}},
    {36, {SystemResourceAvailability, "networkOutOfService"}},
    {37, {SystemResourceAvailability, "overallMonitorLimitExceeded"}},
    {38, {SystemResourceAvailability, "conferenceMemberLimitExceeded"}},
    {41, {SubscribedResourceAvailability, "generic"}},
    {42, {SubscribedResourceAvailability, "objectMonitorLimitExceeded"}},
    {43, {SubscribedResourceAvailability, "trunkLimitExceeded"}},
    {44, {SubscribedResourceAvailability, "outstandingReqLimitExceeded"}},
    {51, {PerformanceManagement, "generic"}},
    {52, {PerformanceManagement, "performanceLimitExceeded"}},
    {60, {Security, "generic"}},
    {61, {Security, "sequenceNumberViolated"}},
    {62, {Security, "timeStampViolated"}},
    {63, {Security, "securityInfoViolated"}},
    {64, {Security, "securityInfoViolated"}},
    {71, {Operation, "generic"}},                                 // operation rejected
    {73, {Operation, "serviceNotSupported"}},                     // operation not recognised
    {74, {Operation, "invalidParameterValue"}},                   // argument mistyped
    {75, {SystemResourceAvailability, "resourceLimitExceeded"}},  // resource limitation
    {78, {PerformanceManagement, "generic"}},                     // request timed out
    {79, {SystemResourceAvailability, "resourceLimitExceeded"}},  // too many requests on the device
};

}  // namespace

FailureCode failure_code(csta::UniversalFailure failure) {
    for (const auto& row : kRows) {
        if (row.number == static_cast<std::int32_t>(failure)) return row.code;
    }
    return {Unspecified, ""};
}

const char* category_name(ErrorCategory category) {
    switch (category) {
        case ErrorCategory::Operation: return "operation";
        case ErrorCategory::StateIncompatibility: return "stateIncompatibility";
        case ErrorCategory::SystemResourceAvailability: return "systemResourceAvailibility";  // sic
        case ErrorCategory::SubscribedResourceAvailability: return "subscribedResourceAvailability";
        case ErrorCategory::PerformanceManagement: return "performanceManagement";
        case ErrorCategory::Security: return "security";
        case ErrorCategory::PrivateData: return "privateData";
        case ErrorCategory::Unspecified: break;
    }
    return "unspecified";
}

std::optional<csta::UniversalFailure> failure_from(std::string_view category, std::string_view value) {
    if (category == category_name(Unspecified)) return csta::UniversalFailure::GenericUnspecified;
    for (const auto& row : kRows) {
        if (category == category_name(row.code.category) && value == row.code.value) {
            return static_cast<csta::UniversalFailure>(row.number);
        }
    }
    return std::nullopt;
}

}  // namespace ctiengine::gateway
