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

Answer done(const Outcome<void>& outcome) {
    if (!outcome) return outcome.error();
    return nlohmann::json::object();
}

ForwardingType_t forwarding_type(JsonSection& arguments) {
    const auto when = arguments.text("when", "always");
    if (when == "always") return FWD_IMMEDIATE;
    if (when == "busy") return FWD_BUSY;
    if (when == "noAnswer") return FWD_NO_ANS;
    arguments.fail("when", "must be always, busy or noAnswer");
}

Answer forward(ControlSurroundings& at, JsonSection& arguments) {
    const auto device = arguments.text("device");
    const auto to = arguments.text("to", "");
    return done(
        at.telephone_switch.features().set_forwarding(device, {forwarding_type(arguments), !to.empty(), to})
    );
}

Answer send_all_calls(ControlSurroundings& at, JsonSection& arguments) {
    const auto device = arguments.text("device");
    const bool on = one_of(arguments, "state", "on", "off");
    return done(at.telephone_switch.features().set_send_all_calls(device, on));
}

Answer lamp(ControlSurroundings& at, JsonSection& arguments) {
    constexpr unsigned kVoiceMail = 0x02;
    const auto device = arguments.text("device");
    const bool on = one_of(arguments, "state", "on", "off");
    return done(at.telephone_switch.features().set_message_waiting(device, on, kVoiceMail));
}

Answer observe(ControlSurroundings& at, JsonSection& arguments) {
    const auto device = arguments.text("device");
    return leg_answer(at.telephone_switch.joining().observe(call_argument(arguments), device));
}

Answer station(ControlSurroundings& at, JsonSection& arguments) {
    const auto device = arguments.text("device");
    const bool in_service = one_of(arguments, "state", "in", "out");
    return done(at.telephone_switch.features().set_in_service(device, in_service));
}

}  // namespace

const CommandTable& station_commands() {
    static const CommandTable kCommands{{"deflect", deflect}, {"pickup", pick_up},           {"press", press},
                                        {"forward", forward}, {"sendcalls", send_all_calls}, {"lamp", lamp},
                                        {"observe", observe}, {"station", station}};
    return kCommands;
}

}  // namespace ctiengine::simulator
