#include "tsapi-worker/tsapi/pending_requests.hpp"

namespace ctiengine::tsapi {
namespace {

/// What a confirmation without content means.
struct MeaningOfNothing {
    using Meaning = std::optional<csta::Response>;

    template <class Request>
    Meaning operator()(const Request&) const {
        return std::nullopt;  // most requests: Done, or their confirmation has content
    }
    Meaning operator()(const csta::PickupCall& r) const {
        return csta::NewCall{{r.alerting.call, r.requesting, false}, {}};
    }
    Meaning operator()(const csta::QueryUcid&) const { return csta::UcidAnswer{}; }
    Meaning operator()(const csta::SingleStepConferenceCall& r) const { return merged(r.active); }
    Meaning operator()(const csta::SingleStepTransferCall& r) const { return merged(r.active); }
    Meaning operator()(const csta::QueryDeviceName&) const { return no_answer(); }
    Meaning operator()(const csta::QueryStationStatus&) const { return no_answer(); }
    Meaning operator()(const csta::QueryAcdSplit&) const { return no_answer(); }
    Meaning operator()(const csta::QueryAgentLogin&) const { return no_answer(); }
    Meaning operator()(const csta::QueryTimeOfDay&) const { return no_answer(); }

  private:
    static Meaning merged(const csta::Connection& active) {
        csta::MergedCall call;
        call.call = active;
        return call;
    }
    static Meaning no_answer() {
        return csta::Failure{
            csta::UniversalFailure::GenericOperation,
            "the switch confirmed the query but gave no answer that could be read"};
    }
};

std::int32_t dialogue_of(const AnswerRoute& request) {
    return std::visit([](const auto& answer) { return answer.cross_ref; }, request.answer);
}

}  // namespace

std::optional<PendingRequests::Noted> PendingRequests::what_to_note(const SwitchRequest& request) {
    if (const auto* route = std::get_if<AnswerRoute>(&request))
        return RouteAnswer{route->register_id, dialogue_of(*route)};
    const auto* service = std::get_if<csta::Request>(&request);
    if (!service) return std::nullopt;
    auto meaning = std::visit(MeaningOfNothing(), *service);
    if (!meaning) return std::nullopt;
    return std::move(*meaning);
}

void PendingRequests::note(std::uint32_t invoke_id, const SwitchRequest& request) {
    auto noted = what_to_note(request);
    if (!noted) return;
    const std::lock_guard lock(mutex_);
    noted_.insert_or_assign(invoke_id, std::move(*noted));
    if (noted_.size() > kMostNoted) noted_.erase(noted_.begin());  // invoke IDs rise
}

void PendingRequests::forget(std::uint32_t invoke_id) {
    const std::lock_guard lock(mutex_);
    noted_.erase(invoke_id);
}

std::optional<PendingRequests::Noted> PendingRequests::take(std::uint32_t invoke_id) {
    const std::lock_guard lock(mutex_);
    auto found = noted_.extract(invoke_id);
    if (!found) return std::nullopt;
    return std::move(found.mapped());
}

std::optional<SwitchMessage> PendingRequests::complete(SwitchMessage&& message) {
    auto* confirmation = std::get_if<Confirmation>(&message);
    if (!confirmation) return std::move(message);
    auto noted = take(confirmation->invoke_id);
    if (!noted) return std::move(message);
    auto* response = std::get_if<csta::Response>(&confirmation->answer);
    if (const auto* route = std::get_if<RouteAnswer>(&*noted)) {
        const auto* failure = response ? std::get_if<csta::Failure>(response) : nullptr;
        if (!failure) return std::nullopt;
        return RouteReport{route->register_id, csta::RouteEnded{route->cross_ref, failure->value}};
    }
    if (response && std::holds_alternative<csta::Done>(*response))
        *response = std::get<csta::Response>(std::move(*noted));
    return std::move(message);
}

std::optional<SwitchMessage> PendingRequests::gather(AgentLogin&& part) {
    if (const auto* promise = std::get_if<AgentLoginPromise>(&part)) {
        forget(promise->invoke_id);
        gatherings_.insert_or_assign(promise->cross_ref, Gathering{promise->invoke_id, {}});
        if (gatherings_.size() > kMostGatherings) gatherings_.erase(gatherings_.begin());
        return std::nullopt;
    }
    auto& piece = std::get<AgentLoginPiece>(part);
    auto found = gatherings_.find(piece.cross_ref);
    if (found == gatherings_.end()) return std::nullopt;
    auto& extensions = found->second.answer.extensions;
    const bool last = piece.extensions.size() < ATT_MAX_AGENT_EXT;
    for (auto& extension : piece.extensions) extensions.push_back(std::move(extension));
    if (!last && extensions.size() < kMostExtensions) return std::nullopt;
    Confirmation done{found->second.invoke_id, csta::Response(std::move(found->second.answer))};
    gatherings_.erase(found);
    return done;
}

}  // namespace ctiengine::tsapi
