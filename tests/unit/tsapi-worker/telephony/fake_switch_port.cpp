#include "tests/unit/tsapi-worker/telephony/fake_switch_port.hpp"

#include <algorithm>

namespace ctiengine::telephony {
namespace {

/// A request in words; only those that the tests tell apart have their parameters.
struct RequestWords {
    std::string operator()(const csta::SnapshotDevice& r) const { return "snapshot " + r.device; }
    std::string operator()(const csta::QueryAgentState& r) const { return "agent of " + r.device; }
    std::string operator()(const csta::SetAgentState& r) const { return "set agent of " + r.device; }
    std::string operator()(const csta::MakeCall& r) const { return "call " + r.called; }
    std::string operator()(const csta::SnapshotCall& r) const {
        return "snapshot call " + std::to_string(r.call.call);
    }
    std::string operator()(const csta::RequestSystemStatus&) const { return "system status"; }
    template <class Other>
    std::string operator()(const Other&) const {
        return "other";
    }
};

struct BodyWords {
    std::string operator()(const csta::ServiceInitiated& e) const { return named("initiated", e.initiated); }
    std::string operator()(const csta::Delivered& e) const { return named("delivered", e.connection); }
    std::string operator()(const csta::Established& e) const { return named("established", e.established); }
    std::string operator()(const csta::Held& e) const { return named("held", e.held); }
    std::string operator()(const csta::Retrieved& e) const { return named("retrieved", e.retrieved); }
    std::string operator()(const csta::ConnectionCleared& e) const { return named("cleared", e.dropped); }
    template <class Other>
    std::string operator()(const Other&) const {
        return "other call event";
    }
    static std::string named(const char* what, const csta::Connection& leg) {
        return what + (" " + std::to_string(leg.call));
    }
};

struct EventWords {
    std::string operator()(const csta::CallEvent& e) const { return std::visit(BodyWords(), e.body); }
    std::string operator()(const csta::AgentEvent& e) const {
        static const char* const kNames[] = {"logged on", "logged off", "not ready",
                                             "ready",     "busy",       "after call"};
        return kNames[static_cast<int>(e.kind)] + (e.agent_id.empty() ? "" : " " + e.agent_id);
    }
    std::string operator()(const csta::MonitorEnded&) const { return "monitor ended"; }
    std::string operator()(const csta::MonitorResumed&) const { return "monitor resumed"; }
    std::string operator()(const csta::SystemStatusChanged& e) const {
        return "system status " + std::to_string(static_cast<int>(e.status));
    }
    std::string operator()(const csta::FeatureEvent& e) const {
        return "feature " + std::to_string(e.index());
    }
    std::string operator()(const csta::RouteEvent& e) const { return "route " + std::to_string(e.index()); }
};

std::string words(const csta::Event& event) {
    auto device = event.concerns_everybody() ? "" : to_string(event.object) + " ";
    return device + (event.synthetic ? "synthetic " : "") + std::visit(EventWords(), event.what);
}

std::string words(const csta::Response& response) {
    if (std::holds_alternative<csta::Done>(response)) return "done";
    if (const auto* failure = std::get_if<csta::Failure>(&response))
        return "failure " + std::to_string(static_cast<int>(failure->value));
    return "answer " + std::to_string(response.index());
}

}  // namespace

std::optional<csta::Failure> FakeSwitchPort::send(std::uint32_t invoke_id, const csta::Request& request) {
    if (refusal) return refusal;
    sent.push_back({invoke_id, std::visit(RequestWords(), request)});
    return std::nullopt;
}

std::optional<csta::Failure> FakeSwitchPort::start_monitor(
    std::uint32_t invoke_id, const csta::MonitorObject& object
) {
    if (refusal) return refusal;
    sent.push_back({invoke_id, "monitor " + to_string(object)});
    return std::nullopt;
}

std::optional<csta::Failure> FakeSwitchPort::register_route(
    std::uint32_t invoke_id, const csta::Device& routeing_device
) {
    if (refusal) return refusal;
    sent.push_back({invoke_id, "register route " + routeing_device});
    return std::nullopt;
}

std::optional<csta::Failure> FakeSwitchPort::cancel_route(std::uint32_t invoke_id, std::int32_t register_id) {
    sent.push_back({invoke_id, "cancel route " + std::to_string(register_id)});
    return std::nullopt;
}

std::optional<csta::Failure> FakeSwitchPort::answer_route(
    std::uint32_t invoke_id, std::int32_t register_id, const RouteAnswer& answer
) {
    if (refusal) return refusal;
    const char* what = std::holds_alternative<csta::RouteSelect>(answer) ? "select route " : "end route ";
    sent.push_back({invoke_id, what + std::to_string(register_id)});
    return std::nullopt;
}

std::optional<csta::Failure> FakeSwitchPort::stop_monitor(
    std::uint32_t invoke_id, std::int32_t cross_ref_id
) {
    sent.push_back({invoke_id, "stop monitor " + std::to_string(cross_ref_id)});
    return std::nullopt;
}

std::uint32_t FakeSwitchPort::take(const std::string& what) {
    auto found = std::find_if(sent.begin(), sent.end(), [&](const Sent& one) { return one.what == what; });
    if (found == sent.end()) {
        ADD_FAILURE() << "nobody sent '" << what << "', but " << testing::PrintToString(waiting());
        return 0;
    }
    auto invoke_id = found->invoke_id;
    sent.erase(found);
    return invoke_id;
}

std::vector<std::string> FakeSwitchPort::waiting() const {
    std::vector<std::string> names;
    for (const auto& one : sent) names.push_back(one.what);
    return names;
}

TelephonySettings TelephonyTest::two_links() {
    TelephonySettings settings;
    settings.primary_link = "PRIMARY";
    settings.secondary_link = "SECONDARY";
    return settings;
}

TelephonyTest::TelephonyTest(TelephonySettings settings)
    : telephony(port, journal, std::move(settings), [this] { return now; }) {
    telephony.on_event([this](const EventJournal::Entry& event) { events_.push_back(event); });
}

void TelephonyTest::pass(std::chrono::milliseconds time) {
    now += time;
    telephony.tick();
}

void TelephonyTest::link_up(const std::string& server) {
    port.input(StreamOpened{server, "9"});
    confirm(port.take("system status"), csta::SystemStatusAnswer{csta::SystemStatus::Normal});
}

void TelephonyTest::begin() {
    telephony.start();
    link_up();
    news();
}

void TelephonyTest::ask(csta::Request request, std::chrono::milliseconds budget, const std::string& gateway) {
    telephony.request(gateway, std::move(request), budget, [this](csta::Response response) {
        answers_.push_back(words(response));
    });
}

void TelephonyTest::confirm(std::uint32_t invoke_id, csta::Response response) {
    port.input(Confirmed{invoke_id, std::move(response)});
}

void TelephonyTest::confirm_monitor(const csta::Device& device, std::int32_t cross_ref_id) {
    port.input(MonitorConfirmed{port.take("monitor " + device), cross_ref_id});
}

void TelephonyTest::monitor(
    const csta::Device& device, std::int32_t cross_ref_id, const std::string& gateway
) {
    ask(csta::MonitorStart{csta::at_device(device)}, std::chrono::seconds(10), gateway);
    confirm_monitor(device, cross_ref_id);
    EXPECT_EQ(answered(), Names{"done"});
    telephony.tick();
    confirm(port.take("agent of " + device), csta::AgentStateAnswer{});
}

void TelephonyTest::call_event(
    std::int32_t cross_ref_id, csta::CallEventBody body, csta::ConnectionState local
) {
    port.input(Monitored{cross_ref_id, csta::CallEvent{std::move(body), local, {}, {}}});
}

void TelephonyTest::connect_call(const csta::Device& device, std::int32_t cross_ref_id, std::uint32_t call) {
    csta::Delivered delivered;
    delivered.connection = leg(call, device);
    csta::Established established;
    established.established = leg(call, device);
    call_event(cross_ref_id, delivered, csta::ConnectionState::Alerting);
    call_event(cross_ref_id, established, csta::ConnectionState::Connected);
    news();
}

TelephonyTest::Names TelephonyTest::news() {
    Names names;
    for (const auto& event : std::exchange(events_, {})) names.push_back(words(*event));
    return names;
}

TelephonyTest::Names TelephonyTest::answered() {
    return std::exchange(answers_, {});
}

csta::Connection leg(std::uint32_t call, const csta::Device& device) {
    return {call, device, false};
}

csta::DeviceSnapshot snapshot_of(
    const csta::Device& device, std::vector<std::pair<std::uint32_t, csta::ConnectionState>> calls
) {
    csta::DeviceSnapshot snapshot;
    for (auto [call, state] : calls) snapshot.calls.push_back({leg(call, device), {state}});
    return snapshot;
}

}  // namespace ctiengine::telephony
