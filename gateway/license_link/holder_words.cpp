#include "gateway/license_link/holder_words.hpp"

namespace ctiengine::gateway {
namespace {

namespace pb = license::v1;

SeatRefusal::Kind kind_of(pb::Outcome outcome) {
    switch (outcome) {
        case pb::OUTCOME_LIMIT_REACHED: return SeatRefusal::Kind::LimitReached;
        case pb::OUTCOME_IN_USE_ELSEWHERE: return SeatRefusal::Kind::InUseElsewhere;
        default: return SeatRefusal::Kind::Unavailable;
    }
}

std::string name_of(pb::Mode mode) {
    switch (mode) {
        case pb::MODE_LICENSED: return "licensed";
        case pb::MODE_GRACE: return "grace";
        case pb::MODE_UNLICENSED: return "unlicensed";
        default: return "unknown";
    }
}

}  // namespace

std::optional<SeatRefusal> refusal_of(const pb::Verdict& verdict) {
    if (verdict.outcome() == pb::OUTCOME_GRANTED) return std::nullopt;
    return SeatRefusal{kind_of(verdict.outcome()), verdict.why()};
}

std::string words_of(const pb::LicenseMode& mode) {
    return name_of(mode.mode()) + ", " + std::to_string(mode.seats()) + " users, call center " +
           (mode.call_center() ? "on" : "off");
}

}  // namespace ctiengine::gateway
