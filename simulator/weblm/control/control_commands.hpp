#pragma once
#include "common/result/result.hpp"
#include "simulator/weblm/control/simulator_parts.hpp"

#include <map>
#include <string>
#include <string_view>

namespace ctiengine::weblm_sim {

/// What a command is given: its query as fields, and its body.
struct CommandInput {
    std::map<std::string, std::string> fields;
    std::string body;
};

/// The commands of the control port, by the last part of their path. One thread.
class ControlCommands {
  public:
    explicit ControlCommands(SimulatorParts& parts) : parts_(parts) {}

    /// InvalidValue: a field is missing or wrong; UnknownService: no such command. Both say what there is.
    Result<void> run(std::string_view name, const CommandInput& input);

    /// The public port is to be open; changed by `fault?kind=refuse` and by `clear`. Opening and closing take
    /// time, so the server of the control port does it.
    [[nodiscard]] bool port_wanted() const { return port_wanted_; }

  private:
    using Command = Result<void> (ControlCommands::*)(const CommandInput&);
    struct Row;
    static const Row* find(std::string_view name);

    Result<void> turn_clock(const CommandInput& input);
    Result<void> set_fault(const CommandInput& input);
    Result<void> clear_faults(const CommandInput& input);
    Result<void> deny(const CommandInput& input);
    Result<void> set_capacity(const CommandInput& input);
    Result<void> set_used(const CommandInput& input);
    Result<void> install_licence(const CommandInput& input);
    Result<void> remove_licence(const CommandInput& input);
    Result<void> expire_licence(const CommandInput& input);
    Result<void> swap_certificate(const CommandInput& input);
    Result<void> forget(const CommandInput& input);
    Result<void> reset(const CommandInput& input);

    SimulatorParts& parts_;
    bool port_wanted_ = true;
};

}  // namespace ctiengine::weblm_sim
