#pragma once

#include "common/result/result.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace ctiengine::simulator {

/// "127.0.0.1:4711" cut in two.
struct ControlAddress {
    std::string host;
    std::string port;
};

/// InvalidValue when the text is not HOST:PORT.
Result<ControlAddress> parse_control_address(const std::string& text);

/// Sends one command to switch-sim and waits for its answer, at most ten seconds. NotConnected: nobody is
/// there; DeadlineExceeded, ProtocolViolation: whoever is there is no switch-sim.
Result<nlohmann::json> ask_switch(const ControlAddress& address, const nlohmann::json& command);

}  // namespace ctiengine::simulator
