#include "license-svc/modes/mode_machine.hpp"

#include <utility>

namespace ctiengine::license {
namespace {

constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 86400;

std::string duration_text(std::int64_t seconds) {
    if (seconds >= 2 * kDay) return std::to_string(seconds / kDay) + " days";
    if (seconds >= 2 * kHour) return std::to_string(seconds / kHour) + " hours";
    return std::to_string(seconds / 60) + " minutes";
}

std::string seats_text(const Entitlement& entitlement) {
    return std::to_string(entitlement.seats) + (entitlement.seats == 1 ? " user" : " users") +
           (entitlement.call_center ? ", call center on" : ", call center off");
}

std::string sentence_of(const ModeStatus& status) {
    std::string text = "licence mode " + std::string(to_string(status.mode));
    if (status.source != Source::None) text += " by " + std::string(to_string(status.source));
    text += ": " + seats_text(status.entitlement);
    if (status.mode == Mode::Grace) text += ", " + duration_text(status.grace_left) + " of grace left";
    return text + (status.why.empty() ? "" : " (" + status.why + ")");
}

}  // namespace

ModeMachine::ModeMachine(GraceClock clock, std::optional<Entitlement> stored, Tell tell)
    : clock_(std::move(clock)), granted_(stored), tell_(std::move(tell)) {
    if (!clock_.ever_succeeded()) granted_.reset();
    status_.why = "neither a licence file nor the licence server has been looked at yet";
}

void ModeMachine::file_is_absent(const TimeReading& now) {
    look(now);
    if (std::exchange(file_, File::Absent) == File::Absent) return;
    decide("there is no licence file; the licence server counts");
}

void ModeMachine::file_is_good(const TimeReading& now, Entitlement entitlement) {
    look(now);
    file_ = File::Good;
    file_entitlement_ = entitlement;
    decide({});
}

void ModeMachine::file_is_bad(const TimeReading& now, std::string why) {
    look(now);
    file_ = File::Bad;
    decide(std::move(why));
}

void ModeMachine::granted(
    const TimeReading& now, Entitlement entitlement, std::optional<std::int64_t> server_time
) {
    clock_.succeeded(now, server_time);
    oddity_ = GraceClock::Oddity::None;
    granted_ = entitlement;
    leased_ = true;
    decide({});
}

void ModeMachine::denied(const TimeReading& now, std::string why) {
    look(now);
    leased_ = false;
    decide("the licence server refuses: " + why);
}

void ModeMachine::lapsed(const TimeReading& now, std::string why) {
    look(now);
    leased_ = false;
    decide("the licence server cannot be reached: " + why);
}

void ModeMachine::tick(const TimeReading& now) {
    look(now);
    decide(status_.why);
    if (status_.mode == Mode::Grace) warn_of_the_end();
}

/// Tells of clocks that lie, once for each time they begin to.
void ModeMachine::look(const TimeReading& now) {
    const auto oddity = clock_.look(now);
    if (oddity == std::exchange(oddity_, oddity) || oddity == GraceClock::Oddity::None) return;
    const bool back = oddity == GraceClock::Oddity::Rollback;
    tell_(
        {true,
         back
             ? "the host's clock was set back; the grace period goes on by what was seen before. Set it "
               "right."
             : "the host's clock jumped forward by more than a day; the grace period does not follow it. Set "
               "it right."}
    );
}

ModeStatus ModeMachine::by_server() const {
    if (leased_) return {Mode::Licensed, Source::WebLM, *granted_, 0, {}};
    if (granted_ && !clock_.over()) return {Mode::Grace, Source::WebLM, *granted_, clock_.left(), {}};
    return {Mode::Unlicensed, Source::None, kUnlicensed, 0, {}};
}

void ModeMachine::decide(std::string why) {
    if (file_ == File::Unknown && !leased_ && !granted_) return;
    ModeStatus next;
    switch (file_) {
        case File::Good: next = {Mode::Licensed, Source::File, file_entitlement_, 0, {}}; break;
        case File::Bad: next = {Mode::Unlicensed, Source::None, kUnlicensed, 0, {}}; break;
        case File::Unknown:
        case File::Absent: next = by_server(); break;
    }
    next.why = std::move(why);
    const bool changed =
        next.mode != status_.mode || next.source != status_.source || next.entitlement != status_.entitlement;
    status_ = std::move(next);
    if (changed) warned_at_ = status_.grace_left;
    if (changed) tell_({status_.mode != Mode::Licensed, sentence_of(status_)});
}

/// Each day, and in the last one each hour.
void ModeMachine::warn_of_the_end() {
    const auto left = status_.grace_left;
    const auto pace = left <= kDay ? kHour : kDay;
    if (warned_at_ - left < pace) return;
    warned_at_ = left;
    tell_({true, sentence_of(status_)});
}

}  // namespace ctiengine::license
