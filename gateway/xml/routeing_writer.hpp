#pragma once
#include "common/csta/routeing.hpp"
#include "gateway/xml/dialect.hpp"

#include <string>
#include <string_view>

namespace ctiengine::gateway {

std::string write_route_register_response(std::string_view register_id, const Dialect& dialect);

/// RouteRequest, ReRoute, RouteUsed, RouteEnd and RouteRegisterAbort, to the client that registered under
/// `register_id`; unasked.
std::string write_route_event(
    const csta::RouteEvent& event, std::string_view register_id, const Dialect& dialect
);

}  // namespace ctiengine::gateway
