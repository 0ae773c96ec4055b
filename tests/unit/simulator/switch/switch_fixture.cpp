#include "tests/unit/simulator/switch/switch_fixture.hpp"

#include "tsapi-worker/tsapi/abi/csta_pdus.h"

#include <map>
#include <stdexcept>

namespace ctiengine::simulator::test {
namespace {

std::string name_of(int type) {
    static const std::map<int, std::string> kNames{
        {CSTA_SERVICE_INITIATED, "SERVICE_INITIATED"},
        {CSTA_ORIGINATED, "ORIGINATED"},
        {CSTA_DELIVERED, "DELIVERED"},
        {CSTA_ESTABLISHED, "ESTABLISHED"},
        {CSTA_DIVERTED, "DIVERTED"},
        {CSTA_FORWARDING, "FORWARDING"},
        {CSTA_DO_NOT_DISTURB, "DO_NOT_DISTURB"},
        {CSTA_MESSAGE_WAITING, "MESSAGE_WAITING"},
        {CSTA_BACK_IN_SERVICE, "BACK_IN_SERVICE"},
        {CSTA_OUT_OF_SERVICE, "OUT_OF_SERVICE"},
        {CSTA_HELD, "HELD"},
        {CSTA_PRIVATE_STATUS, "PRIVATE_STATUS"},
        {CSTA_RETRIEVED, "RETRIEVED"},
        {CSTA_TRANSFERRED, "TRANSFERRED"},
        {CSTA_CONFERENCED, "CONFERENCED"},
        {CSTA_FAILED, "FAILED"},
        {CSTA_NETWORK_REACHED, "NETWORK_REACHED"},
        {CSTA_CONNECTION_CLEARED, "CONNECTION_CLEARED"},
        {CSTA_QUEUED, "QUEUED"},
        {CSTA_CALL_CLEARED, "CALL_CLEARED"},
        {CSTA_LOGGED_ON, "LOGGED_ON"},
        {CSTA_LOGGED_OFF, "LOGGED_OFF"},
        {CSTA_NOT_READY, "NOT_READY"},
        {CSTA_READY, "READY"},
        {CSTA_WORK_NOT_READY, "WORK_NOT_READY"}};
    return kNames.at(type);
}

std::string text_of_leg(const ConnectionRef& leg) {
    return std::to_string(leg.call) + "/" + leg.device;
}

void add(std::string& line, const char* label, const NamedDevice& device) {
    if (device.status == ID_PROVIDED) line += std::string(" ") + label + " " + device.number;
}

std::string describe(const std::string& device, LocalConnectionState_t local, const CallEvent& event) {
    std::string line = device + " " + name_of(event.type) + " " + text_of_leg(event.connection);
    if (event.secondary.call != 0) line += " and " + text_of_leg(event.secondary);
    add(line, "subject", event.subject);
    add(line, "calling", event.calling);
    add(line, "called", event.called);
    add(line, "redirected", event.last_redirection);
    add(line, "added", event.added);
    if (!event.digits.empty()) line += " digits " + event.digits;
    if (event.number_queued != 0) line += " waiting " + std::to_string(event.number_queued);
    if (!event.parties.empty()) line += " parties";
    for (const auto& party : event.parties) line += " " + text_of_leg(party.party);
    line += " local " + to_text(local);
    if (event.cause != EC_NONE) line += " cause " + std::to_string(event.cause);
    return line;
}

}  // namespace

std::string to_text(LocalConnectionState_t state) {
    static const std::map<int, std::string> kNames{
        {CS_NONE, "none"},       {CS_NULL, "null"}, {CS_INITIATE, "initiate"}, {CS_ALERTING, "alerting"},
        {CS_CONNECT, "connect"}, {CS_HOLD, "hold"}, {CS_QUEUED, "queued"},     {CS_FAIL, "fail"}};
    return kNames.at(state);
}

void EventRecorder::on_call_event(
    const std::string& device, LocalConnectionState_t local, const CallEvent& event
) {
    lines_.push_back(describe(device, local, event));
    all.push_back({device, local, event});
}

void EventRecorder::on_agent_event(const AgentEvent& event) {
    lines_.push_back(
        (event.skill.empty() ? "" : event.skill + ": ") + event.extension + " " + name_of(event.type) + " " +
        event.agent_id + " mode " + std::to_string(event.work_mode) + " reason " +
        std::to_string(event.reason_code)
    );
}

void EventRecorder::on_device_event(const DeviceEvent& event) {
    auto line = event.device + " " + name_of(event.type) + (event.on ? " on" : " off");
    if (event.type == CSTA_FORWARDING) line += " type " + std::to_string(event.forwarding);
    if (!event.destination.empty()) line += " to " + event.destination;
    lines_.push_back(line);
}

void EventRecorder::on_watched_call_event(CallId call, const CallEvent& event) {
    watched_.push_back("call " + std::to_string(call) + " " + name_of(event.type));
}

void EventRecorder::on_calls_merged(CallId ended, CallId lives) {
    watched_.push_back("call " + std::to_string(ended) + " now " + std::to_string(lives));
}

void EventRecorder::on_call_over(CallId call) {
    watched_.push_back("call " + std::to_string(call) + " over");
}

std::vector<std::string> EventRecorder::take() {
    return std::exchange(lines_, {});
}

std::vector<std::string> EventRecorder::take(const std::string& device) {
    std::vector<std::string> of_device;
    for (const auto& line : take()) {
        if (line.starts_with(device + " ")) of_device.push_back(line.substr(device.size() + 1));
    }
    return of_device;
}

const CallEvent& EventRecorder::last(const std::string& device, int type) {
    for (auto seen = all.rbegin(); seen != all.rend(); ++seen) {
        if (seen->device == device && seen->event.type == type) return seen->event;
    }
    throw std::runtime_error("no " + name_of(type) + " was seen at " + device);
}

void add_call_centre(SwitchPlan& plan) {
    using Kind = VectorStep::Kind;
    using std::chrono::milliseconds;
    plan.agents.push_back({"2011", "Agent", "1234", {"4950"}});
    plan.agents.push_back({"2012", "Agent", "1234", {"4951", "4950"}});
    plan.agents.push_back({"2013", "Agent", "1234", {"4950", "4960"}});
    plan.skills = {
        {"4950", "Sales", milliseconds(10'000), 2, true},
        {"4951", "Service", milliseconds(0), 999, true},
        {"4960", "Old split", milliseconds(0), 1, false}};
    plan.vectors = {
        {"queue", {{Kind::QueueToSkill, "4950"}, {Kind::Wait, "", milliseconds(60'000)}, {Kind::Busy}}},
        {"collect",
         {{Kind::Announce, "", milliseconds(500)},
          {Kind::Collect, "", milliseconds(5000), 4},
          {Kind::QueueToSkill, "4951", milliseconds(0), 0, 3}}},
        {"station", {{Kind::RouteTo, "4003"}, {Kind::Busy}}},
        {"ask",
         {{Kind::RouteRequest}, {Kind::Wait, "", milliseconds(4000)}, {Kind::RouteTo, "4003"}, {Kind::Busy}}},
        {"busy", {{Kind::Busy}}},
        {"disconnect", {{Kind::Announce, "", milliseconds(100)}, {Kind::Disconnect}}},
        {"onward", {{Kind::RouteTo, "4900"}}},
        {"outside", {{Kind::RouteTo, "955"}, {Kind::Busy}}},
        {"priority", {{Kind::QueueToSkill, "4950", milliseconds(0), 0, 4}, {Kind::QueueToSkill, "4951"}}}};
    plan.vdns = {{"4900", "Sales", "queue"},  {"4901", "Service", "collect"}, {"4902", "Desk", "station"},
                 {"4903", "Asking", "ask"},   {"4904", "Busy", "busy"},       {"4905", "Gone", "disconnect"},
                 {"4906", "Other", "onward"}, {"4907", "Outside", "outside"}, {"4908", "Top", "priority"}};
}

SwitchPlan small_plan() {
    SwitchPlan plan;
    plan.first_call = 1;
    for (int number = 4001; number <= 4010; ++number) {
        const auto extension = std::to_string(number);
        plan.stations.push_back({extension, "Station " + extension, number == 4010 ? 1 : 3});
    }
    plan.stations[8].bridged_to = "4008";
    for (const auto* agent : {"2001", "2002", "2003"}) plan.agents.push_back({agent, "Agent", "1234"});
    add_call_centre(plan);
    plan.trunk_groups = {{12, "9", 2, true}, {13, "8", 2, false}};
    using Behaviour = FarEndPlan::Behaviour;
    using std::chrono::milliseconds;
    plan.far_ends = {
        {"1", Behaviour::Busy, milliseconds(0), milliseconds(0), {}},
        {"2", Behaviour::NoAnswer, milliseconds(0), milliseconds(0), {}},
        {"3", Behaviour::Congestion, milliseconds(0), milliseconds(0), {}},
        {"4", Behaviour::Invalid, milliseconds(0), milliseconds(0), {}},
        {"5*", Behaviour::Answer, milliseconds(100), milliseconds(1000), milliseconds(5000)},
        {"6", Behaviour::Busy, milliseconds(300), milliseconds(0), {}},
        {"*", Behaviour::Answer, milliseconds(0), milliseconds(1000), {}}};
    return plan;
}

SwitchTest::SwitchTest(SwitchPlan plan) : switch_(plan, timeline_, events_) {}

CallId SwitchTest::connect(const std::string& from, const std::string& to) {
    const auto made = switch_.setup().make_call(from, to, {});
    if (!made) throw std::runtime_error("make call was refused: " + made.error().why);
    const auto call = made->connection.call;
    const auto answered = switch_.handling().answer(leg(call, to));
    if (!answered) throw std::runtime_error("answer was refused: " + answered.error().why);
    events_.forget();
    return call;
}

CallId SwitchTest::ring_from_outside(const std::string& from, const std::string& to) {
    IncomingCall incoming;
    incoming.from = from;
    incoming.to = to;
    const auto made = switch_.setup().incoming(incoming);
    if (!made) throw std::runtime_error("incoming call was refused: " + made.error().why);
    return made->connection.call;
}

std::string SwitchTest::legs() const {
    std::string text;
    for (const auto& [id, call] : switch_.calls()) {
        for (const auto& party : call.parties) {
            if (!text.empty()) text += ", ";
            text += text_of_leg(call.connection(party)) + " " + to_text(party.state);
        }
    }
    return text;
}

}  // namespace ctiengine::simulator::test
