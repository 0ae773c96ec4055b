#pragma once
#include "common/csta/events.hpp"
#include "common/identity/identity.hpp"

namespace ctiengine::gateway {

/// Does this event of a monitored call tell that one of the user's devices has left it? From then on the call
/// is others' business: an agent's monitor of it ends behind the event. Supervisors may go on.
bool leaves_the_call(const identity::Rights& rights, const csta::CallEvent& event);

}  // namespace ctiengine::gateway
