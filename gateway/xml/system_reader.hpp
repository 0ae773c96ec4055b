#pragma once
#include "gateway/messages/device_id_messages.hpp"
#include "gateway/messages/system_messages.hpp"
#include "gateway/xml/device_forms.hpp"
#include "gateway/xml/incoming_message.hpp"

/// System status registration and Avaya's device ID helpers. RequestSystemStatus and SystemStatusResponse
/// have nothing that needs a reader. Errors as in call_control_reader.hpp.
namespace ctiengine::gateway {

Result<SystemRegister> read_system_register(const IncomingMessage& message);
Result<SystemRegisterCancel> read_system_register_cancel(const IncomingMessage& message);

Result<DeviceIdRequest> read_get_third_party_device_id(const IncomingMessage& message);
Result<DeviceIdRequest> read_get_device_id(const IncomingMessage& message);

/// The device whose ID is given back; the caller forgets its spelling (DeviceForms::forget).
Result<csta::Device> read_release_device_id(const IncomingMessage& message, DeviceForms& forms);

}  // namespace ctiengine::gateway
