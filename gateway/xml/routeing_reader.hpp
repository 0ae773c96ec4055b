#pragma once
#include "gateway/messages/routeing_messages.hpp"
#include "gateway/xml/device_forms.hpp"
#include "gateway/xml/incoming_message.hpp"

/// What a routeing application sends. Errors as in call_control_reader.hpp. The reader leaves
/// `routeing_device` empty.
namespace ctiengine::gateway {

Result<RouteRegister> read_route_register(const IncomingMessage& message, DeviceForms& forms);
Result<RouteRegisterCancel> read_route_register_cancel(const IncomingMessage& message);

/// alternateRoutes is passed over: the switch takes one route and asks again.
Result<OfRegistration<csta::RouteSelect>> read_route_select(
    const IncomingMessage& message, DeviceForms& forms
);
/// errorValue holds what a CSTAErrorCode holds.
Result<OfRegistration<csta::RouteEnd>> read_route_end(const IncomingMessage& message);
/// The switch knows no reject: it becomes the end of the dialogue, with no available resource as its reason.
Result<OfRegistration<csta::RouteEnd>> read_route_reject(const IncomingMessage& message);

}  // namespace ctiengine::gateway
