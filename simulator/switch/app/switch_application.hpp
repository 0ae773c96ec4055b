#pragma once

#include "common/ops/process_main.hpp"
#include "simulator/switch/plan/simulator_plan.hpp"

namespace ctiengine::simulator {

/// The command line of switch-sim. Ports 0: any free one.
struct SwitchSettings {
    SimulatorPlan plan;
    std::string address = "127.0.0.1";  ///< for TSAPI; the control port is always on the loopback address
    int name_port = 0;
    int control_port = 0;
    std::string ready_file;  ///< where the ports are written to, as JSON; empty: nowhere
    std::string tslibrc;     ///< where a tslibrc for the stand-in library is written to; empty: nowhere
};

/// The program: model, clock, TSAPI service, control port.
std::unique_ptr<ops::Application> make_switch_application(
    boost::asio::io_context& context, const SwitchSettings& settings
);

}  // namespace ctiengine::simulator
