#pragma once

#include "simulator/switch/model/call_event.hpp"
#include "simulator/wire/frame.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace ctiengine::simulator {

/// Where events go: a stream.
class EventSink {
  public:
    virtual ~EventSink() = default;
    [[nodiscard]] virtual std::uint64_t number() const = 0;
    [[nodiscard]] virtual int private_data_version() const = 0;  ///< 0: none negotiated
    virtual void deliver(const wire::Frame& frame) = 0;
};

/// What a monitor watches: a station; the agents of a skill; the calls that come through a VDN or split.
enum class MonitorKind { Device, Agents, Calls };

struct Monitor {
    std::uint32_t cross_reference = 0;
    EventSink* sink = nullptr;
    std::string device;  ///< empty: the monitor of a call
    CallId call = 0;
    CSTAMonitorFilter_t filter{};
    MonitorKind kind = MonitorKind::Device;
};

/// An event that waits for the confirmation of the request that caused it.
struct HeldEvent {
    EventSink* sink = nullptr;
    wire::Frame frame;
};

/// All monitors; turns what happens at the stations into events on the streams that watch (tsapi: 8).
class MonitorTable : public SwitchObserver {
  public:
    std::uint32_t start(
        EventSink& sink,
        const std::string& device,
        const CSTAMonitorFilter_t& filter,
        MonitorKind kind = MonitorKind::Device
    );

    /// A monitor of the call, which reports with local state none and ends with the call.
    std::uint32_t start(EventSink& sink, CallId call, const CSTAMonitorFilter_t& filter);

    /// From the profile: what MONITOR_ENDED of a call's monitor says; whether it survives merges.
    void set_call_monitor_rules(CSTAEventCause_t ended, bool follows_merge) {
        call_monitor_ended_ = ended;
        follows_merge_ = follows_merge;
    }

    /// nullptr: this stream has no such monitor.
    Monitor* find(const EventSink& sink, std::uint32_t cross_reference);

    /// False: this stream has no such monitor.
    bool stop(const EventSink& sink, std::uint32_t cross_reference);

    /// The stream is gone.
    void stop_all(const EventSink& sink);

    /// The switch ends every monitor: CSTA_MONITOR_ENDED.
    void end_all(CSTAEventCause_t cause);

    /// While the link to the switch is down nothing is reported.
    void set_silent(bool silent) { silent_ = silent; }

    /// From hold() to release() events are kept back.
    void hold() { holding_ = true; }
    std::vector<HeldEvent> release();

    /// Something for one stream that has its place among the events.
    void send(EventSink& sink, wire::Frame frame);

    /// Numbers for lists that come in pieces.
    long next_private_reference() { return ++last_private_reference_; }

    [[nodiscard]] const std::map<std::uint32_t, Monitor>& all() const { return monitors_; }

    void on_call_event(const std::string& device, LocalConnectionState_t local, const CallEvent& event)
        override;
    void on_agent_event(const AgentEvent& event) override;
    void on_device_event(const DeviceEvent& event) override;
    void on_watched_call_event(CallId call, const CallEvent& event) override;
    void on_calls_merged(CallId ended, CallId lives) override;
    void on_call_over(CallId call) override;

  private:
    std::uint32_t add(const Monitor& monitor);
    void tell_ended(const Monitor& monitor, CSTAEventCause_t cause);
    void deliver(EventSink& sink, wire::Frame frame);

    template <class MakeFrame>
    void tell(const Monitor& monitor, int event_type, const MakeFrame& make_frame);
    template <class MakeFrame>
    void tell_monitors_of(const std::string& device, int event_type, const MakeFrame& make_frame);

    std::uint32_t last_cross_reference_ = 0;
    long last_private_reference_ = 0;
    std::map<std::uint32_t, Monitor> monitors_;
    std::multimap<std::string, std::uint32_t> of_device_;
    std::multimap<CallId, std::uint32_t> of_call_;
    CSTAEventCause_t call_monitor_ended_ = EC_NONE;
    bool follows_merge_ = true;
    std::vector<HeldEvent> held_;
    bool holding_ = false;
    bool silent_ = false;
};

}  // namespace ctiengine::simulator
