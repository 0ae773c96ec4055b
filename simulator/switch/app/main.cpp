#include "simulator/switch/app/switch_application.hpp"
#include "simulator/switch/plan/json_section.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

int main(int argc, char** argv) {
    using namespace ctiengine;
    CLI::App line{"Simulates a telephone switch and the TSAPI servers before it."};
    simulator::SwitchSettings settings;
    std::string plan;
    line.add_option("--plan", plan, "what the switch consists of, e.g. simulator/plans/demo.json")
        ->required();
    line.add_option("--address", settings.address, "IP address for TSAPI programs")->capture_default_str();
    line.add_option("--name-port", settings.name_port, "TCP port of the name service; 0: any")
        ->check(CLI::Range(0, 65535));
    line.add_option("--control-port", settings.control_port, "TCP port for ctisim; 0: any")
        ->check(CLI::Range(0, 65535));
    line.add_option("--ready-file", settings.ready_file, "write the ports there as JSON when all is ready");
    line.add_option("--tslibrc", settings.tslibrc, "write a tslibrc for the stand-in library there");
    try {
        line.parse(argc, argv);
        settings.plan = simulator::load_plan(plan);
    } catch (const CLI::ParseError& wrong) {
        return line.exit(wrong) == 0 ? ops::kStopped : ops::kUsage;
    } catch (const simulator::PlanError& wrong) {
        std::cerr << wrong.what() << '\n';
        return ops::kInvalidSettings;
    }
    return ops::run_process({"switch-sim", 1}, [&settings](boost::asio::io_context& context) {
        return simulator::make_switch_application(context, settings);
    });
}
