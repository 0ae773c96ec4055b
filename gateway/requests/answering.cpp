#include "gateway/requests/answering.hpp"

#include "gateway/xml/response_writer.hpp"

namespace ctiengine::gateway {

std::string refuse(const RequestContext& context, const CstaError& error) {
    logging::info(context.log, "refused: {}", error.sentence);
    return write_csta_error(error, context.softphone.dialect.edition);
}

std::string refuse(const RequestContext& context, const Error& error) {
    logging::info(context.log, "refused: {}: {}", to_string(error.code), error.detail);
    return write_csta_error(csta_error(error), context.softphone.dialect.edition);
}

std::string refuse(
    const RequestContext& context, const IncomingMessage& message, const csta::Failure& failure
) {
    logging::info(
        context.log, "{}: refused with {}: {}", message.name(), static_cast<int>(failure.value),
        failure.detail
    );
    return write_csta_error(csta_error(failure, message.name()), context.softphone.dialect.edition);
}

Task<std::string> ask_switch(
    RequestContext& context,
    const IncomingMessage& message,
    Result<csta::Request> request,
    PositiveAnswer positive
) {
    if (!request) co_return refuse(context, request.error());
    auto response = co_await context.link.call(std::move(*request), context.call);
    if (const auto* failure = std::get_if<csta::Failure>(&response))
        co_return refuse(context, message, *failure);
    co_return positive(response);
}

Task<std::string> answer_done_request(
    RequestContext& context, const IncomingMessage& message, Result<csta::Request> request
) {
    PositiveAnswer positive = [&context, &message](const csta::Response&) {
        return write_done(message.name(), context.softphone.dialect);
    };
    return ask_switch(context, message, std::move(request), std::move(positive));
}

Task<std::string> answer_avaya_done_request(
    RequestContext& context, const IncomingMessage& message, Result<csta::Request> request
) {
    PositiveAnswer positive = [&message](const csta::Response&) { return write_avaya_done(message.name()); };
    return ask_switch(context, message, std::move(request), std::move(positive));
}

}  // namespace ctiengine::gateway
