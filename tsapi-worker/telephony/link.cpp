// The link to the switch: primary, secondary, pause, again (R-155 … R-160). Part of Telephony.
#include "common/logging/log.hpp"
#include "tsapi-worker/telephony/telephony.hpp"

#include <algorithm>

namespace ctiengine::telephony {

using namespace std::chrono_literals;

namespace {

constexpr auto kFirstPause = 500ms;
constexpr auto kOpenLimit = 30s;  // for the server's answer to an open
constexpr auto kStable = 10s;     // a link that broke sooner again and again counts as a failed attempt

}  // namespace

Telephony::Telephony(SwitchPort& port, EventJournal& journal, TelephonySettings settings, Now now)
    : port_(port),
      journal_(journal),
      settings_(std::move(settings)),
      now_(std::move(now)),
      guard_(settings_.max_outstanding, settings_.requests_per_second, now_()),
      monitors_(settings_.monitor_linger),
      agents_(settings_.agent_poll),
      pause_(kFirstPause),
      dialogues_(settings_.route_answer),
      commands_(settings_.command_memory, settings_.most_commands) {
    port_.on_input([this](SwitchInput input) { on_input(std::move(input)); });
}

void Telephony::start() {
    connect();
}

void Telephony::stop() {
    stopped_ = true;
    link_ = Link::Waiting;
    status_.link_state = "waiting";
    status_.link_detail = "the worker is stopping";
    port_.close();
    guard_.clear();
    for (auto& answer : invokes_.take_all()) answer(link_down());
}

void Telephony::connect() {
    if (settings_.primary_link.empty()) {
        status_.link_detail =
            "TSAPIPRIMARYLINK is empty: name the TLink in the settings file, e.g. AVAYA#CM1#CSTA#AESRV1";
        connect_at_ = TimePoint::max();
        return logging::error("{}", status_.link_detail);
    }
    link_ = Link::Connecting;
    status_.link_state = "connecting";
    logging::info("waiting for the switch: opening {}", link_name());
    open_until_ = now_() + kOpenLimit;
    port_.open(link_name());
}

void Telephony::on_input(SwitchInput input) {
    if (stopped_) return;
    if (auto* confirmation = std::get_if<Confirmed>(&input)) {
        confirmed(confirmation->invoke_id, std::move(confirmation->response));
    } else if (auto* event = std::get_if<Monitored>(&input)) {
        monitored(std::move(*event));
    } else if (const auto* started = std::get_if<MonitorConfirmed>(&input)) {
        take_monitor_confirmation(started->invoke_id, started->cross_ref_id, false);
    } else if (const auto* registered = std::get_if<RouteRegistered>(&input)) {
        take_monitor_confirmation(registered->invoke_id, registered->register_id, true);
    } else if (auto* route = std::get_if<RouteReported>(&input)) {
        route_reported(std::move(*route));
    } else if (const auto* status = std::get_if<SystemStatusReported>(&input)) {
        set_system_status(status->status);
    } else if (const auto* now_open = std::get_if<StreamOpened>(&input)) {
        opened(*now_open);
    } else if (const auto* broken = std::get_if<StreamFailed>(&input)) {
        failed(*broken);
    }
}

void Telephony::opened(const StreamOpened& opened) {
    link_ = Link::Up;
    up_since_ = now_();
    status_.link_state = "up";
    status_.link_detail.clear();
    status_.server_id = opened.server_id;
    status_.private_version = opened.private_version;
    logging::info("link up: {}, private data version {}", opened.server_id, opened.private_version);
    ask_system_status();
}

void Telephony::failed(const StreamFailed& failed) {
    bool was_up = link_ == Link::Up;
    auto name = link_name();
    link_ = Link::Waiting;
    status_.link_state = "waiting";
    status_.link_detail = failed.reason;
    logging::warn("{} of {}: {}", was_up ? "link lost" : "no link", name, failed.reason);
    guard_.clear();
    for (auto& answer : invokes_.take_all()) answer(link_down());
    monitor_invokes_.clear();
    end_registrations();
    monitors_.lose_all();
    set_system_status(csta::SystemStatus::Disabled);
    plan_next_attempt(was_up);
}

void Telephony::plan_next_attempt(bool was_up) {
    bool stable = was_up && now_() - up_since_ >= kStable;
    bool first_early_loss = was_up && pause_ == kFirstPause;
    if (stable || first_early_loss) {
        on_secondary_ = false;  // the primary is asked first whenever a link is lost
        connect_at_ = stable ? now_() : now_() + pause_;
        pause_ = stable ? kFirstPause : pause_ * 2;
        return;
    }
    bool try_other = !on_secondary_ && !settings_.secondary_link.empty();
    on_secondary_ = try_other;
    connect_at_ = try_other ? now_() : now_() + pause_;
    if (!try_other) {
        pause_ = std::min<std::chrono::milliseconds>(pause_ * 2, settings_.reconnect_limit);
    }
}

void Telephony::give_up_late(TimePoint now) {
    csta::Failure late{csta::UniversalFailure::RequestTimeoutRejection, "the switch did not answer in time"};
    for (auto& answer : invokes_.take_late(now)) {
        guard_.completed(now);
        ++status_.failures;
        answer(late);
    }
    for (auto& answer : monitors_.take_late(now)) {
        ++status_.failures;
        answer(late);
    }
}

void Telephony::forget_absent_gateways(TimePoint now) {
    for (auto place = detached_.begin(); place != detached_.end();) {
        if (place->second + settings_.monitor_linger > now) {
            ++place;
            continue;
        }
        monitors_.forget_gateway(place->first, now - settings_.monitor_linger);
        gateways_.erase(place->first);
        place = detached_.erase(place);
    }
}

void Telephony::tick() {
    if (stopped_) return;
    auto now = now_();
    if (link_ == Link::Connecting && open_until_ <= now) {
        port_.close();
        failed({"AE Services took the connection but did not answer the open within 30 s"});
    }
    if (link_ == Link::Waiting && connect_at_ <= now) connect();
    guard_.tick(now);
    give_up_late(now);
    forget_absent_gateways(now);
    end_late_dialogues(now);
    commands_.tick(now);
    for (const auto& object : monitors_.overdue(now)) stop_monitor(object);
    if (link_ != Link::Up) return;
    if (ask_status_at_ <= now) ask_system_status();
    poll_agents();
}

}  // namespace ctiengine::telephony
