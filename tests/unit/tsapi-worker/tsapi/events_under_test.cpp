#include "tests/unit/tsapi-worker/tsapi/events_under_test.hpp"

namespace ctiengine::tsapi::test {

csta::PartyDevice party(const char* number) {
    return {csta::PartyDevice::Status::Provided, number, csta::NumberType::DeviceIdentifier};
}

csta::Connection connection(std::uint32_t call, const char* device, bool dynamic) {
    return {call, device, dynamic};
}

TsapiFunctions linked_library() {
    TsapiFunctions functions;
    functions.attPrivateData = &::attPrivateData;
    functions.cstaErrorString = &::cstaErrorString;
    functions.acsErrorString = &::acsErrorString;
    return functions;
}

}  // namespace ctiengine::tsapi::test
