#include "simulator/switch/control/commands.hpp"

#include "simulator/switch/control/answer.hpp"
#include "simulator/switch/control/station_commands.hpp"
#include "simulator/switch/plan/json_section.hpp"

namespace ctiengine::simulator {
namespace {

using nlohmann::json;

Answer truth(ControlSurroundings& at, JsonSection&) {
    return truth_json(at.telephone_switch, at.monitors, at.service, at.service.link());
}

Answer call(ControlSurroundings& at, JsonSection& arguments) {
    IncomingCall incoming;
    incoming.from = arguments.text("from", "");
    incoming.to = arguments.text("to");
    incoming.trunk_group = arguments.number("trunkGroup", 0, 2000, 0);
    if (arguments.has("uui")) incoming.user_data = UserData{UUI_IA5_ASCII, arguments.text("uui")};
    incoming.digits = arguments.text("digits", "");
    if (arguments.has("patienceMs")) {
        incoming.patience = std::chrono::milliseconds(arguments.number("patienceMs", 1, kDayMs));
    }
    return call_answer(at.telephone_switch.setup().incoming(incoming));
}

Answer dial(ControlSurroundings& at, JsonSection& arguments) {
    return call_answer(at.telephone_switch.dial_by_hand(arguments.text("device"), arguments.text("to", "")));
}

Answer answer(ControlSurroundings& at, JsonSection& arguments) {
    return leg_answer(at.telephone_switch.answer_by_hand(arguments.text("device"), call_argument(arguments)));
}

Answer hang_up(ControlSurroundings& at, JsonSection& arguments) {
    return leg_answer(at.telephone_switch.hang_up(arguments.text("device"), call_argument(arguments)));
}

Answer hold(ControlSurroundings& at, JsonSection& arguments) {
    auto& telephone_switch = at.telephone_switch;
    const auto leg =
        telephone_switch.leg_in_state(arguments.text("device"), call_argument(arguments), {CS_CONNECT});
    if (!leg) return leg.error();
    const auto held = telephone_switch.handling().hold(*leg);
    if (!held) return held.error();
    return leg_answer(leg);
}

Answer retrieve(ControlSurroundings& at, JsonSection& arguments) {
    auto& telephone_switch = at.telephone_switch;
    const auto leg =
        telephone_switch.leg_in_state(arguments.text("device"), call_argument(arguments), {CS_HOLD});
    if (!leg) return leg.error();
    const auto retrieved = telephone_switch.handling().retrieve(*leg);
    if (!retrieved) return retrieved.error();
    return leg_answer(leg);
}

Answer merge(
    ControlSurroundings& at,
    JsonSection& arguments,
    Outcome<MergedCall> (CallMerging::*merge_calls)(const ConnectionRef&, const ConnectionRef&)
) {
    auto& telephone_switch = at.telephone_switch;
    const auto device = arguments.text("device");
    const auto held = telephone_switch.leg_in_state(device, 0, {CS_HOLD});
    if (!held) return held.error();
    const auto active = telephone_switch.leg_in_state(device, 0, {CS_CONNECT});
    if (!active) return active.error();
    const auto merged = (telephone_switch.merging().*merge_calls)(*held, *active);
    if (!merged) return merged.error();
    return json{{"callId", merged->call}, {"ucid", merged->ucid}};
}

Answer transfer(ControlSurroundings& at, JsonSection& arguments) {
    return merge(at, arguments, &CallMerging::transfer);
}

Answer conference(ControlSurroundings& at, JsonSection& arguments) {
    return merge(at, arguments, &CallMerging::conference);
}

Answer link(ControlSurroundings& at, JsonSection& arguments) {
    at.service.link().set_up(one_of(arguments, "state", "up", "down"));
    return json{{"systemStatus", at.service.link().is_up() ? "normal" : "disabled"}};
}

Answer tlink(ControlSurroundings& at, JsonSection& arguments) {
    const auto name = arguments.text("name");
    if (!at.service.set_tlink_up(name, one_of(arguments, "state", "up", "down"))) {
        return refuse("there is no TLink '" + name + "'");
    }
    return json{{"name", name}, {"up", at.service.is_tlink_up(name)}};
}

Answer drop(ControlSurroundings& at, JsonSection&) {
    return json{{"dropped", at.service.drop_connections()}};
}

Answer delay(ControlSurroundings& at, JsonSection& arguments) {
    at.service.faults().delay = std::chrono::milliseconds(arguments.number("ms", 0, kDayMs));
    return json{{"delayMs", at.service.faults().delay.count()}};
}

Answer answers(ControlSurroundings& at, JsonSection& arguments) {
    at.service.faults().answers = one_of(arguments, "state", "on", "off");
    return json{{"answers", at.service.faults().answers}};
}

Answer heartbeats(ControlSurroundings& at, JsonSection& arguments) {
    at.service.faults().heartbeats = one_of(arguments, "state", "on", "off");
    return json{{"heartbeats", at.service.faults().heartbeats}};
}

Answer refuse_opens(ControlSurroundings& at, JsonSection& arguments) {
    constexpr int kHighestAcsFailure = 1008;
    auto& refusal = at.service.faults().refuse_opens;
    refusal.reset();
    if (arguments.has("code")) {
        refusal = static_cast<ACSUniversalFailure_t>(arguments.number("code", 0, kHighestAcsFailure));
    }
    return json{{"refuseOpens", refusal ? json(static_cast<int>(*refusal)) : json(nullptr)}};
}

Answer advance(ControlSurroundings& at, JsonSection& arguments) {
    const std::chrono::milliseconds by(arguments.number("ms", 0, kDayMs));
    if (!at.manual_clock)
        return refuse("the clock of this plan is real; set \"clock\": \"manual\" to move it");
    at.timeline.advance_to(at.timeline.now() + by);
    return json{{"nowMs", at.timeline.now().count()}};
}

Answer quit(ControlSurroundings& at, JsonSection&) {
    at.quit();
    return json::object();
}

const CommandTable& commands() {
    static const CommandTable kCommands{
        {"truth", truth},         {"call", call},         {"dial", dial},
        {"answer", answer},       {"hangup", hang_up},    {"hold", hold},
        {"retrieve", retrieve},   {"transfer", transfer}, {"conference", conference},
        {"link", link},           {"tlink", tlink},       {"drop", drop},
        {"delay", delay},         {"answers", answers},   {"heartbeats", heartbeats},
        {"refuse", refuse_opens}, {"advance", advance},   {"quit", quit}};
    return kCommands;
}

Command find_command(const std::string& name) {
    for (const auto* table : {&commands(), &station_commands()}) {
        if (const auto found = table->find(name); found != table->end()) return found->second;
    }
    return nullptr;
}

json refused(const Refusal& refusal) {
    return {{"ok", false}, {"why", refusal.why}, {"failure", static_cast<int>(refusal.failure)}};
}

}  // namespace

json run_command(ControlSurroundings& at, const json& command) {
    try {
        JsonSection arguments(command, "command");
        const auto name = arguments.text("do");
        const auto command_of_that_name = find_command(name);
        if (command_of_that_name == nullptr) return refused(refuse("there is no command '" + name + "'"));
        auto answer = command_of_that_name(at, arguments);
        if (answer.refusal) return refused(*answer.refusal);
        answer.value["ok"] = true;
        return std::move(answer.value);
    } catch (const PlanError& wrong_argument) {
        return refused(refuse(wrong_argument.what()));
    }
}

std::string run_command_line(ControlSurroundings& at, const std::string& line) {
    json command = json::parse(line, nullptr, false);
    const auto reply =
        command.is_discarded() ? refused(refuse("the line is not JSON")) : run_command(at, command);
    return reply.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace ctiengine::simulator
