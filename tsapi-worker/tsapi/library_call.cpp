#include "tsapi-worker/tsapi/library_call.hpp"

namespace ctiengine::tsapi {

Refusal LibraryCall::with(
    OneConnection TsapiFunctions::*member, const csta::Connection& connection, PrivateData_t* data
) const {
    ConnectionID_t c_connection;
    CArguments arguments;
    arguments.put(c_connection, connection);
    if (arguments.refusal()) return arguments.refusal();
    return call(member, &c_connection, data);
}

Refusal LibraryCall::with(
    TwoConnections TsapiFunctions::*member,
    const csta::Connection& first,
    const csta::Connection& second,
    PrivateData_t* data
) const {
    ConnectionID_t c_first;
    ConnectionID_t c_second;
    CArguments arguments;
    arguments.put(c_first, first);
    arguments.put(c_second, second);
    if (arguments.refusal()) return arguments.refusal();
    return call(member, &c_first, &c_second, data);
}

Refusal LibraryCall::with(OneDevice TsapiFunctions::*member, const csta::Device& device, PrivateData_t* data)
    const {
    DeviceID_t c_device;
    CArguments arguments;
    arguments.put(c_device, device);
    if (arguments.refusal()) return arguments.refusal();
    return call(member, &c_device, data);
}

Refusal LibraryCall::with(
    ConnectionAndDevice TsapiFunctions::*member,
    const csta::Connection& connection,
    const csta::Device& device,
    PrivateData_t* data
) const {
    ConnectionID_t c_connection;
    DeviceID_t c_device;
    CArguments arguments;
    arguments.put(c_connection, connection);
    arguments.put(c_device, device);
    if (arguments.refusal()) return arguments.refusal();
    return call(member, &c_connection, &c_device, data);
}

}  // namespace ctiengine::tsapi
