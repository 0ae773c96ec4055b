// The part of VectorProcessing that leads calls elsewhere: route steps, and the questions to routing
// programs.
#include "simulator/switch/model/vector_processing.hpp"
#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator {

bool VectorProcessing::route_to(Call& call, const std::string& number) {
    const auto destination = core_.directory.resolve(number);
    const auto id = call.id;
    if (!setup_.can_reach(call, destination)) return false;
    end(id);
    distribution_.forget(id);
    call.acd.in_vector = false;
    call.last_redirection = call.called;
    setup_.lead_on(call, number, destination);
    return true;
}

bool VectorProcessing::ask_for_route(Call& call, Run& run) {
    if (asker_ == nullptr || call.parties.empty()) return true;
    RouteQuestion question;
    question.call = call.id;
    question.connection = call.connection(call.parties.front());
    question.vdn = call.acd.vdn;
    question.calling = call.calling;
    question.called = core_.name_of_station(call.acd.vdn);
    CallEvent carrier = core_.event(call, CSTA_DELIVERED, EC_NONE);
    core_.fill_private(carrier, call);
    question.data = carrier.data;
    run.asked = asker_->ask(question);
    return true;
}

bool VectorProcessing::select_route(CallId id, const RouteChoice& choice) {
    Call* call = core_.calls.find(id);
    const auto run = runs_.find(id);
    if (call == nullptr || run == runs_.end()) return false;
    const auto destination = core_.directory.resolve(choice.to, choice.dest_route);
    const bool direct = !choice.direct_agent_split.empty();
    const bool reachable = direct ? distribution_.has_skill(choice.to, choice.direct_agent_split) &&
                                        !core_.station_of_agent(choice.to).empty()
                                  : setup_.can_reach(*call, destination);
    if (!reachable) return false;
    run->second.asked = false;
    if (choice.user_data) call->user_data = choice.user_data;
    if (choice.provided) {
        call->acd.entered = choice.provided;
        call->acd.entered->collect_vdn = call->acd.vdn;
    }
    end(id);
    distribution_.forget(id);
    call->acd.in_vector = false;
    call->acd.tone_digits = choice.collect_digits;
    call->last_redirection = call->called;
    if (choice.through_network && call->parties.front().trunk) {
        (void)clearing_.clear_call(id);  // the network takes the call back and leads it on
    } else if (direct) {
        distribution_.offer_to_agent(*call, choice.direct_agent_split, choice.to);
    } else {
        setup_.lead_on(*call, choice.dest_route + choice.to, destination);
    }
    return true;
}

void VectorProcessing::close_question(CallId call) {
    const auto run = runs_.find(call);
    if (run != runs_.end()) run->second.asked = false;
}

}  // namespace ctiengine::simulator
