// Thousands of random actions; after each one the switch must make sense, and what the events say must be the
// truth.
#include "tests/unit/simulator/switch/switch_fixture.hpp"
#include "tsapi-worker/tsapi/abi/csta_pdus.h"

#include <cstdlib>
#include <map>
#include <random>
#include <set>

namespace ctiengine::simulator::test {
namespace {

using Views = std::map<std::string, std::map<CallId, LocalConnectionState_t>>;

/// What each station believes, from its own events alone.
class Believer {
  public:
    void learn(const EventRecorder::Seen& seen) {
        auto& calls = views[seen.device];
        const auto& event = seen.event;
        const bool merged = event.type == CSTA_TRANSFERRED || event.type == CSTA_CONFERENCED;
        if (merged) calls.erase(event.connection.call);
        const auto call = merged ? event.secondary.call : event.connection.call;
        if (seen.local == CS_NONE) {  // followers of the call, and the agent who did not answer
            if (event.type == CSTA_DIVERTED && event.connection.device == seen.device) calls.erase(call);
        } else if (seen.local == CS_NULL) {
            calls.erase(call);
        } else {
            calls[call] = seen.local;
            // ORIGINATED still reports dialling, but the caller has the line from here on.
            if (event.type == CSTA_ORIGINATED) calls[call] = CS_CONNECT;
        }
    }
    Views views;
};

SwitchPlan walk_plan() {
    auto plan = small_plan();
    plan.ring = std::chrono::milliseconds(100);
    plan.coverage_paths = {{1, {"4007", "4008"}, true, true, false, 2}, {2, {"97"}, false, true, true, 1}};
    plan.stations[2].coverage_path = 1;
    plan.stations[4].coverage_path = 1;
    plan.stations[9].coverage_path = 2;
    return plan;
}

class RandomWalk : public SwitchTest {
  protected:
    RandomWalk() : SwitchTest(walk_plan()) {}

    std::size_t below(std::size_t limit) { return random_() % limit; }
    std::string station() { return std::to_string(4001 + below(10)); }

    ConnectionRef any_leg() {
        if (switch_.calls().empty()) return leg(1, station());
        auto call = switch_.calls().begin();
        std::advance(call, below(switch_.calls().size()));
        return call->second.connection(call->second.parties[below(call->second.parties.size())]);
    }

    std::string number() {
        static const std::vector<std::string> kNumbers{"91", "92", "93",   "94",   "955",
                                                       "96", "97", "8123", "7777", "2001"};
        if (below(6) == 0) return std::to_string(4900 + below(9));
        if (below(30) == 0) return "4960";
        return below(3) == 0 ? kNumbers[below(kNumbers.size())] : station();
    }

    ATTParticipationType_t silence() { return below(2) == 0 ? PT_SILENT : PT_ACTIVE; }

    void agent_acts() {
        const auto work_mode = below(3) == 0 ? WM_AUTO_IN : WM_MANUAL_IN;
        AgentRequest request{std::to_string(4005 + below(3)), AM_READY, "", "", work_mode};
        if (below(4) == 0) {
            request.mode = AM_NOT_READY;
            request.work_mode = WM_AUX_WORK;
            request.enable_pending = below(2) == 0;
        }
        (void)switch_.agents().set_state(request);
    }

    void call_agent() {
        CallOptions options;
        options.direct_agent_split = "4950";
        (void)switch_.setup().make_call(station(), std::to_string(2010 + below(4)), options);
    }

    void act() {
        if (below(12) == 0) agent_acts();
        if (below(40) == 0) call_agent();
        if (below(10) == 0) (void)switch_.vectors().type_digits(any_leg().call, "12");
        auto& handling = switch_.handling();
        switch (below(24)) {
            case 0:
            case 1:
            case 2: (void)switch_.setup().make_call(station(), number(), {}); break;
            case 3:
                (void)switch_.setup().incoming(
                    {below(2) ? "030" : "", below(2) ? number() : station(), {}, 0, {}}
                );
                break;
            case 4: (void)switch_.answer_by_hand(station()); break;
            case 5: (void)handling.hold(any_leg()); break;
            case 6: (void)handling.retrieve(any_leg()); break;
            case 7: (void)handling.consult(any_leg(), number(), {}); break;
            case 8: (void)handling.alternate(any_leg(), any_leg()); break;
            case 9: (void)handling.reconnect(any_leg(), any_leg()); break;
            case 10: merge(); break;
            case 11: (void)switch_.clearing().clear_connection(any_leg()); break;
            case 12: (void)switch_.setup().lift_handset(station()); break;
            case 13: (void)switch_.joining().join({any_leg(), station(), silence(), false}); break;
            case 14: (void)switch_.joining().transfer(any_leg(), number()); break;
            case 15: (void)switch_.diverting().deflect(any_leg(), number()); break;
            case 16: (void)switch_.diverting().pick_up(any_leg(), station()); break;
            case 17: (void)switch_.listening().press_keys(any_leg(), "1"); break;
            case 18: (void)switch_.listening().stop_hearing(any_leg(), any_leg()); break;
            case 19: switch_a_feature(); break;
            case 20: (void)switch_.features().set_in_service(station(), below(3) != 0); break;
            case 21:
                (void)switch_.predictive().make(
                    {below(3) == 0 ? "4900" : station(),
                     number(),
                     {},
                     static_cast<AllocationState_t>(below(2))}
                );
                break;
            case 22: (void)switch_.joining().observe(any_leg().call, station()); break;
            default: pass(std::chrono::milliseconds(below(700))); break;
        }
        if (below(40) == 0) (void)switch_.clearing().clear_call(any_leg().call);
    }

    void switch_a_feature() {
        auto& features = switch_.features();
        const auto type = static_cast<ForwardingType_t>(below(3));  // always, busy, no answer
        switch (below(3)) {
            case 0: (void)features.set_forwarding(station(), {type, below(3) == 0, number()}); break;
            case 1: (void)features.set_send_all_calls(station(), below(3) == 0); break;
            default: (void)features.set_message_waiting(station(), below(2) == 0, 1); break;
        }
    }

    void merge() {
        const auto device = station();
        const auto held = switch_.leg_in_state(device, 0, {CS_HOLD});
        const auto active = switch_.leg_in_state(device, 0, {CS_CONNECT});
        if (!held || !active) return;
        if (below(2) == 0) {
            (void)switch_.merging().transfer(*held, *active);
        } else {
            (void)switch_.merging().conference(*held, *active);
        }
    }

    void expect_sense() {
        std::map<std::string, int> off_hook;
        std::map<std::string, int> appearances;
        std::set<std::pair<int, int>> lines;
        std::set<std::uint64_t> serials;
        for (const auto& [id, call] : switch_.calls()) {
            ASSERT_EQ(call.id, id);
            ASSERT_FALSE(call.parties.empty()) << "a call without parties";
            ASSERT_LE(call.parties.size(), CallMerging::kMaxParties);
            std::set<std::string> devices;
            for (const auto& party : call.parties) {
                ASSERT_TRUE(devices.insert(party.device).second) << party.device << " twice on call " << id;
                ASSERT_TRUE(serials.insert(party.serial).second);
                ASSERT_NE(party.state, CS_NULL);
                if (party.trunk) {
                    ASSERT_TRUE(party.device.starts_with("T" + std::to_string(id) + "#")) << party.device;
                    ASSERT_TRUE(lines.insert({party.line.group, party.line.member}).second);
                    continue;
                }
                ++appearances[party.device];
                const bool active =
                    party.state == CS_INITIATE || party.state == CS_CONNECT || party.state == CS_FAIL;
                if (active) ++off_hook[party.device];
            }
        }
        for (const auto& [device, count] : appearances) {
            ASSERT_FALSE(switch_.stations().of(device).out_of_service) << device << " has calls";
        }
        for (const auto& [device, count] : off_hook) ASSERT_LE(count, 1) << device << " talks twice";
        for (const auto& [device, count] : appearances) ASSERT_LE(count, device == "4010" ? 1 : 3) << device;
        auto& directory = switch_.core().directory;
        const auto used = directory.trunk_group(12)->used() + directory.trunk_group(13)->used();
        ASSERT_EQ(static_cast<std::size_t>(used), lines.size()) << "a circuit was lost";
    }

    void expect_beliefs_true() {
        for (const auto& seen : events_.all) {
            believer_.learn(seen);
            types_seen_.insert(seen.event.type);
        }
        events_.all.clear();
        events_.forget();
        Views truth;
        for (const auto& [id, call] : switch_.calls()) {
            for (const auto& party : call.parties) {
                if (!party.trunk) truth[party.device][id] = party.state;
            }
        }
        for (const auto& [device, calls] : believer_.views) {
            ASSERT_EQ(calls, truth[device]) << "at " << device;
        }
    }

    std::mt19937 random_;
    Believer believer_;
    std::set<int> types_seen_;
};

TEST_F(RandomWalk, KeepsEverySwitchRule) {
    const char* given = std::getenv("SWITCH_RANDOM_SEED");
    const auto seed =
        given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : std::random_device{}();
    SCOPED_TRACE("SWITCH_RANDOM_SEED=" + std::to_string(seed));
    RecordProperty("seed", std::to_string(seed));
    random_.seed(seed);
    ASSERT_TRUE(switch_.agents().set_state({"4003", AM_LOG_IN, "2001", "1234"}));
    ASSERT_TRUE(switch_.agents().set_state({"4005", AM_LOG_IN, "2011", "1234", WM_AUTO_IN}));
    ASSERT_TRUE(switch_.agents().set_state({"4006", AM_LOG_IN, "2012", "1234", WM_AUTO_IN}));
    ASSERT_TRUE(switch_.agents().set_state({"4007", AM_LOG_IN, "2013", "1234", WM_MANUAL_IN}));
    for (int step = 0; step < 20'000 && !HasFatalFailure(); ++step) {
        act();
        expect_sense();
        expect_beliefs_true();
    }
    while (!switch_.calls().empty())
        ASSERT_TRUE(switch_.clearing().clear_call(switch_.calls().begin()->first));
    expect_beliefs_true();
    EXPECT_TRUE(switch_.distribution().queue().all().empty()) << "a call that is over still waits";
    pass(std::chrono::milliseconds(0));
    EXPECT_EQ(types_seen_.size(), 15U) << "the walk did not come across every kind of event";
    EXPECT_EQ(timeline_.next_due(), std::nullopt) << "a timer outlived its call";
}

}  // namespace
}  // namespace ctiengine::simulator::test
