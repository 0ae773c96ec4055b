#pragma once
#include "common/weblm_messages/messages.hpp"
#include "license-svc/weblm/verdict.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace ctiengine::license {

struct LeaseSettings {
    std::size_t servers = 1;                 ///< how many there are, the preferred one first; at least 1
    std::chrono::seconds misfit_pause{600};  ///< after an answer that only people can mend
};

/// What to ask of which licence server, and when; and until when its last grant may be relied on.
///
/// Our own deadline counts from the moment a request was sent, the server's from its arrival: we give up
/// first. Pure logic on times that it is given; belongs to one strand.
class Lease {
  public:
    using Time = std::chrono::steady_clock::time_point;
    /// A random number, -1 to 1, so that many engines do not come at once.
    using Jitter = std::function<double()>;

    static constexpr std::chrono::seconds kFirstPause{5};     ///< after a failure; doubled up to the longest
    static constexpr std::chrono::seconds kLongestPause{60};  ///< licensed again a minute after an outage
    static constexpr std::chrono::seconds kDeniedPause{60};
    static constexpr int kRenewTries = 3;  ///< at the server of the session, before another one is asked

    struct Step {
        weblm::Verb verb = weblm::Verb::Acquire;  ///< Acquire, Renew or Release
        std::size_t server = 0;
        std::string session;  ///< empty with Acquire
        Time due;             ///< may have passed
    };

    /// Acquires at once.
    Lease(LeaseSettings settings, Jitter jitter, Time now);

    /// What to ask next; none = no more, ever (another engine has our client id).
    std::optional<Step> next() const;

    /// The request of next(), sent at `sent`, was answered.
    void answered(Time sent, Time now, const Verdict& verdict, const weblm::Response& response);
    /// It was not: no connection, no answer in time, or one that cannot be read.
    void failed(Time sent, Time now);

    /// Until when the last grant counts; none = nothing is held.
    std::optional<Time> deadline() const { return deadline_; }
    /// True once, when the deadline has passed.
    bool run_out(Time now);

    /// How to give the licence back; none = no session is open.
    std::optional<Step> release() const;
    /// It is being given back: nothing is held any more.
    void given_back() { let_go(); }

    const std::string& session() const { return session_; }

  private:
    void grant(Time sent, Time now, const weblm::Response& response);
    void let_go();
    void acquire_at(Time due);
    void pause(Time now);
    std::chrono::milliseconds up_to(std::chrono::milliseconds pause) const;

    LeaseSettings settings_;
    Jitter jitter_;
    std::string session_;
    std::optional<Time> deadline_;
    Time due_;
    std::optional<Time> round_began_;  ///< when the first server of this attempt was asked
    std::size_t server_ = 0;
    int failures_ = 0;  ///< attempts in a row; one goes over all servers
    bool stopped_ = false;
};

}  // namespace ctiengine::license
