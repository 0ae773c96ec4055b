#pragma once
#include "common/audit/audit_trail.hpp"
#include "license-svc/app/host_time.hpp"
#include "license-svc/file_licence/licence_check.hpp"
#include "license-svc/modes/mode_machine.hpp"
#include "license-svc/store/grace_table.hpp"
#include "license-svc/weblm/licence_server_events.hpp"

#include <functional>
#include <optional>
#include <string>

namespace ctiengine::license {

/// What the licence says at this moment, from the licence file or the licence server, and what of it survives
/// a restart. Belongs to one strand.
class Licensing final : public LicenceServerEvents {
  public:
    struct Parts {
        const HostTime& time;
        GraceTable& grace;
        audit::AuditTrail& audit;
        bool primary = true;       ///< users or ha_users of a file
        std::uint32_t demand = 0;  ///< USERS or HA_USERS; 0 = as many as the file has
        bool has_server = false;   ///< the settings name a licence server
    };

    /// `changed`: the mode, the seats or the flag are others than before. The parts outlive it.
    Licensing(Parts parts, std::function<void()> changed);

    /// What a look at the licence file has shown.
    void file(LicenceVerdict verdict);

    void granted(const Entitlement& entitlement, std::int64_t server_time) override;
    void denied(const std::string& why) override;
    void lapsed(const std::string& why) override;
    void alarm(const std::string& sentence) override;

    /// Call about once a second.
    void tick();

    const ModeMachine& modes() const { return modes_; }
    const LicenceVerdict& file_verdict() const { return file_; }
    bool looked_at_file() const { return file_seen_; }
    /// The licence server counts: there is no file.
    bool by_server() const { return file_.event == LicenceEvent::Absent; }
    const std::string& last_alarm() const { return last_alarm_; }

  private:
    Entitlement allowed_by(const LicenceClaims& claims) const;
    void note(const ModeNotice& notice);
    void tell_changes();
    void save();

    Parts parts_;
    std::function<void()> changed_;
    ModeMachine modes_;
    LicenceVerdict file_;
    bool file_seen_ = false;
    ModeStatus told_;
    std::int64_t saved_at_ = 0;  ///< boottime
    std::string last_alarm_;
};

}  // namespace ctiengine::license
