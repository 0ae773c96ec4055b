#include "license-svc/weblm/lease.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ctiengine::license {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr auto kLeastRenew = 500ms;  // whatever a server says

milliseconds scaled(milliseconds span, double factor) {
    return milliseconds(std::llround(static_cast<double>(span.count()) * factor));
}

}  // namespace

Lease::Lease(LeaseSettings settings, Jitter jitter, Time now)
    : settings_(settings), jitter_(std::move(jitter)), due_(now) {}

std::optional<Lease::Step> Lease::next() const {
    if (stopped_) return std::nullopt;
    const auto verb = session_.empty() ? weblm::Verb::Acquire : weblm::Verb::Renew;
    return Step{verb, server_, session_, due_};
}

std::optional<Lease::Step> Lease::release() const {
    if (session_.empty()) return std::nullopt;
    return Step{weblm::Verb::Release, server_, session_, {}};
}

void Lease::answered(Time sent, Time now, const Verdict& verdict, const weblm::Response& response) {
    switch (verdict.ruling) {
        case Ruling::Granted: return grant(sent, now, response);
        case Ruling::Denied: let_go(); return acquire_at(sent + up_to(kDeniedPause));
        case Ruling::AskAnew:
            if (session_.empty()) return failed(sent, now);  // it cannot say so of an Acquire
            return acquire_at(now);
        case Ruling::Misfit: return acquire_at(now + settings_.misfit_pause);
        case Ruling::Displaced:
            let_go();
            stopped_ = true;
            return;
        case Ruling::Unusable: return failed(sent, now);
    }
}

void Lease::grant(Time sent, Time now, const weblm::Response& response) {
    session_ = response.session;
    deadline_ = sent + response.lease;
    const auto renew = scaled(response.renew, 1 + 0.1 * jitter_());
    due_ = std::max(sent + std::min(renew, scaled(response.lease, 0.9)), now + kLeastRenew);
    failures_ = 0;
    round_began_.reset();
}

void Lease::failed(Time sent, Time now) {
    if (!round_began_) round_began_ = sent;
    if (session_.empty()) {
        if (server_ + 1 == settings_.servers) return pause(now);
        ++server_;
        due_ = now;
    } else if (settings_.servers > 1 && failures_ + 1 >= kRenewTries) {
        acquire_at(now);
    } else {
        pause(now);
    }
}

/// A pause counts from the beginning of the attempt: servers that let us wait for an answer that never comes
/// do not make an outage longer.
void Lease::pause(Time now) {
    const auto doubled = kFirstPause * (1 << std::min(failures_++, 4));
    due_ = std::max(*round_began_ + up_to(std::min(doubled, kLongestPause)), now + up_to(kFirstPause));
    round_began_.reset();
    if (session_.empty()) server_ = 0;
}

/// The session is over, the deadline of the last grant is not.
void Lease::acquire_at(Time due) {
    session_.clear();
    server_ = 0;
    due_ = due;
    failures_ = 0;
    round_began_.reset();
}

void Lease::let_go() {
    session_.clear();
    deadline_.reset();
}

bool Lease::run_out(Time now) {
    if (!deadline_ || now < *deadline_) return false;
    deadline_.reset();
    return true;
}

/// A little less than `pause`, never more.
milliseconds Lease::up_to(milliseconds pause) const {
    return scaled(pause, 1 - 0.1 * std::abs(jitter_()));
}

}  // namespace ctiengine::license
