#pragma once
#include "tsapi-worker/tsapi/c_text.hpp"
#include "tsapi-worker/tsapi/event_decoder.hpp"

#include <gtest/gtest.h>

#include <cstring>

/// Makes C structs as a library would fill them.
namespace ctiengine::tsapi::test {

template <std::size_t Size>
void put(char (&to)[Size], std::string_view text) {
    ASSERT_TRUE(put_text(to, text));
}
inline ConnectionID_t c_connection(long call, const char* device, ConnectionID_Device_t type = STATIC_ID) {
    ConnectionID_t made{};
    made.callID = call;
    made.devIDType = type;
    put(made.deviceID, device);
    return made;
}
inline ExtendedDeviceID_t c_device(const char* number, DeviceIDType_t type = DEVICE_IDENTIFIER) {
    ExtendedDeviceID_t made{};
    made.deviceIDType = type;
    put(made.deviceID, number);
    return made;
}
/// Writes a number into an enum as a newer library might: also one that the headers do not have.
template <class Enum>
void put_number(Enum& to, int number) {
    static_assert(sizeof(Enum) == sizeof(int));
    std::memcpy(&to, &number, sizeof(number));
}
/// Typed parts to compare with. Functions, because g++ 12 with optimisation takes nested braces for
/// uninitialised.
csta::PartyDevice party(const char* number);
csta::Connection connection(std::uint32_t call, const char* device, bool dynamic);

/// The library under the decoders: the stand-in's own libattpriv, linked.
TsapiFunctions linked_library();

/// Private data as the library encodes it for message `number`.
template <class Message>
ATTPrivateData_t c_private(int number, Message message) {
    ATTPrivateData_t data{};
    data.length = sizeof(data.data);
    EXPECT_EQ(::encodePrivate(number, &message, &data), ACSPOSITIVE_ACK) << number;
    return data;
}

}  // namespace ctiengine::tsapi::test
