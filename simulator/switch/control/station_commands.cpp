#include "simulator/switch/control/station_commands.hpp"

namespace ctiengine::simulator {
namespace {

Answer deflect(ControlSurroundings& at, JsonSection& arguments) {
    auto& telephone_switch = at.telephone_switch;
    const auto leg =
        telephone_switch.leg_in_state(arguments.text("device"), call_argument(arguments), {CS_ALERTING});
    if (!leg) return leg.error();
    const auto done = telephone_switch.diverting().deflect(*leg, arguments.text("to"));
    if (!done) return done.error();
    return leg_answer(leg);
}

Answer pick_up(ControlSurroundings& at, JsonSection& arguments) {
    auto& telephone_switch = at.telephone_switch;
    const auto leg =
        telephone_switch.leg_in_state(arguments.text("device"), call_argument(arguments), {CS_ALERTING});
    if (!leg) return leg.error();
    const auto by = arguments.text("by");
    const auto done = telephone_switch.diverting().pick_up(*leg, by);
    if (!done) return done.error();
    return leg_answer(ConnectionRef{leg->call, by, false});
}

Answer press(ControlSurroundings& at, JsonSection& arguments) {
    auto& telephone_switch = at.telephone_switch;
    const auto leg =
        telephone_switch.leg_in_state(arguments.text("device"), call_argument(arguments), {CS_CONNECT});
    if (!leg) return leg.error();
    const auto* call = telephone_switch.core().calls.find(leg->call);
    if (call->acd.in_vector || call->acd.tone_digits > 0) {
        const auto typed = telephone_switch.vectors().type_digits(leg->call, arguments.text("digits"));
        if (!typed) return typed.error();
        return leg_answer(leg);
    }
    return leg_answer(telephone_switch.listening().press_keys(*leg, arguments.text("digits")));
}

}  // namespace

const CommandTable& station_commands() {
    static const CommandTable kCommands{{"deflect", deflect}, {"pickup", pick_up}, {"press", press}};
    return kCommands;
}

}  // namespace ctiengine::simulator
