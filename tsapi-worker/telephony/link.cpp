// The link to the switch: primary, secondary, pause, again (R-155 … R-160). Part of Telephony.
#include "common/logging/log.hpp"
#include "tsapi-worker/telephony/telephony.hpp"

#include <algorithm>

namespace ctiengine::telephony {

using namespace std::chrono_literals;

namespace {

constexpr auto kFirstPause = 500ms;
constexpr auto kRestoreBudget = 15min;  // thousands of monitors at the pace of the request guard

}  // namespace

Telephony::Telephony(SwitchPort& port, EventJournal& journal, TelephonySettings settings, Now now)
    : port_(port),
      journal_(journal),
      settings_(std::move(settings)),
      now_(std::move(now)),
      guard_(settings_.max_outstanding, settings_.requests_per_second, now_()),
      monitors_(settings_.monitor_linger),
      agents_(settings_.agent_poll),
      pause_(kFirstPause) {
    port_.on_input([this](SwitchInput input) { on_input(std::move(input)); });
}

void Telephony::start() {
    connect();
}

void Telephony::stop() {
    stopped_ = true;
    port_.close();
    guard_.clear();
    csta::Failure stopping{csta::UniversalFailure::ResourceOutOfService, "the worker is stopping"};
    for (auto& answer : invokes_.take_all()) answer(stopping);
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
    port_.open(link_name());
}

void Telephony::on_input(SwitchInput input) {
    if (stopped_) return;
    if (auto* confirmation = std::get_if<Confirmed>(&input)) {
        confirmed(confirmation->invoke_id, std::move(confirmation->response));
    } else if (auto* event = std::get_if<Monitored>(&input)) {
        monitored(std::move(*event));
    } else if (const auto* started = std::get_if<MonitorConfirmed>(&input)) {
        auto device = monitor_invokes_.find(started->invoke_id);
        if (device != monitor_invokes_.end()) monitors_.confirmed(device->second, started->cross_ref_id);
        confirmed(started->invoke_id, csta::Done{});
    } else if (const auto* status = std::get_if<SystemStatusReported>(&input)) {
        set_system_status(status->status);
    } else if (const auto* now_open = std::get_if<StreamOpened>(&input)) {
        opened(*now_open);
    } else {
        failed(std::get<StreamFailed>(input));
    }
}

void Telephony::opened(const StreamOpened& opened) {
    link_ = Link::Up;
    pause_ = kFirstPause;
    status_.link_state = "up";
    status_.link_detail.clear();
    status_.server_id = opened.server_id;
    status_.private_version = opened.private_version;
    logging::info("link up: {}, private data version {}", opened.server_id, opened.private_version);
    set_system_status(csta::SystemStatus::Normal);
    restore_monitors();
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
    monitors_.lose_all();
    set_system_status(csta::SystemStatus::Disabled);
    if (was_up) {  // the primary is asked first whenever a link is lost
        on_secondary_ = false;
        connect_at_ = now_();
        return;
    }
    bool try_other = !on_secondary_ && !settings_.secondary_link.empty();
    on_secondary_ = try_other;
    connect_at_ = try_other ? now_() : now_() + pause_;
    if (!try_other) {
        pause_ = std::min<std::chrono::milliseconds>(pause_ * 2, settings_.reconnect_limit);
    }
}

void Telephony::set_system_status(csta::SystemStatus status) {
    if (status_.system_status == status) return;
    status_.system_status = status;
    journal({}, csta::SystemStatusChanged{status});
}

void Telephony::restore_monitors() {
    for (const auto& device : monitors_.lost()) start_monitor(device, now_() + kRestoreBudget);
}

void Telephony::compare(const csta::Device& device, const csta::Response& answer) {
    auto* entry = monitors_.find(device);
    const auto* snapshot = std::get_if<csta::DeviceSnapshot>(&answer);
    if (!entry) return;
    if (!snapshot)
        return logging::warn(
            "{}: no snapshot after the link came back; its calls may be out of date", device
        );
    for (auto& change : entry->view.apply(*snapshot)) journal(device, std::move(change), true);
}

void Telephony::tick() {
    if (stopped_) return;
    auto now = now_();
    if (link_ == Link::Waiting && connect_at_ <= now) connect();
    guard_.tick(now);
    for (auto& answer : invokes_.take_late(now)) {
        guard_.completed(now);
        ++status_.failures;
        answer(csta::Failure{
            csta::UniversalFailure::RequestTimeoutRejection, "the switch did not answer in time"});
    }
    for (auto place = detached_.begin(); place != detached_.end();) {
        if (place->second + settings_.monitor_linger > now) {
            ++place;
            continue;
        }
        monitors_.forget_gateway(place->first, now - settings_.monitor_linger);
        place = detached_.erase(place);
    }
    for (const auto& device : monitors_.overdue(now)) stop_monitor(device);
    if (link_ == Link::Up) poll_agents();
}

}  // namespace ctiengine::telephony
