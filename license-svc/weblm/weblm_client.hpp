#pragma once
#include "common/tasks/clock.hpp"
#include "license-svc/weblm/demand.hpp"
#include "license-svc/weblm/lease.hpp"
#include "license-svc/weblm/licence_server_events.hpp"
#include "license-svc/weblm/provider.hpp"
#include "license-svc/weblm/random.hpp"
#include "license-svc/weblm/sleeper.hpp"
#include "license-svc/weblm/weblm_status.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace ctiengine::license {

struct WeblmClientSettings {
    weblm::ClientId client;                  ///< the id stays; the incarnation grows with each start
    Demand demand;                           ///< of make_demand()
    std::chrono::seconds misfit_pause{600};  ///< after an answer that only people can mend
    Lease::Jitter jitter = random_jitter;
    std::function<std::string()> new_request_id = random_request_id;
};

/// Keeps a licence of a licence server: acquires, renews, goes to another server when one is not there, and
/// tells what became of it. Belongs to one strand, which run() and release() are started on.
class WeblmClient {
  public:
    using Providers = std::vector<std::unique_ptr<Provider>>;

    /// `providers`: the preferred one first, at least one. The references outlive it.
    WeblmClient(
        WeblmClientSettings settings,
        Providers providers,
        const Clock& clock,
        Sleeper& sleeper,
        LicenceServerEvents& events
    );

    /// Until it is cancelled, or another engine turns out to use our client id.
    Task<void> run();

    /// Gives the licence back; one attempt. To be called when run() has ended, and not at all when the next
    /// start follows at once: that replaces what we hold.
    Task<void> release();

    /// On the strand.
    WeblmStatus status() const;

  private:
    using Time = Lease::Time;
    enum class Standing { Unknown, Granted, Denied, Lapsed };

    Task<void> sleep_until_something_is_due(Time due);
    Task<Result<weblm::Response>> ask(Lease::Step step);
    Task<Result<weblm::Response>> exchange(Lease::Step step, weblm::Request request);
    Task<void> describe(std::size_t server);

    weblm::Request request_for(const Lease::Step& step) const;
    Result<weblm::Response> checked(const weblm::Request& request, Result<weblm::Response> answer) const;
    bool take(Time sent, const Result<weblm::Response>& answer);
    void react(const Verdict& verdict, const weblm::Response& response);
    void granted(const Verdict& verdict, const weblm::Response& response);
    void failed(std::string why);
    void check_deadline();
    void tell_denied(const std::string& why);
    void tell_lapsed(const std::string& why);
    void alarm(const std::string& sentence);
    WeblmStatus::WallTime wall(Time moment) const;

    WeblmClientSettings settings_;
    Providers providers_;
    const Clock& clock_;
    Sleeper& sleeper_;
    LicenceServerEvents& events_;
    Lease lease_;
    WeblmStatus status_;  ///< without what the lease knows
    Standing standing_ = Standing::Unknown;
    std::string told_;   ///< why, when denied or lapsed
    std::string alarm_;  ///< the one that stands
};

}  // namespace ctiengine::license
