#pragma once
#include "common/csta/responses.hpp"
#include "common/result/result.hpp"
#include "gateway/xml/namespaces.hpp"

#include <string>
#include <string_view>

namespace ctiengine::gateway {

/// Category of a CSTAErrorCode: the name of its only child.
enum class ErrorCategory {
    Operation,
    StateIncompatibility,
    SystemResourceAvailability,
    SubscribedResourceAvailability,
    PerformanceManagement,
    Security,
    PrivateData,
    Unspecified,  ///< the child is empty
};

/// A negative answer: the code for programs, the sentence for the developer who reads the message.
struct CstaError {
    ErrorCategory category = ErrorCategory::Unspecified;
    const char* value = "";  ///< one of the standard's words; empty for Unspecified
    std::string sentence;    ///< names message and element at fault; empty = none
};

/// The code of a refusal by the switch. The sentence tells the number; Failure::detail is for operators and
/// stays in the log.
CstaError csta_error(const csta::Failure& failure, std::string_view request);

/// The code of an error of ours; the sentence is the error's detail.
/// MissingElement = operation/atLeastOneConditionalParameterNotProvided, InvalidValue and MalformedXml =
/// operation/invalidParameterValue, UnknownService = operation/serviceNotSupported, Refused =
/// operation/privilegeViolationSpecifiedDevice, TooLarge = systemResourceAvailibility/resourceLimitExceeded,
/// NotConnected, DeadlineExceeded, Closed and Io = systemResourceAvailibility/resourceOutOfService, anything
/// else = operation/generic. What the last four groups say of the inside is not for clients: their sentence
/// is fixed.
CstaError csta_error(const Error& error);

/// A request before there is a session: security/generic.
CstaError no_session_error(std::string_view request);

/// An invoke ID that is still outstanding: operation/generic.
CstaError repeated_invoke_id_error(std::string_view request);

/// A monitor cross reference that is none of this session's: operation/invalidMonitorCrossRefID.
CstaError unknown_monitor_error(std::string_view request, std::string_view cross_ref_id);

/// CSTAErrorCode as a complete document. The sentence stands in a comment behind the code: the schema leaves
/// no other room, see the README.
std::string write_csta_error(const CstaError& error, Edition edition);

}  // namespace ctiengine::gateway
