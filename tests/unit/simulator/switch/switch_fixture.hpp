#pragma once

#include "simulator/switch/model/switch.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace ctiengine::simulator::test {

/// Writes every event down as one line, e.g.
/// "4001 DELIVERED 1/4002 subject 4002 calling 4001 called 4002 local connect cause 22".
class EventRecorder : public SwitchObserver {
  public:
    struct Seen {
        std::string device;
        LocalConnectionState_t local = CS_NONE;
        CallEvent event;
    };

    void on_call_event(const std::string& device, LocalConnectionState_t local, const CallEvent& event)
        override;
    void on_agent_event(const AgentEvent& event) override;
    void on_device_event(const DeviceEvent& event) override;
    void on_watched_call_event(CallId call, const CallEvent& event) override;
    void on_calls_merged(CallId ended, CallId lives) override;
    void on_call_over(CallId call) override;

    /// What watchers of calls were told since the last call of this, e.g. "call 1 HELD", "call 1 over".
    std::vector<std::string> take_watched() { return std::exchange(watched_, {}); }

    /// The lines since the last call, all of them or those of one device.
    std::vector<std::string> take();
    std::vector<std::string> take(const std::string& device);

    /// The last event of a type on a device; fails the test when there was none.
    const CallEvent& last(const std::string& device, int type);

    void forget() { lines_.clear(); }

    std::vector<Seen> all;

  private:
    std::vector<std::string> lines_;
    std::vector<std::string> watched_;
};

/// A small switch: stations 4001-4009 with three appearances, 4010 with one, 4009 bridged to 4008; agents
/// 2001-2003 (1234); trunk group 12 behind 9, two circuits; trunk group 13 behind 8, not ISDN. Call centre:
/// agents 2011 (skill 4950), 2012 (4951, 4950), 2013 (4950, 4960); skill 4950 with ten seconds until a call
/// is redirected and room for two calls, 4951, and 4960, which can be dialled; VDNs 4900 to 4908 as in the
/// source.
SwitchPlan small_plan();

/// What a test works with. Time stands still until the test moves it. Call IDs begin with 1.
class SwitchTest : public testing::Test {
  protected:
    explicit SwitchTest(SwitchPlan plan = small_plan());

    /// A call that is up; the events of its making are forgotten.
    CallId connect(const std::string& from, const std::string& to);

    /// A call from outside that rings at `to`.
    CallId ring_from_outside(const std::string& from, const std::string& to);

    /// The states of all legs as "1/4001 connect, 1/4002 alerting".
    std::string legs() const;

    void pass(std::chrono::milliseconds time) { timeline_.advance_to(timeline_.now() + time); }

    static ConnectionRef leg(CallId call, const std::string& device) {
        return {call, device, device[0] == 'T'};
    }

    Timeline timeline_{std::chrono::system_clock::time_point{std::chrono::seconds(1'700'000'000)}};
    EventRecorder events_;
    Switch switch_;
};

/// VDNs, vectors, skills and their agents.
void add_call_centre(SwitchPlan& plan);

std::string to_text(LocalConnectionState_t state);

/// The failure number of a refusal; -1 when the request was accepted.
template <class T>
int failure_of(const Outcome<T>& outcome) {
    return outcome ? -1 : static_cast<int>(outcome.error().failure);
}

}  // namespace ctiengine::simulator::test
