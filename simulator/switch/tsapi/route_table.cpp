#include "simulator/switch/tsapi/route_table.hpp"

#include "simulator/switch/tsapi/conversions.hpp"
#include "simulator/switch/tsapi/private_data.hpp"
#include "simulator/switch/tsapi/private_events.hpp"

#include <utility>

namespace ctiengine::simulator {
namespace {

wire::Frame end_frame(long registration, long cross_reference, CSTAUniversalFailure_t why) {
    CSTARouteEndEvent_t abi{};
    abi.routeRegisterReqID = registration;
    abi.routingCrossRefID = cross_reference;
    abi.errorValue = why;
    return wire::make_frame(CSTAEVENTREPORT, CSTA_ROUTE_END, 0, abi).value();
}

}  // namespace

RouteTable::RouteTable(Switch& telephone_switch, MonitorTable& events)
    : switch_(telephone_switch), events_(events) {
    switch_.vectors().set_route_asker(this);
}

RouteTable::~RouteTable() {
    switch_.vectors().set_route_asker(nullptr);
}

long RouteTable::start(EventSink& sink, const std::string& device) {
    for (const auto& [id, registration] : registrations_) {
        if (registration.device == device) return 0;
    }
    registrations_[++last_registration_] = {&sink, device};
    return last_registration_;
}

bool RouteTable::cancel(const EventSink& sink, long registration) {
    const auto found = registrations_.find(registration);
    if (found == registrations_.end() || found->second.sink != &sink) return false;
    registrations_.erase(found);
    return true;
}

void RouteTable::forget(const EventSink& sink) {
    std::erase_if(registrations_, [&sink](const auto& entry) { return entry.second.sink == &sink; });
    for (auto entry = dialogues_.begin(); entry != dialogues_.end();) {
        const auto here = entry++;
        if (here->second.sink != &sink) continue;
        switch_.vectors().close_question(here->second.question.call);
        dialogues_.erase(here);
    }
}

void RouteTable::abort_all() {
    const auto lost = switch_.plan().profile.routing.link_lost;
    for (const auto& [cross_reference, dialogue] : std::exchange(dialogues_, {})) {
        switch_.vectors().close_question(dialogue.question.call);
        dialogue.sink->deliver(end_frame(dialogue.registration, cross_reference, lost));
    }
    for (const auto& [id, registration] : std::exchange(registrations_, {})) {
        CSTARouteRegisterAbortEvent_t abi{};
        abi.routeRegisterReqID = id;
        registration.sink->deliver(
            wire::make_frame(CSTAEVENTREPORT, CSTA_ROUTE_REGISTER_ABORT, 0, abi).value()
        );
    }
}

const RouteDialogue* RouteTable::find(const EventSink& sink, long cross_reference) const {
    const auto found = dialogues_.find(cross_reference);
    return found == dialogues_.end() || found->second.sink != &sink ? nullptr : &found->second;
}

long RouteTable::registration_for(const std::string& vdn) const {
    long found = 0;
    for (const auto& [id, registration] : registrations_) {
        if (registration.device == vdn) return id;
        if (registration.device.empty()) found = id;
    }
    return found;
}

bool RouteTable::ask(const RouteQuestion& question) {
    const auto id = registration_for(question.vdn);
    if (id == 0) return false;
    auto* sink = registrations_.at(id).sink;
    const auto cross_reference = ++last_cross_reference_;
    dialogues_[cross_reference] = {id, sink, question};
    CSTARouteRequestExtEvent_t abi{};
    abi.routeRegisterReqID = id;
    abi.routingCrossRefID = cross_reference;
    abi.currentRoute = to_abi(question.called);
    abi.callingDevice = to_abi(question.calling);
    abi.routedCall = to_abi(question.connection);
    abi.routedSelAlgorithm = SV_NORMAL;
    auto frame = wire::make_frame(CSTAREQUEST, CSTA_ROUTE_REQUEST_EXT, 0, abi).value();
    add_route_request(frame, question.data, sink->private_data_version());
    events_.send(*sink, std::move(frame));
    return true;
}

void RouteTable::withdraw(CallId call, bool call_is_over) {
    const auto& reasons = switch_.plan().profile.routing;
    for (const auto& [cross_reference, dialogue] : dialogues_) {
        if (dialogue.question.call != call) continue;
        end(cross_reference, dialogue, call_is_over ? reasons.call_over : reasons.vector_went_on);
        dialogues_.erase(cross_reference);
        return;
    }
}

void RouteTable::end(long cross_reference, const RouteDialogue& dialogue, CSTAUniversalFailure_t why) {
    events_.send(*dialogue.sink, end_frame(dialogue.registration, cross_reference, why));
}

void RouteTable::select(long cross_reference, const RouteChoice& choice, bool wants_used) {
    const auto dialogue = dialogues_.at(cross_reference);
    const auto& profile = switch_.plan().profile;
    if (switch_.vectors().select_route(dialogue.question.call, choice)) {
        dialogues_.erase(cross_reference);
        if (wants_used) tell_used(cross_reference, dialogue, choice);
        end(cross_reference, dialogue, profile.routing.routed);
    } else if (profile.routing.ask_again) {
        ask_again(cross_reference, dialogue);
    } else {
        give_up(cross_reference);
        end(cross_reference, dialogue, profile.routing.bad_destination);
    }
}

void RouteTable::ask_again(long cross_reference, const RouteDialogue& dialogue) {
    CSTAReRouteRequest_t abi{};
    abi.routeRegisterReqID = dialogue.registration;
    abi.routingCrossRefID = cross_reference;
    events_.send(*dialogue.sink, wire::make_frame(CSTAREQUEST, CSTA_RE_ROUTE_REQUEST, 0, abi).value());
}

void RouteTable::tell_used(long cross_reference, const RouteDialogue& dialogue, const RouteChoice& choice) {
    const auto& core = switch_.core();
    CSTARouteUsedExtEvent_t abi{};
    abi.routeRegisterReqID = dialogue.registration;
    abi.routingCrossRefID = cross_reference;
    abi.routeUsed = to_abi(core.name_of_station(choice.to));
    abi.callingDevice = to_abi(dialogue.question.calling);
    auto frame = wire::make_frame(CSTAEVENTREPORT, CSTA_ROUTE_USED_EXT, 0, abi).value();
    if (dialogue.sink->private_data_version() > 0) {
        ATTRouteUsedEvent_t att{};
        put_text(att.destRoute, choice.dest_route);
        put_private(frame, ATT_ROUTE_USED, att);
    }
    events_.send(*dialogue.sink, std::move(frame));
}

void RouteTable::give_up(long cross_reference) {
    const auto found = dialogues_.find(cross_reference);
    if (found == dialogues_.end()) return;
    switch_.vectors().close_question(found->second.question.call);
    dialogues_.erase(found);
}

}  // namespace ctiengine::simulator
