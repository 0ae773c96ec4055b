#include "gateway/requests/session_recovery.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/requests/session_peers.hpp"
#include "gateway/xml/recovery_reader.hpp"
#include "gateway/xml/recovery_writer.hpp"
#include "gateway/xml/response_writer.hpp"

#include <algorithm>

namespace ctiengine::gateway {
namespace {

using Monitors = std::vector<PeerMonitor>;

/// So that an event with many of them stays within a frame of annex J.
constexpr std::size_t kMonitorsInOneEntry = 5;

CstaError no_such_session(const IncomingMessage& message, const char* parameter) {
    return {
        ErrorCategory::Operation, "invalidParameterValue",
        std::string(message.name()) + ": " + parameter +
            " is no live session of this user on this gateway; what has ended cannot be asked or taken over, "
            "so "
            "start the monitors anew"};
}

CstaError not_this_session(const IncomingMessage& message) {
    return {
        ErrorCategory::Operation, "invalidParameterValue",
        std::string(message.name()) +
            ": toSessionID must be the session that sends this, and fromSessionID another one"};
}

/// By device; a device with many monitors gets several entries.
std::vector<MonitoredDevice> by_device(const Monitors& monitors) {
    std::vector<MonitoredDevice> devices;
    for (const auto& each : monitors) {
        const auto has_room = [&](const MonitoredDevice& entry) {
            return entry.device == each.monitor.object.device &&
                   entry.cross_ref_ids.size() < kMonitorsInOneEntry;
        };
        auto entry = std::find_if(devices.begin(), devices.end(), has_room);
        if (entry == devices.end()) entry = devices.insert(entry, {each.monitor.object.device, {}});
        entry->cross_ref_ids.push_back(each.monitor.cross_ref_id);
    }
    return devices;
}

Task<std::optional<Monitors>> monitors_of(RequestContext& context, std::string session_id) {
    if (session_id.empty()) session_id = context.softphone.session_id;
    auto monitors = co_await context.peers.monitors_of(context.softphone.user, std::move(session_id));
    if (monitors) {
        for (const auto& each : *monitors) {
            if (!each.form.empty()) (void)context.softphone.dialect.forms.learn(each.form);
        }
    }
    co_return monitors;
}

/// Watches the same objects for this session; nothing is active yet. On a refusal everything is undone.
Task<std::optional<csta::Failure>> take_over(RequestContext& context, Monitors& monitors) {
    auto& table = context.softphone.monitors;
    for (std::size_t at = 0; at < monitors.size(); ++at) {
        auto& monitor = monitors[at].monitor;
        auto response = co_await context.link.watch(monitor.object, context.listener, context.call);
        if (const auto* failure = std::get_if<csta::Failure>(&response)) {
            for (std::size_t done = 0; done < at; ++done) {
                table.remove(monitors[done].monitor.cross_ref_id);
                co_await context.link.unwatch(monitors[done].monitor.object, context.listener, context.call);
            }
            co_return *failure;
        }
        monitor.cross_ref_id = table.add(monitor.object, monitor.filter);
    }
    co_return std::nullopt;
}

std::vector<std::string> cross_references(const Monitors& monitors) {
    std::vector<std::string> ids;
    for (const auto& each : monitors) ids.push_back(each.monitor.cross_ref_id);
    return ids;
}

}  // namespace

Task<std::string> get_session_id_list(RequestContext& context, const IncomingMessage&) {
    co_return write_session_id_list(context.peers.sessions_of(context.softphone.user));
}

Task<std::string> get_device_id_list(RequestContext& context, const IncomingMessage& message) {
    auto question = read_session_question(message);
    if (!question) co_return refuse(context, question.error());
    const auto monitors = co_await monitors_of(context, question->session_id);
    if (!monitors) co_return refuse(context, no_such_session(message, "sessionID"));
    auto devices = by_device(*monitors);
    const auto same = [](const auto& a, const auto& b) { return a.device == b.device; };
    std::sort(devices.begin(), devices.end(), [](const auto& a, const auto& b) {
        return a.device < b.device;
    });
    devices.erase(std::unique(devices.begin(), devices.end(), same), devices.end());
    context.notices = write_device_id_list_events(devices, context.softphone.dialect);
    co_return write_avaya_done(message.name());
}

Task<std::string> get_monitor_list(RequestContext& context, const IncomingMessage& message) {
    auto question = read_session_question(message);
    if (!question) co_return refuse(context, question.error());
    const auto monitors = co_await monitors_of(context, question->session_id);
    if (!monitors) co_return refuse(context, no_such_session(message, "sessionID"));
    context.notices =
        write_monitor_list_events("GetMonitorListEvent", by_device(*monitors), context.softphone.dialect);
    co_return write_avaya_done(message.name());
}

Task<std::string> transfer_monitor_objects(RequestContext& context, const IncomingMessage& message) {
    auto request = read_transfer_monitor_objects(message);
    if (!request) co_return refuse(context, request.error());
    const auto& own = context.softphone.session_id;
    if (request->to_session != own || request->from_session == own) {
        co_return refuse(context, not_this_session(message));
    }
    auto monitors = co_await monitors_of(context, request->from_session);
    if (!monitors) co_return refuse(context, no_such_session(message, "fromSessionID"));
    auto given_up = cross_references(*monitors);
    const auto failure = co_await take_over(context, *monitors);
    if (failure) co_return refuse(context, message, *failure);
    // Nothing suspends from here to the outbox: no event of these monitors can come before the answer, and
    // none is lost, because the other session gives up its own only now.
    std::erase_if(*monitors, [&](const PeerMonitor& each) {
        auto* monitor = context.softphone.monitors.find(each.monitor.cross_ref_id);
        if (monitor) monitor->active = true;
        return !monitor;  // its call was left while the others were taken over
    });
    context.peers.give_up(context.softphone.user, request->from_session, std::move(given_up));
    context.notices = write_monitor_list_events(
        "TransferMonitorObjectsEvent", by_device(*monitors), context.softphone.dialect
    );
    co_return write_avaya_done(message.name());
}

Task<std::string> set_session_characteristics(RequestContext& context, const IncomingMessage& message) {
    const auto wanted = read_set_session_characteristics(message);
    if (!wanted) co_return refuse(context, wanted.error());
    co_return write_avaya_done(message.name());
}

}  // namespace ctiengine::gateway
