#pragma once
#include "common/csta/requests.hpp"
#include "gateway/messages/device_id_messages.hpp"
#include "gateway/messages/device_list_messages.hpp"
#include "gateway/messages/monitor_messages.hpp"
#include "gateway/messages/routeing_messages.hpp"
#include "gateway/messages/session_messages.hpp"
#include "gateway/messages/system_messages.hpp"
#include "gateway/xml/device_forms.hpp"
#include "gateway/xml/incoming_message.hpp"

#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace ctiengine::gateway::test {

/// Whatever a reader can make of a message.
using AnyRequest = std::variant<
    csta::Request,
    csta::Device,
    MonitorStart,
    MonitorStop,
    ChangeMonitorFilter,
    StartApplicationSession,
    StopApplicationSession,
    ResetApplicationSessionTimer,
    SystemRegister,
    SystemRegisterCancel,
    DeviceIdRequest,
    DeviceListRequest,
    RouteRegister,
    RouteRegisterCancel,
    OfRegistration<csta::RouteSelect>,
    OfRegistration<csta::RouteEnd>>;

/// One client message with every field that its reader knows, what must come of it, and how it can go wrong.
struct RequestUnderTest {
    struct BadValue {
        std::string path;  ///< below the root, e.g. "activeCall/callID"
        std::string value;
    };

    std::string name;
    std::string xml;
    std::function<Result<AnyRequest>(const IncomingMessage&, DeviceForms&)> read;
    AnyRequest expected;
    std::vector<std::string> mandatory;  ///< paths of elements whose absence is an error
    std::vector<BadValue> bad_values;
    bool valid = true;  ///< the XML holds against our schema, which is one of edition 3
};

/// One row for every client message that has a reader.
const std::vector<RequestUnderTest>& requests_under_test();

/// Prints the row's name in test listings.
void PrintTo(const RequestUnderTest& row, std::ostream* out);

}  // namespace ctiengine::gateway::test
