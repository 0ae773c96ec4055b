#include "simulator/switch/tsapi/monitor_table.hpp"

#include "simulator/switch/tsapi/event_frames.hpp"
#include "tsapi-worker/tsapi/abi/csta.h"

#include <utility>

namespace ctiengine::simulator {

std::uint32_t MonitorTable::start(
    EventSink& sink, const std::string& device, const CSTAMonitorFilter_t& filter, MonitorKind kind
) {
    const auto cross_reference = ++last_cross_reference_;
    monitors_.emplace(cross_reference, Monitor{cross_reference, &sink, device, filter, kind});
    of_device_.emplace(device, cross_reference);
    return cross_reference;
}

Monitor* MonitorTable::find(const EventSink& sink, std::uint32_t cross_reference) {
    const auto found = monitors_.find(cross_reference);
    return found == monitors_.end() || found->second.sink != &sink ? nullptr : &found->second;
}

bool MonitorTable::stop(const EventSink& sink, std::uint32_t cross_reference) {
    const auto* monitor = find(sink, cross_reference);
    if (monitor == nullptr) return false;
    const auto [first, last] = of_device_.equal_range(monitor->device);
    for (auto entry = first; entry != last; ++entry) {
        if (entry->second != cross_reference) continue;
        of_device_.erase(entry);
        break;
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
    for (const auto& [cross_reference, monitor] : ended) {
        CSTAMonitorEndedEvent_t event{};
        event.cause = cause;
        if (auto frame = wire::make_frame(CSTAUNSOLICITED, CSTA_MONITOR_ENDED, cross_reference, event)) {
            monitor.sink->deliver(*frame);
        }
    }
}

std::vector<HeldEvent> MonitorTable::release() {
    holding_ = false;
    return std::exchange(held_, {});
}

void MonitorTable::send(EventSink& sink, wire::Frame frame) {
    if (silent_) return;
    if (holding_) {
        held_.push_back({&sink, std::move(frame)});
    } else {
        sink.deliver(frame);
    }
}

template <class MakeFrame>
void MonitorTable::tell_monitors_of(const std::string& device, int event_type, const MakeFrame& make_frame) {
    if (silent_) return;
    const auto [first, last] = of_device_.equal_range(device);
    for (auto entry = first; entry != last; ++entry) {
        const auto& monitor = monitors_.at(entry->second);
        if (!passes(monitor.filter, event_type)) continue;
        if (auto frame = make_frame(monitor)) send(*monitor.sink, std::move(*frame));
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

}  // namespace ctiengine::simulator
