#include "gateway/xml/error_writer.hpp"

#include "gateway/xml/element_reading.hpp"
#include "gateway/xml/failure_table.hpp"
#include "gateway/xml/message_builder.hpp"

namespace ctiengine::gateway {
namespace {

std::string about(std::string_view request, std::string_view sentence) {
    return quotable(request) + ": " + std::string(sentence);
}

}  // namespace

CstaError csta_error(const csta::Failure& failure, std::string_view request) {
    const auto code = failure_code(failure.value);
    if (!failure.for_client.empty()) {
        return {code.category, code.value, about(request, quotable(failure.for_client))};
    }
    const auto number = std::to_string(static_cast<std::int32_t>(failure.value));
    return {code.category, code.value, about(request, "refused by the switch with CSTA failure " + number)};
}

CstaError csta_error(const Error& error) {
    switch (error.code) {
        case Errc::MissingElement:
            return {ErrorCategory::Operation, "atLeastOneConditionalParameterNotProvided", error.detail};
        case Errc::InvalidValue:
        case Errc::MalformedXml: return {ErrorCategory::Operation, "invalidParameterValue", error.detail};
        case Errc::UnknownService: return {ErrorCategory::Operation, "serviceNotSupported", error.detail};
        case Errc::Refused:
            return {ErrorCategory::Operation, "privilegeViolationSpecifiedDevice", error.detail};
        case Errc::TooLarge:
            return {
                ErrorCategory::SystemResourceAvailability, "resourceLimitExceeded",
                "a message or a queue is over its limit"};
        case Errc::NotConnected:
        case Errc::DeadlineExceeded:
        case Errc::Closed:
        case Errc::Io:
            return {
                ErrorCategory::SystemResourceAvailability, "resourceOutOfService",
                "the switch cannot be reached, or did not answer in time"};
        default: return {ErrorCategory::Operation, "generic", "the request could not be carried out"};
    }
}

CstaError no_session_error(std::string_view request) {
    return {
        ErrorCategory::Security, "generic",
        about(request, "there is no session; StartApplicationSession comes first")};
}

CstaError repeated_invoke_id_error(std::string_view request) {
    return {
        ErrorCategory::Operation, "generic",
        about(request, "a request with the same invoke ID has not been answered yet; this one was not run")};
}

CstaError unknown_monitor_error(std::string_view request, std::string_view cross_ref_id) {
    return {
        ErrorCategory::Operation, "invalidMonitorCrossRefID",
        about(request, "monitorCrossRefID '" + quotable(cross_ref_id) + "' is no monitor of this session")};
}

std::string write_csta_error(const CstaError& error, Edition edition) {
    MessageBuilder message("CSTAErrorCode", namespace_of(edition));
    message.root().child(category_name(error.category)).set(error.value);
    if (!error.sentence.empty()) message.root().comment(error.sentence);
    return message.text();
}

}  // namespace ctiengine::gateway
