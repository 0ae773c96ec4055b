// Calls that change agents and features of devices.
#include "tsapi-worker/tsapi/library_call.hpp"

namespace ctiengine::tsapi {
namespace {

Refusal switch_feature(
    const LibraryCall& call,
    decltype(&::cstaSetDoNotDisturb) TsapiFunctions::*member,
    const csta::Device& device,
    bool on
) {
    DeviceID_t c_device;
    CArguments arguments;
    arguments.put(c_device, device);
    if (arguments.refusal()) return arguments.refusal();
    return call.call(member, &c_device, static_cast<Boolean>(on), nullptr);
}

}  // namespace

Refusal perform(const LibraryCall& call, const csta::SetAgentState& r) {
    return call.with_private(r, [&](PrivateData_t* data) -> Refusal {
        DeviceID_t device;
        AgentID_t agent;
        AgentGroup_t group;
        AgentPassword_t password;
        CArguments arguments;
        arguments.put(device, r.device);
        arguments.put_agent(agent, r.agent_id);
        arguments.put(group, r.group);
        arguments.put_password(password, r.password);
        if (arguments.refusal()) return arguments.refusal();
        const auto mode = static_cast<AgentMode_t>(r.mode);
        return call.call(&TsapiFunctions::cstaSetAgentState, &device, mode, &agent, &group, &password, data);
    });
}

Refusal perform(const LibraryCall& call, const csta::SetForwarding& r) {
    DeviceID_t device;
    DeviceID_t destination;
    CArguments arguments;
    arguments.put(device, r.device);
    arguments.put(destination, r.forward_to);
    if (arguments.refusal()) return arguments.refusal();
    return call.call(
        &TsapiFunctions::cstaSetForwarding, &device, static_cast<ForwardingType_t>(r.type),
        static_cast<Boolean>(r.on), &destination, nullptr
    );
}

Refusal perform(const LibraryCall& call, const csta::SetDoNotDisturb& r) {
    return switch_feature(call, &TsapiFunctions::cstaSetDoNotDisturb, r.device, r.on);
}

Refusal perform(const LibraryCall& call, const csta::SetMessageWaiting& r) {
    return switch_feature(call, &TsapiFunctions::cstaSetMsgWaitingInd, r.device, r.on);
}

}  // namespace ctiengine::tsapi
