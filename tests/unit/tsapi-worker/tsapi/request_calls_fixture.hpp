#pragma once
#include "tests/unit/tsapi-worker/tsapi/fake_library.hpp"
#include "tsapi-worker/tsapi/request_calls.hpp"

#include <gmock/gmock.h>

namespace ctiengine::tsapi::test {

inline constexpr int kNewest = 9;
inline const csta::Connection kActive{7, "4001", false};
inline const csta::Connection kHeld{6, "4001", false};
inline const csta::Connection kTrunk{7, "T7#2", true};
inline const csta::UserData kUserData{csta::UserDataProtocol::Ia5Ascii, "hello"};

/// Sends requests into a fake library.
class RequestCalls : public testing::Test {
  protected:
    Refusal send(const SwitchRequest& request, int version = kNewest) {
        return call_request({functions, 1, version}, 100, request);
    }
    Refusal call(csta::Request request, int version = kNewest) {
        return send(SwitchRequest(std::move(request)), version);
    }

    FakeLibrary fake;
    TsapiFunctions functions = fake.functions();
};

inline csta::Request request(csta::Request value) {
    return value;
}

}  // namespace ctiengine::tsapi::test
