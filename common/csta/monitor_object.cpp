#include "common/csta/monitor_object.hpp"

namespace ctiengine::csta {

std::string to_string(const MonitorObject& object) {
    switch (object.kind) {
        case MonitorObject::Kind::AtDevice: return object.device;
        case MonitorObject::Kind::ViaDevice: return "calls via " + object.device;
        case MonitorObject::Kind::OfCall: return "call " + std::to_string(object.call);
        case MonitorObject::Kind::Routeing:
            return object.device.empty() ? "routeing of every device" : "routeing of " + object.device;
    }
    return object.device;
}

}  // namespace ctiengine::csta
