#include "simulator/switch/tsapi/monitor_table.hpp"

#include "simulator/switch/tsapi/event_frames.hpp"
#include "tsapi-worker/tsapi/abi/csta.h"

#include <algorithm>
#include <utility>

namespace ctiengine::simulator {

namespace {

/// Removes one entry of an index.
template <class Index, class Key>
void remove_from(Index& index, const Key& key, std::uint32_t cross_reference) {
    const auto [first, last] = index.equal_range(key);
    const auto entry =
        std::find_if(first, last, [&](const auto& known) { return known.second == cross_reference; });
    if (entry != last) index.erase(entry);
}

}  // namespace

std::uint32_t MonitorTable::add(const Monitor& monitor) {
    const auto cross_reference = ++last_cross_reference_;
    monitors_.emplace(cross_reference, monitor).first->second.cross_reference = cross_reference;
    return cross_reference;
}

std::uint32_t MonitorTable::start(
    EventSink& sink, const std::string& device, const CSTAMonitorFilter_t& filter, MonitorKind kind
) {
    const auto cross_reference = add({0, &sink, device, 0, filter, kind});
    of_device_.emplace(device, cross_reference);
    return cross_reference;
}

std::uint32_t MonitorTable::start(EventSink& sink, CallId call, const CSTAMonitorFilter_t& filter) {
    const auto cross_reference = add({0, &sink, {}, call, filter, MonitorKind::Device});
    of_call_.emplace(call, cross_reference);
    return cross_reference;
}

Monitor* MonitorTable::find(const EventSink& sink, std::uint32_t cross_reference) {
    const auto found = monitors_.find(cross_reference);
    return found == monitors_.end() || found->second.sink != &sink ? nullptr : &found->second;
}

bool MonitorTable::stop(const EventSink& sink, std::uint32_t cross_reference) {
    const auto* monitor = find(sink, cross_reference);
    if (monitor == nullptr) return false;
    if (monitor->call == 0) {
        remove_from(of_device_, monitor->device, cross_reference);
    } else {
        remove_from(of_call_, monitor->call, cross_reference);
    }
    monitors_.erase(cross_reference);
    return true;
}

void MonitorTable::stop_all(const EventSink& sink) {
    std::vector<std::uint32_t> of_stream;
    for (const auto& [cross_reference, monitor] : monitors_) {
        if (monitor.sink == &sink) of_stream.push_back(cross_reference);
    }
    for (const auto cross_reference : of_stream) stop(sink, cross_reference);
}

void MonitorTable::end_all(CSTAEventCause_t cause) {
    const auto ended = std::exchange(monitors_, {});
    of_device_.clear();
    of_call_.clear();
    for (const auto& [cross_reference, monitor] : ended) tell_ended(monitor, cause);
}

void MonitorTable::tell_ended(const Monitor& monitor, CSTAEventCause_t cause) {
    CSTAMonitorEndedEvent_t event{};
    event.cause = cause;
    if (auto frame = wire::make_frame(CSTAUNSOLICITED, CSTA_MONITOR_ENDED, monitor.cross_reference, event)) {
        deliver(*monitor.sink, std::move(*frame));
    }
}

void MonitorTable::deliver(EventSink& sink, wire::Frame frame) {
    if (holding_) {
        held_.push_back({&sink, std::move(frame)});
    } else {
        sink.deliver(frame);
    }
}

std::vector<HeldEvent> MonitorTable::release() {
    holding_ = false;
    return std::exchange(held_, {});
}

void MonitorTable::send(EventSink& sink, wire::Frame frame) {
    if (!silent_) deliver(sink, std::move(frame));
}

template <class MakeFrame>
void MonitorTable::tell(const Monitor& monitor, int event_type, const MakeFrame& make_frame) {
    if (!passes(monitor.filter, event_type)) return;
    if (auto frame = make_frame(monitor)) deliver(*monitor.sink, std::move(*frame));
}

template <class MakeFrame>
void MonitorTable::tell_monitors_of(const std::string& device, int event_type, const MakeFrame& make_frame) {
    if (silent_) return;
    const auto [first, last] = of_device_.equal_range(device);
    for (auto entry = first; entry != last; ++entry) {
        tell(monitors_.at(entry->second), event_type, make_frame);
    }
}

void MonitorTable::on_call_event(
    const std::string& device, LocalConnectionState_t local, const CallEvent& event
) {
    tell_monitors_of(device, event.type, [&](const Monitor& monitor) -> std::optional<wire::Frame> {
        if (monitor.kind == MonitorKind::Agents) return std::nullopt;
        return event_frame(event, local, monitor.cross_reference, monitor.sink->private_data_version());
    });
}

void MonitorTable::on_agent_event(const AgentEvent& event) {
    const auto& device = event.skill.empty() ? event.extension : event.skill;
    tell_monitors_of(device, event.type, [&](const Monitor& monitor) -> std::optional<wire::Frame> {
        if (monitor.kind == MonitorKind::Calls) return std::nullopt;
        return event_frame(event, monitor.cross_reference, monitor.sink->private_data_version());
    });
}

void MonitorTable::on_device_event(const DeviceEvent& event) {
    tell_monitors_of(event.device, event.type, [&](const Monitor& monitor) {
        return event_frame(event, monitor.cross_reference);
    });
}

void MonitorTable::on_watched_call_event(CallId call, const CallEvent& event) {
    if (silent_) return;
    const auto [first, last] = of_call_.equal_range(call);
    for (auto entry = first; entry != last; ++entry) {
        tell(monitors_.at(entry->second), event.type, [&](const Monitor& monitor) {
            return event_frame(event, CS_NONE, monitor.cross_reference, monitor.sink->private_data_version());
        });
    }
}

void MonitorTable::on_calls_merged(CallId ended, CallId lives) {
    if (!follows_merge_) return on_call_over(ended);
    const auto [first, last] = of_call_.equal_range(ended);
    std::vector<std::uint32_t> moved;
    for (auto entry = first; entry != last; ++entry) moved.push_back(entry->second);
    of_call_.erase(first, last);
    for (const auto cross_reference : moved) {
        monitors_.at(cross_reference).call = lives;
        of_call_.emplace(lives, cross_reference);
    }
}

void MonitorTable::on_call_over(CallId call) {
    const auto [first, last] = of_call_.equal_range(call);
    for (auto entry = first; entry != last; ++entry) {
        const auto monitor = monitors_.extract(entry->second);
        if (!silent_) tell_ended(monitor.mapped(), call_monitor_ended_);
    }
    of_call_.erase(first, last);
}

}  // namespace ctiengine::simulator
