#include "tsapi-worker/tsapi/abi_conversions.hpp"
#include "tsapi-worker/tsapi/c_text.hpp"
#include "tsapi-worker/tsapi/event_decoder.hpp"

namespace ctiengine::tsapi {
namespace {

using Kind = csta::AgentEvent::Kind;

template <class Event>
csta::AgentEvent agent_event(Kind kind, const Event& from) {
    csta::AgentEvent event;
    event.kind = kind;
    event.agent_device = typed(from.agentDevice);
    event.agent_id = text_of(from.agentID);
    if constexpr (requires { from.agentGroup; }) event.group = text_of(from.agentGroup);
    return event;
}

}  // namespace

std::optional<csta::AgentEvent> decode_agent_event(
    EventType_t type, const CSTAUnsolicitedEvent& event, const PrivateContent& content
) {
    const auto& u = event.u;
    switch (type) {
        case CSTA_LOGGED_ON: {
            auto on = agent_event(Kind::LoggedOn, u.loggedOn);
            on.work_mode = content.logged_on_work_mode;
            return on;
        }
        case CSTA_LOGGED_OFF: {
            auto off = agent_event(Kind::LoggedOff, u.loggedOff);
            off.reason_code = content.logged_off_reason;
            return off;
        }
        case CSTA_NOT_READY: return agent_event(Kind::NotReady, u.notReady);
        case CSTA_READY: return agent_event(Kind::Ready, u.ready);
        case CSTA_WORK_NOT_READY: return agent_event(Kind::WorkingAfterCall, u.workNotReady);
        case CSTA_WORK_READY: return agent_event(Kind::WorkingAfterCall, u.workReady);
        default: return std::nullopt;
    }
}

}  // namespace ctiengine::tsapi
