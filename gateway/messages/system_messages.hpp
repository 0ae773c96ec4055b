#pragma once
#include "common/csta/enumerations.hpp"

#include <bitset>
#include <string>

namespace ctiengine::gateway {

/// Which system states a registered client is told, by csta::SystemStatus.
struct StatusFilter {
    std::bitset<8> sent = std::bitset<8>().set();
    bool inverted = false;  ///< as in MonitorFilter

    bool sends(csta::SystemStatus status) const { return sent[static_cast<std::size_t>(status)]; }
    void set(csta::SystemStatus status, bool send) { sent[static_cast<std::size_t>(status)] = send; }
    bool operator==(const StatusFilter&) const = default;
};

struct SystemRegister {
    bool system_status = false;  ///< SystemStatus messages are wanted
    StatusFilter filter;
    bool operator==(const SystemRegister&) const = default;
};

struct SystemRegisterCancel {
    std::string register_id;
    bool operator==(const SystemRegisterCancel&) const = default;
};

/// Positive answer to SystemRegister.
struct SystemRegistered {
    std::string register_id;
    StatusFilter filter;
    bool operator==(const SystemRegistered&) const = default;
};

}  // namespace ctiengine::gateway
