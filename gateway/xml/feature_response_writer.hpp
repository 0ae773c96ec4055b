#pragma once
#include "common/csta/device_answers.hpp"
#include "gateway/xml/dialect.hpp"

#include <string>

/// Positive answers about features; rules as in response_writer.hpp.
namespace ctiengine::gateway {

std::string write_get_forwarding_response(const csta::ForwardingAnswer& answer, const Dialect& dialect);
std::string write_get_do_not_disturb_response(const csta::DoNotDisturbAnswer& answer, const Dialect& dialect);
/// Who lit the lamp stands in Avaya's private data.
std::string write_get_message_waiting_response(
    const csta::MessageWaitingAnswer& answer, const Dialect& dialect
);

}  // namespace ctiengine::gateway
