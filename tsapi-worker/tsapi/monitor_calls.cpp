// Calls that start and stop monitors.
#include "tsapi-worker/tsapi/library_call.hpp"

namespace ctiengine::tsapi {
namespace {

Refusal watch_device(
    const LibraryCall& call,
    decltype(&::cstaMonitorDevice) TsapiFunctions::*member,
    const csta::Device& device,
    PrivateData_t* data
) {
    DeviceID_t c_device;
    CArguments arguments;
    arguments.put(c_device, device);
    if (arguments.refusal()) return arguments.refusal();
    CSTAMonitorFilter_t everything{};  // a set bit suppresses
    return call.call(member, &c_device, &everything, data);
}

Refusal watch_call(const LibraryCall& call, const csta::MonitorObject& object, PrivateData_t* data) {
    ConnectionID_t party;
    CArguments arguments;
    // Only made-up IDs of parties outside have this sign (ConnectionID_t: T217#2).
    const bool dynamic = object.device.find('#') != std::string::npos;
    arguments.put(party, {object.call, object.device, dynamic});
    if (arguments.refusal()) return arguments.refusal();
    CSTAMonitorFilter_t everything{};
    return call.call(&TsapiFunctions::cstaMonitorCall, &party, &everything, data);
}

}  // namespace

Refusal perform(const LibraryCall& call, const StartMonitor& r) {
    using Kind = csta::MonitorObject::Kind;
    return call.with_private(r, [&](PrivateData_t* data) -> Refusal {
        switch (r.object.kind) {
            case Kind::AtDevice:
                return watch_device(call, &TsapiFunctions::cstaMonitorDevice, r.object.device, data);
            case Kind::ViaDevice:
                return watch_device(call, &TsapiFunctions::cstaMonitorCallsViaDevice, r.object.device, data);
            case Kind::OfCall: return watch_call(call, r.object, data);
            case Kind::Routeing: break;
        }
        return csta::Failure{
            csta::UniversalFailure::GenericOperation, "routeing is registered for, not monitored"};
    });
}

Refusal perform(const LibraryCall& call, const StopMonitor& r) {
    return call.call(
        &TsapiFunctions::cstaMonitorStop, static_cast<CSTAMonitorCrossRefID_t>(r.cross_ref), nullptr
    );
}

Refusal perform(const LibraryCall&, const csta::MonitorStart&) {
    return csta::Failure{csta::UniversalFailure::GenericOperation, "a monitor is started with StartMonitor"};
}

Refusal perform(const LibraryCall&, const csta::MonitorStop&) {
    return csta::Failure{
        csta::UniversalFailure::InvalidCrossRefId, "a monitor is stopped by its cross reference"};
}

}  // namespace ctiengine::tsapi
