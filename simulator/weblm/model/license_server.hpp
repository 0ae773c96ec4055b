#pragma once
#include "common/tasks/clock.hpp"
#include "common/weblm_messages/messages.hpp"
#include "simulator/weblm/licence/licence.hpp"
#include "simulator/weblm/model/answer_store.hpp"
#include "simulator/weblm/model/client_table.hpp"
#include "simulator/weblm/model/demand_decision.hpp"
#include "simulator/weblm/model/snapshot.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ctiengine::weblm_sim {

struct ServerSettings {
    std::string server_id = "weblm-sim-1";
    std::string host_id;  ///< of the host the server seems to run on; a licence has to list it
    std::chrono::seconds lease{600};
    std::chrono::seconds renew{180};
    std::size_t most_clients = 1000;  ///< more are told to come later
    std::size_t most_answers = 1024;  ///< kept for repeated requests
};

/// A feature and how much of it is in use, by clients seen and unseen.
struct FeatureUse {
    LicensedFeature feature;
    std::uint64_t in_use = 0;
    bool expired = false;
};

/// The licence server itself: what is licensed, who holds what until when. Time comes from the clock alone;
/// leases end without anybody asking. One thread.
class LicenseServer {
  public:
    /// `make_session_id` gives a new id nobody can guess.
    LicenseServer(ServerSettings settings, const Clock& clock, std::function<std::string()> make_session_id);

    // ---- the protocol

    /// The answer to a request that was read. A repeated request gets the stored answer.
    weblm::Response answer(const weblm::Request& request);

    /// An answer that is only a code.
    [[nodiscard]] weblm::Response plain_answer(
        std::string request_id, weblm::ResultCode code, std::string text
    ) const;

    // ---- the operator

    /// Replaces what is installed; holdings stay.
    void install(Licence licence);
    /// Nothing is licensed any more, and nobody holds anything.
    void uninstall();
    [[nodiscard]] const std::optional<InstalledLicence>& installed() const { return installed_; }
    /// The licence is for this host, or there is none.
    [[nodiscard]] bool host_fits() const;

    std::vector<FeatureUse> feature_uses();
    /// The one whose lease ends first in front. The pointers live until the next call of anything.
    std::vector<const Client*> holders();
    [[nodiscard]] const ServerSettings& settings() const { return settings_; }

    // ---- for tests of clients

    /// False = the licence has no such feature with seats.
    bool set_capacity(const std::string& keyword, std::uint32_t seats);
    bool set_used_by_others(const std::string& keyword, std::uint32_t seats);
    /// All features, or one, expire on that date. False = there is no such feature.
    bool expire(const std::string& date, const std::string& keyword = {});
    void deny(const std::string& keyword, weblm::ResultCode code) { denials_[keyword] = code; }
    void clear_denials() { denials_.clear(); }
    [[nodiscard]] const Denials& denials() const { return denials_; }
    /// As after a restart without memory: sessions and answers are unknown, the licence stays.
    void forget();

    // ---- persistence

    [[nodiscard]] Snapshot snapshot() const;
    /// Leases go on where they were, but for the time between.
    void restore(const Snapshot& snapshot);

  private:
    weblm::Response fresh_answer(const weblm::Request& request);
    [[nodiscard]] std::optional<weblm::Response> refusal(const weblm::Request& request);
    weblm::Response describe(const weblm::Request& request);
    weblm::Response acquire(const weblm::Request& request);
    weblm::Response renew(const weblm::Request& request);
    weblm::Response release(const weblm::Request& request);
    weblm::Response grant(
        const weblm::Request& request, const std::vector<weblm::FeatureDemand>& demand, std::string session
    );
    Client* holder_of(const weblm::Request& request);
    [[nodiscard]] DemandContext context_for(const std::string& client) const;
    [[nodiscard]] std::uint64_t seats_in_use(const LicensedFeature& feature, const std::string& except = {})
        const;
    LicensedFeature* feature_with_seats(const std::string& keyword);
    void drop_lapsed() { clients_.drop_lapsed(clock_.now()); }

    const ServerSettings settings_;
    const Clock& clock_;
    std::function<std::string()> make_session_id_;
    std::optional<InstalledLicence> installed_;
    ClientTable clients_;
    AnswerStore answers_;
    Denials denials_;
};

}  // namespace ctiengine::weblm_sim
