#include "license-svc/rpc/verdict_words.hpp"

namespace ctiengine::license {
namespace {

std::string all_taken(const ModeStatus& mode, std::size_t in_use) {
    auto words = std::to_string(in_use) + " users are logged in and " +
                 std::to_string(mode.entitlement.seats) + (mode.entitlement.seats == 1 ? " is" : " are") +
                 " licensed";
    if (mode.mode == Mode::Unlicensed) {
        words = "the engine has no licence, and without one " + std::to_string(mode.entitlement.seats) +
                " users may work at once";
    }
    return words + "; try again when somebody has logged out";
}

}  // namespace

v1::Outcome outcome_of(Grant grant) {
    switch (grant) {
        case Grant::Granted: return v1::OUTCOME_GRANTED;
        case Grant::LimitReached: return v1::OUTCOME_LIMIT_REACHED;
        case Grant::InUseElsewhere: return v1::OUTCOME_IN_USE_ELSEWHERE;
        case Grant::NotStored: return v1::OUTCOME_NOT_STORED;
        case Grant::UnknownHolder: return v1::OUTCOME_UNKNOWN_HOLDER;
    }
    return v1::OUTCOME_UNSPECIFIED;
}

std::string verdict_words(Grant grant, const ModeStatus& mode, std::size_t in_use) {
    switch (grant) {
        case Grant::Granted: return {};
        case Grant::LimitReached: return all_taken(mode, in_use);
        case Grant::InUseElsewhere:
            return "this user works on another gateway; log out there, or try again in half a minute";
        case Grant::NotStored:
            return "the seat could not be written down; the administrator finds the reason in the log of "
                   "license-svc. "
                   "Try again in a minute";
        case Grant::UnknownHolder:
            return "the gateway has to introduce itself again; try again in a few seconds";
    }
    return {};
}

}  // namespace ctiengine::license
