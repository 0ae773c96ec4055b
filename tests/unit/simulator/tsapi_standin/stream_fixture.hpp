#pragma once
#include "tests/unit/simulator/tsapi_standin/fake_switch.hpp"
#include "tsapi-worker/tsapi/abi/attpriv.h"
#include "tsapi-worker/tsapi/abi/csta.h"

#include <gtest/gtest.h>

#include <cstring>

namespace ctiengine::tsapi_standin::test {

/// An event as a program reads it: full buffers, sizes reset before each call.
struct ReadEvent {
    RetCode_t result = 0;
    CSTAEvent_t event{};
    unsigned short size = sizeof(CSTAEvent_t);
    ATTPrivateData_t private_data{};
    unsigned short left = 0;

    /// Class and type as one number for comparisons: class * 1000 + type.
    int kind() const { return event.eventHeader.eventClass * 1000 + event.eventHeader.eventType; }
};

constexpr int kind(int event_class, int type) {
    return event_class * 1000 + type;
}

ReadEvent block(ACSHandle_t handle);
ReadEvent poll_event(ACSHandle_t handle);

/// Parameters of acsOpenStream with the values of a usual program.
struct OpenParameters {
    ServerID_t server_id{};
    LoginID_t login_id{};
    Passwd_t password{};
    AppName_t application{};
    Version_t api_version{};
    InvokeIDType_t invoke_ids = APP_GEN_ID;
    InvokeID_t invoke_id = 1;
    unsigned short send_queue = 0;
    unsigned short receive_queue = 0;
    PrivateData_t* private_data = nullptr;

    explicit OpenParameters(const std::string& tlink = FakeSwitch::kTlink);
    RetCode_t open(ACSHandle_t& handle);
};

template <std::size_t Size>
void set(char (&to)[Size], std::string_view text) {
    const auto length = std::min(text.size(), Size - 1);
    std::memcpy(to, text.data(), length);
    to[length] = '\0';
}

/// A fake switch that tslibrc leads to, and a stream to it that the switch has confirmed.
class StreamTest : public testing::Test {
  protected:
    ~StreamTest() override;

    /// Opens the stream; call first in each test. Afterwards `handle_` and `peer_` are set and no event is
    /// queued.
    void open_stream(OpenParameters parameters = OpenParameters());

    ConnectionID_t connection(long call, const char* device) const;

    FakeSwitch switch_;
    TslibrcFile tslibrc_{switch_.tslibrc_line()};
    ACSHandle_t handle_ = 0;
    std::unique_ptr<SwitchEnd> peer_;
};

}  // namespace ctiengine::tsapi_standin::test
