#pragma once

#include "simulator/switch/control/truth.hpp"

#include <functional>

namespace ctiengine::simulator {

/// What commands work on.
struct ControlSurroundings {
    Switch& telephone_switch;
    MonitorTable& monitors;
    TsapiService& service;
    Timeline& timeline;
    bool manual_clock = false;
    std::function<void()> quit;
};

/// Runs one command, as it came over the control port: an object with "do" and the arguments of that command.
/// The answer has "ok"; a refusal has "why" and the failure number. README.md of this folder lists the
/// commands.
nlohmann::json run_command(ControlSurroundings& at, const nlohmann::json& command);

/// The same from and to one line of text.
std::string run_command_line(ControlSurroundings& at, const std::string& line);

}  // namespace ctiengine::simulator
