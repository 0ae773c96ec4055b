// Routeing: dialogues between the switch and the one application that registered. Part of Telephony.
#include "common/logging/log.hpp"
#include "tsapi-worker/telephony/telephony.hpp"

namespace ctiengine::telephony {

using namespace std::chrono_literals;

namespace {

constexpr auto kOwnBudget = 10s;

const csta::Device& device_of(const SwitchPort::RouteAnswer& route) {
    return std::visit([](const auto& r) -> const csta::Device& { return r.routeing_device; }, route);
}
std::int32_t cross_ref_of(const SwitchPort::RouteAnswer& route) {
    return std::visit([](const auto& r) { return r.cross_ref; }, route);
}

}  // namespace

void Telephony::answer_route(
    const std::string& gateway, SwitchPort::RouteAnswer route, TimePoint deadline, Answer answer
) {
    auto device = device_of(route);
    auto* entry = monitors_.find(csta::routeing(device));
    bool ours = entry && entry->state == MonitorRegistry::State::Active && entry->watchers.contains(gateway);
    if (!ours) {
        return answer(csta::Failure{
            csta::UniversalFailure::ObjectNotKnown,
            "no routeing of '" + device + "' is registered here; register it again"});
    }
    dialogues_.settled({device, cross_ref_of(route)});
    auto transmit = [this, register_id = entry->cross_ref_id,
                     route = std::move(route)](std::uint32_t invoke_id) -> std::optional<csta::Response> {
        if (auto refused = port_.answer_route(invoke_id, register_id, route)) return *refused;
        return csta::Done{};  // the switch confirms nothing here; a refusal of it comes as RouteEnded
    };
    send(deadline, std::move(answer), std::move(transmit), Turn::Next);
}

void Telephony::route_reported(RouteReported report) {
    const auto* known = monitors_.routeing_of(report.register_id);
    if (!known) return;
    auto object = *known;
    bool nobody_watches = monitors_.find(object)->watchers.empty();
    if (std::holds_alternative<csta::RouteRegistrationEnded>(report.event)) {
        logging::warn("the switch ended the {}", to_string(object));
        forget_monitor(object);
    } else if (const auto* asked = std::get_if<csta::RouteRequested>(&report.event)) {
        dialogues_.asked({object.device, asked->cross_ref}, now_());
    } else if (const auto* again = std::get_if<csta::ReRouteRequested>(&report.event)) {
        dialogues_.asked({object.device, again->cross_ref}, now_());
    } else if (const auto* ended = std::get_if<csta::RouteEnded>(&report.event)) {
        dialogues_.settled({object.device, ended->cross_ref});
    }
    journal(object, std::move(report.event));
    if (nobody_watches) end_dialogues(object.device);
}

/// The application is gone: callers shall not wait for it.
void Telephony::end_dialogues(const csta::Device& device) {
    for (const auto& dialogue : dialogues_.take_all(device)) end_dialogue(dialogue);
}

void Telephony::end_late_dialogues(TimePoint now) {
    for (const auto& dialogue : dialogues_.take_late(now)) end_dialogue(dialogue);
}

/// The switch confirms a RouteEnd with a RouteEnded of its own, which tells the application.
void Telephony::end_dialogue(const RouteDialogues::Key& dialogue) {
    auto* entry = monitors_.find(csta::routeing(dialogue.device));
    if (!entry || entry->state != MonitorRegistry::State::Active) return;
    logging::warn(
        "{}: nobody answered route request {} in time; the switch goes on without us",
        to_string(csta::routeing(dialogue.device)), dialogue.cross_ref
    );
    csta::RouteEnd end{dialogue.device, dialogue.cross_ref, csta::UniversalFailure::RequestTimeoutRejection};
    auto transmit = [this, register_id = entry->cross_ref_id,
                     end = std::move(end)](std::uint32_t invoke_id) -> std::optional<csta::Response> {
        if (auto refused = port_.answer_route(invoke_id, register_id, end)) return *refused;
        return csta::Done{};
    };
    send(
        now_() + kOwnBudget, [](csta::Response) {}, std::move(transmit), Turn::Next
    );
}

/// The link is lost: the switch has forgotten the registrations, and the application registers again.
void Telephony::end_registrations() {
    std::vector<csta::MonitorObject> active;
    for (const auto& [object, entry] : monitors_.entries()) {
        bool running = entry.state == MonitorRegistry::State::Active;
        if (running && object.kind == csta::MonitorObject::Kind::Routeing) active.push_back(object);
    }
    for (const auto& object : active) {
        forget_monitor(object);
        journal(object, csta::RouteEvent(csta::RouteRegistrationEnded{}), true);
    }
}

}  // namespace ctiengine::telephony
