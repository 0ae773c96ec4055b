#pragma once
#include "common/audit/audit_trail.hpp"
#include "common/authentication/key_source.hpp"
#include "common/tasks/clock.hpp"

#include <chrono>
#include <functional>
#include <mutex>
#include <string>

namespace ctiengine::authentication {

/// TOKENKEYS as an address. The set is kept; it is asked for again every hour and when a token names an
/// unknown key, but never more often than the pauses below, however many such tokens come. While one thread
/// asks, the others go on with what there is. A server that is down changes nothing.
class KeyServer final : public KeySource {
  public:
    /// One attempt, with its own limit of time. The text of the set, or what went wrong.
    using Fetch = std::function<Result<std::string>()>;

    static constexpr std::chrono::hours kRefresh{1};
    static constexpr std::chrono::seconds kPause{30};      ///< between two attempts
    static constexpr std::chrono::seconds kFirstPause{5};  ///< as long as there is no set at all

    /// `clock` and `trail` outlive it. Asks for nothing yet.
    KeyServer(std::string address, Fetch fetch, const Clock& clock, audit::AuditTrail& trail);

    Result<Keys> keys() override;
    Keys newer_than(Keys known) override;

  private:
    using Time = std::chrono::steady_clock::time_point;

    /// Somebody has to ask now, and it is the caller: he calls ask().
    bool begin_asking();
    void ask();
    void take(Result<std::string> text);
    Keys kept() const;

    const std::string address_;
    const Fetch fetch_;
    const Clock& clock_;
    audit::AuditTrail& trail_;

    mutable std::mutex mutex_;
    Keys keys_;
    std::string text_;
    std::optional<Time> asked_;     ///< last attempt
    std::optional<Time> answered_;  ///< last good answer
    bool asking_ = false;
    bool failing_ = false;
};

}  // namespace ctiengine::authentication
