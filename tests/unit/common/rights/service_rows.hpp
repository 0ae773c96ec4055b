#pragma once
#include "common/csta/requests.hpp"

#include <iosfwd>
#include <string>
#include <vector>

/// Every service of the switch and who may ask it for whom: one table for the rules, the gateway and the
/// worker.
namespace ctiengine::rights {

inline const std::string kOwn = "4001";
inline const std::string kOther = "4002";

inline csta::Connection leg(const std::string& device, std::uint32_t call = 7) {
    return {call, device};
}

/// One service, asked for a device. The defaults are those of control: own devices only.
struct ServiceRow {
    const char* name;
    csta::Request (*at)(const std::string& device);
    bool agent_own = true;
    bool agent_other = false;
    bool supervisor_other = false;
    bool proves_call = false;  ///< one of an agent's devices has to be in call 7
};
void PrintTo(const ServiceRow& row, std::ostream* out);

const std::vector<ServiceRow>& service_rows();

}  // namespace ctiengine::rights
