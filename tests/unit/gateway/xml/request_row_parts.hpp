#pragma once
#include "tests/unit/gateway/xml/requests_under_test.hpp"

#include <type_traits>
#include <utility>

/// What the rows of requests_under_test are put together from.
namespace ctiengine::gateway::test {

using BadValues = std::vector<RequestUnderTest::BadValue>;

inline AnyRequest to_any(csta::Device device) {
    return device;
}
template <class T>
AnyRequest to_any(T request) {
    if constexpr (std::is_constructible_v<csta::Request, T>) {
        return csta::Request(std::move(request));
    } else {
        return request;
    }
}

template <class T>
auto with_forms(Result<T> (*read)(const IncomingMessage&, DeviceForms&)) {
    return [read](const IncomingMessage& message, DeviceForms& forms) -> Result<AnyRequest> {
        auto request = read(message, forms);
        if (!request) return request.error();
        return to_any(*std::move(request));
    };
}

template <class T>
auto without_forms(Result<T> (*read)(const IncomingMessage&)) {
    return [read](const IncomingMessage& message, DeviceForms&) -> Result<AnyRequest> {
        auto request = read(message);
        if (!request) return request.error();
        return to_any(*std::move(request));
    };
}

inline constexpr const char* kCsta =
    " xmlns=\"http://www.ecma-international.org/standards/ecma-323/csta/ed3\"";
inline constexpr const char* kSession =
    " xmlns=\"http://www.ecma-international.org/standards/ecma-354/appl_session\"";
inline constexpr const char* kAvaya = " xmlns=\"http://www.avaya.com/csta\"";

inline std::string element(const std::string& name, const std::string& content, const char* attributes = "") {
    return "<" + name + attributes + ">" + content + "</" + name + ">";
}
inline std::string connection(const std::string& name, int call, const std::string& device) {
    return element(name, element("callID", std::to_string(call)) + element("deviceID", device));
}
/// The same inside an element of Avaya, where the content of CSTA's types keeps CSTA's namespace.
inline std::string avaya_connection(const std::string& name, int call, const std::string& device) {
    return element(name, element("callID", std::to_string(call), kCsta) + element("deviceID", device, kCsta));
}
inline std::string private_data(const std::string& content) {
    return element("extensions", element("privateData", element("private", content)));
}

inline const csta::Connection kHeld{217, "4001", false};
inline const csta::Connection kActive{218, "4001", false};
inline const csta::UserData kHello{csta::UserDataProtocol::Ia5Ascii, "Hello"};
inline const std::string kUserData = "<userData><string>48656C6C6F</string></userData>";
inline const std::string kPriority =
    "<callCharacteristics><priorityCall>true</priorityCall></callCharacteristics>";

inline const std::string kAvayaUserData = element("userData", element("string", "48656C6C6F", kCsta));

inline std::string call_private_data(const std::string& name) {
    const auto data =
        element("destRoute", "9") + element("acdGroup", "600") + element("typeOfCall", "directAgent");
    return private_data(element(name, element("callPrivateData", data), kAvaya));
}

inline std::vector<std::string> connection_paths(const std::string& name) {
    return {name, name + "/callID", name + "/deviceID"};
}

inline BadValues connection_faults(const std::string& name) {
    return {{name + "/callID", "call-7"}, {name + "/callID", "-1"},         {name + "/callID", "0"},
            {name + "/callID", ""},       {name + "/callID", "4294967296"}, {name + "/deviceID", ""},
            {name + "/deviceID", "a:b"}};
}

template <class List>
List joined(List first, const List& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

template <class Reader>
RequestUnderTest one_connection(
    const std::string& name, const std::string& parameter, Reader read, csta::Request expected
) {
    return {
        name,
        element(name, connection(parameter, 217, "4001"), kCsta),
        with_forms(read),
        expected,
        connection_paths(parameter),
        connection_faults(parameter)};
}

template <class Reader>
RequestUnderTest two_connections(const std::string& name, Reader read, csta::Request expected) {
    return {
        name,
        element(name, connection("heldCall", 217, "4001") + connection("activeCall", 218, "4001"), kCsta),
        with_forms(read),
        expected,
        joined(connection_paths("heldCall"), connection_paths("activeCall")),
        joined(connection_faults("heldCall"), connection_faults("activeCall"))};
}

inline const BadValues kUserDataFaults = {
    {"userData/string", "4"}, {"userData/string", "zz"}, {"userData/string", std::string(258, 'A')}};

}  // namespace ctiengine::gateway::test
