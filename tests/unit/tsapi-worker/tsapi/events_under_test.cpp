#include "tests/unit/tsapi-worker/tsapi/events_under_test.hpp"

namespace ctiengine::tsapi::test {

TsapiFunctions linked_library() {
    TsapiFunctions functions;
    functions.attPrivateData = &::attPrivateData;
    functions.cstaErrorString = &::cstaErrorString;
    functions.acsErrorString = &::acsErrorString;
    return functions;
}

}  // namespace ctiengine::tsapi::test
