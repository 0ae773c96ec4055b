#include "license-svc/weblm/verdict.hpp"

#include <fmt/core.h>

namespace ctiengine::license {
namespace {

/// "EXPIRED: the licence server's licence has expired; install a new one (its words: …)"
std::string sentence(const weblm::Response& response, std::string_view meaning) {
    auto text = fmt::format("{}: {}", weblm::to_string(response.code), meaning);
    return response.text.empty() ? text : text + fmt::format(" (it says: {})", response.text);
}

Verdict granted(const Demand& demand, const weblm::Response& response) {
    if (response.session.empty()) {
        return {Ruling::Unusable, {}, false, "the licence server granted, but named no session"};
    }
    const auto entitlement = entitlement_of(demand, response);
    if (!entitlement) return {Ruling::Denied, {}, false, sentence(response, entitlement.error().detail)};
    Verdict verdict{Ruling::Granted, *entitlement, entitlement->seats < demand.seats, {}};
    if (verdict.partial) {
        verdict.why = fmt::format(
            "the licence server granted {} of {} {}; install a larger licence, or lower the demand",
            entitlement->seats, demand.seats, demand.seats_keyword
        );
    }
    return verdict;
}

Verdict other(Ruling ruling, const weblm::Response& response, std::string_view meaning) {
    return {ruling, {}, false, sentence(response, meaning)};
}

}  // namespace

Verdict verdict_of(const Demand& demand, const weblm::Response& response) {
    using enum weblm::ResultCode;
    switch (response.code) {
        case Ok:
        case Partial: return granted(demand, response);
        case DeniedCapacity: return other(Ruling::Denied, response, "no seat is left on the licence server");
        case DeniedFeature:
            return other(Ruling::Denied, response, "the installed licence lacks a feature that is needed");
        case Expired: return other(Ruling::Denied, response, "the licence has expired; install a new one");
        case NoLicense:
            return other(Ruling::Denied, response, "the licence server has no licence for this product");
        case ReleaseMismatch:
            return other(Ruling::Denied, response, "the installed licence is for another release");
        case UnknownSession:
            return other(Ruling::AskAnew, response, "the licence server has forgotten our session");
        case StaleClient:
            return other(
                Ruling::Displaced, response,
                "another engine uses our client id; give each its own and restart this process"
            );
        case HostMismatch:
            return other(
                Ruling::Misfit, response, "the licence is for another host than the licence server's"
            );
        case Unsupported:
            return other(Ruling::Misfit, response, "the licence server does not speak this protocol");
        case BadRequest: return other(Ruling::Misfit, response, "the licence server cannot read our request");
        case Busy: return other(Ruling::Unusable, response, "the licence server is busy");
    }
    return other(Ruling::Unusable, response, "the licence server answered with an unknown code");
}

}  // namespace ctiengine::license
