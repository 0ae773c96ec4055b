#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/error_writer.hpp"
#include "gateway/xml/incoming_message.hpp"

#include <functional>

/// The shape that all requests share: read → call → answer.
namespace ctiengine::gateway {

using PositiveAnswer = std::function<std::string(const csta::Response&)>;

/// Negative answers, logged with what the client is not told.
std::string refuse(const RequestContext& context, const CstaError& error);
std::string refuse(const RequestContext& context, const Error& error);
std::string refuse(
    const RequestContext& context, const IncomingMessage& message, const csta::Failure& failure
);

/// Asks the switch and writes its confirmation with `positive`, which is called with anything but a Failure.
/// `context` and `message` outlive the task.
Task<std::string> ask_switch(
    RequestContext& context,
    const IncomingMessage& message,
    Result<csta::Request> request,
    PositiveAnswer positive
);

/// What a reader gave, as a request to the switch.
template <class Typed>
Result<csta::Request> as_request(Result<Typed> typed) {
    if (!typed) return typed.error();
    return csta::Request(std::move(*typed));
}

/// A service whose confirmation is a `Positive`, written by `write(confirmation, dialect)`.
template <class Positive, class Typed, class Write>
Task<std::string> answer_with(
    RequestContext& context, const IncomingMessage& message, Result<Typed> typed, Write write
) {
    PositiveAnswer positive = [&context, write](const csta::Response& response) {
        return write(std::get<Positive>(response), context.softphone.dialect);
    };
    return ask_switch(context, message, as_request(std::move(typed)), std::move(positive));
}

/// A service whose confirmation is empty.
Task<std::string> answer_done_request(
    RequestContext& context, const IncomingMessage& message, Result<csta::Request> request
);

template <class Typed>
Task<std::string> answer_done(RequestContext& context, const IncomingMessage& message, Result<Typed> typed) {
    return answer_done_request(context, message, as_request(std::move(typed)));
}

/// The same for Avaya's requests, whose answers are in Avaya's namespace.
Task<std::string> answer_avaya_done_request(
    RequestContext& context, const IncomingMessage& message, Result<csta::Request> request
);

template <class Typed>
Task<std::string> answer_avaya_done(
    RequestContext& context, const IncomingMessage& message, Result<Typed> typed
) {
    return answer_avaya_done_request(context, message, as_request(std::move(typed)));
}

}  // namespace ctiengine::gateway
