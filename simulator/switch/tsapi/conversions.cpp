#include "simulator/switch/tsapi/conversions.hpp"

namespace ctiengine::simulator {

ConnectionRef from_abi(const ConnectionID_t& connection) {
    const bool known = connection.callID > 0;
    return {
        known ? static_cast<CallId>(connection.callID) : 0, text_of(connection.deviceID),
        connection.devIDType == DYNAMIC_ID};
}

ConnectionID_t to_abi(const ConnectionRef& connection) {
    ConnectionID_t abi{};
    abi.callID = static_cast<long>(connection.call);
    put_text(abi.deviceID, connection.device);
    abi.devIDType = connection.dynamic ? DYNAMIC_ID : STATIC_ID;
    return abi;
}

ExtendedDeviceID_t to_abi(const NamedDevice& device) {
    ExtendedDeviceID_t abi{};
    put_text(abi.deviceID, device.number);
    abi.deviceIDType = device.type;
    abi.deviceIDStatus = device.status;
    return abi;
}

std::string number_text(int number) {
    return number == 0 ? std::string() : std::to_string(number);
}

}  // namespace ctiengine::simulator
