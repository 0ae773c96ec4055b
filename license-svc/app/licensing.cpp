#include "license-svc/app/licensing.hpp"

#include "common/logging/log.hpp"

#include <algorithm>

namespace ctiengine::license {
namespace {

constexpr std::int64_t kSaveEvery = 60;  // seconds: how much of the grace period a crash could give back

GraceClock clock_of(const std::optional<StoredGrace>& stored) {
    return stored ? GraceClock(stored->state) : GraceClock();
}
std::optional<Entitlement> entitlement_of(const std::optional<StoredGrace>& stored) {
    if (!stored) return std::nullopt;
    return stored->entitlement;
}

}  // namespace

Licensing::Licensing(Parts parts, std::function<void()> changed)
    : parts_(parts), changed_(std::move(changed)), modes_([this] {
          auto stored = parts_.grace.load();
          return ModeMachine(clock_of(stored), entitlement_of(stored), [this](const ModeNotice& notice) {
              note(notice);
          });
      }()) {
    if (!parts_.grace.tampered()) return;
    logging::warn("the stored grace period is not ours; this engine counts as never licensed");
    parts_.audit.record({"licence state tampered", {}, {}, {}, {}});
}

void Licensing::note(const ModeNotice& notice) {
    if (!notice.alarm) return logging::info("{}", notice.sentence);
    last_alarm_ = notice.sentence;
    logging::warn("{}", notice.sentence);
}

Entitlement Licensing::allowed_by(const LicenceClaims& claims) const {
    const auto licensed = parts_.primary ? claims.users : claims.ha_users;
    const auto seats = parts_.demand == 0 ? licensed : std::min(licensed, parts_.demand);
    return {seats, claims.call_center};
}

void Licensing::file(LicenceVerdict verdict) {
    const bool same = std::exchange(file_seen_, true) && verdict.event == file_.event &&
                      verdict.detail == file_.detail && verdict.claims == file_.claims &&
                      verdict.warnings == file_.warnings;
    if (same) return;
    const bool reloaded = file_.good() && verdict.good();
    file_ = std::move(verdict);
    const auto code = std::string(to_string(file_.event));
    for (const auto& warning : file_.warnings) logging::warn("{}", warning);
    const auto now = parts_.time.read();
    if (file_.good()) {
        logging::info(
            "{}: licence {} of {}", reloaded ? "LIC_RELOADED" : code, file_.claims->id, file_.claims->customer
        );
        modes_.file_is_good(now, allowed_by(*file_.claims));
    } else if (by_server()) {
        logging::info("{}: {}", code, file_.detail);
        modes_.file_is_absent(now);
    } else {
        logging::error("{}: {}", code, file_.detail);
        parts_.audit.record({"licence refused", {}, {}, {}, {{"code", code}, {"detail", file_.detail}}});
        modes_.file_is_bad(now, file_.detail);
    }
    if (!by_server() && parts_.has_server) {
        logging::info("the licence server of the settings is not asked while there is a licence file");
    }
    tell_changes();
}

void Licensing::granted(const Entitlement& entitlement, std::int64_t server_time) {
    modes_.granted(parts_.time.read(), entitlement, server_time);
    save();
    tell_changes();
}

void Licensing::denied(const std::string& why) {
    modes_.denied(parts_.time.read(), why);
    tell_changes();
}

void Licensing::lapsed(const std::string& why) {
    modes_.lapsed(parts_.time.read(), why);
    tell_changes();
}

void Licensing::alarm(const std::string& sentence) {
    last_alarm_ = sentence;
    logging::warn("{}", sentence);
}

void Licensing::tick() {
    const auto now = parts_.time.read();
    modes_.tick(now);
    if (now.boottime - saved_at_ >= kSaveEvery) save();
    tell_changes();
}

void Licensing::save() {
    saved_at_ = parts_.time.read().boottime;
    const auto& state = modes_.clock().state();
    if (state && modes_.last_granted()) parts_.grace.save({*state, *modes_.last_granted()});
}

void Licensing::tell_changes() {
    const auto& now = modes_.status();
    const bool same =
        now.mode == told_.mode && now.source == told_.source && now.entitlement == told_.entitlement;
    const bool first = told_.why.empty();
    told_ = now;
    if (first && told_.why.empty()) told_.why = "told";
    if (same && !first) return;
    save();
    changed_();
}

}  // namespace ctiengine::license
