#pragma once

#include "simulator/switch/tsapi/conversions.hpp"
#include "tests/unit/simulator/switch/service_fixture.hpp"

namespace ctiengine::simulator::test {

inline CSTAMakeCall_t make_call_request(const std::string& from, const std::string& to) {
    CSTAMakeCall_t asked{};
    put_text(asked.callingDevice, from);
    put_text(asked.calledDevice, to);
    return asked;
}

inline ConnectionID_t leg(long call, const std::string& device) {
    ConnectionID_t abi{};
    abi.callID = call;
    put_text(abi.deviceID, device);
    return abi;
}

/// Private data as an att… function of the library makes it.
template <class Att>
wire::Frame private_data(std::uint16_t number, const Att& att) {
    wire::Frame frame;
    put_private(frame, number, att);
    return frame;
}

/// "66 63 57": the types of the frames.
inline std::string types(const std::vector<wire::Frame>& frames) {
    std::string text;
    for (const auto& frame : frames) text += (text.empty() ? "" : " ") + std::to_string(frame.type);
    return text;
}

/// A program that asks and reads what came.
class RequestsTest : public ServiceTest {
  protected:
    using ServiceTest::ServiceTest;

    /// Reads until a system status answer, so that all earlier frames are in `skipped`; gives these.
    static std::vector<wire::Frame> all_so_far(WireClient& client) {
        client.ask(CSTA_REQ_SYS_STAT, CSTAReqSysStat_t{});
        return std::exchange(client.skipped, {});
    }
};

}  // namespace ctiengine::simulator::test
