#pragma once
#include "tests/unit/simulator/tsapi_standin/stream_fixture.hpp"

#include <functional>
#include <vector>

namespace ctiengine::tsapi_standin::test {

constexpr InvokeID_t kInvokeId = 4711;

/// Values that a program might give, all different.
struct Arguments {
    ConnectionID_t first{};
    ConnectionID_t second{};
    DeviceID_t device{};
    DeviceID_t other{};
    AgentID_t agent{};
    AgentGroup_t group{};
    AgentPassword_t password{};
    CSTAMonitorFilter_t filter{};
    unsigned char digits[3] = {'1', '2', '3'};
    SetUpValues_t set_up{3, digits};
    ATTPrivateData_t private_data{};

    Arguments() {
        first.callID = 1001;
        set(first.deviceID, "3001");
        second.callID = 1002;
        set(second.deviceID, "3002");
        set(device, "3003");
        set(other, "3004");
        set(agent, "7001");
        set(group, "501");
        set(password, "secret");
        filter.call = CF_HELD;
        filter.agent = AF_READY;
        attV6SetAgentState(&private_data, WM_AUX_WORK, 3, TRUE);
    }
    PrivateData_t* priv() { return reinterpret_cast<PrivateData_t*>(&private_data); }
};

/// A function of csta.h, called with Arguments, and what must arrive of it.
struct RequestCase {
    const char* name;
    int type;
    std::function<RetCode_t(ACSHandle_t, Arguments&)> call;
    std::function<bool(const wire::OwnedPdu&)> arrived;
    int event_class = CSTAREQUEST;
    InvokeID_t reference = kInvokeId;
    bool has_private_data = true;
};

/// Every function of csta.h that sends; a name with `_` is a second way to call the same function.
std::vector<RequestCase> all_requests();

}  // namespace ctiengine::tsapi_standin::test
