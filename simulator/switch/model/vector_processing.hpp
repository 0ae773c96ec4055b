#pragma once

#include "simulator/switch/model/call_distribution.hpp"
#include "simulator/switch/model/call_setup.hpp"

namespace ctiengine::simulator {

/// What the switch asks a routing program (tsapi: 7.7).
struct RouteQuestion {
    CallId call = 0;
    ConnectionRef connection;  ///< of the caller
    std::string vdn;
    NamedDevice calling;
    NamedDevice called;
    CallPrivate data;
};

/// Who can tell where a call shall go. Called in the middle of the model's work: answers come later.
class RouteAsker {
  public:
    virtual ~RouteAsker() = default;

    /// False: nobody is registered for that VDN.
    virtual bool ask(const RouteQuestion& question) = 0;

    /// The question needs no answer any more: the vector went on, or the call is over.
    virtual void withdraw(CallId call, bool call_is_over) = 0;
};

/// What a routing program answers.
struct RouteChoice {
    std::string to;
    std::string dest_route{};
    std::string direct_agent_split{};  ///< `to` is then an agent
    std::optional<UserData> user_data{};
    std::optional<EnteredCode> provided{};
    int collect_digits = 0;  ///< to collect at the end of the route, 0: none
    bool through_network = false;
};

/// Leads calls through the vectors of their VDNs (tsapi: 7.4, 7.7).
class VectorProcessing {
  public:
    VectorProcessing(
        SwitchCore& core, CallSetup& setup, CallClearing& clearing, CallDistribution& distribution
    );

    /// A call arrives at a VDN. The call may be over afterwards.
    void enter_vdn(Call& call, const VdnPlan& vdn);

    /// A call arrives at a skill that can be dialled; false: nobody is logged in, or the queue is full.
    bool enter_skill(Call& call, const SkillPlan& skill);

    /// The caller types digits: for the step that collects, or for a later one.
    Outcome<void> type_digits(CallId call, const std::string& digits);

    /// Forgets where the call was in its vector; it goes on elsewhere or is over.
    void end(CallId call, bool call_is_over = false);

    /// The answer of a routing program. False: the call cannot go there; the vector goes on.
    bool select_route(CallId call, const RouteChoice& choice);

    /// The question needs no answer any more; the vector goes on as it would have.
    void close_question(CallId call);

    void set_route_asker(RouteAsker* asker) { asker_ = asker; }

  private:
    struct Run {
        const VectorPlan* vector = nullptr;
        std::size_t next = 0;
        Timeline::TimerId timer = 0;
        int digits_wanted = 0;  ///< while a step collects
        bool asked = false;     ///< a route request is open
    };

    void arrive(Call& call, const std::string& device);
    void go_on(CallId call);

    /// True: the next step may follow at once.
    bool perform(Call& call, Run& run, const VectorStep& step);
    bool pause(CallId call, Run& run, std::chrono::milliseconds time);
    bool collect(Call& call, Run& run, const VectorStep& step);
    void take_digits(Call& call, Run& run);
    void detect_tones(Call& call);
    bool route_to(Call& call, const std::string& number);
    bool ask_for_route(Call& call, Run& run);
    void give_busy(Call& call);
    void stop(CallId call);

    SwitchCore& core_;
    CallSetup& setup_;
    CallClearing& clearing_;
    CallDistribution& distribution_;
    RouteAsker* asker_ = nullptr;
    std::map<CallId, Run> runs_;
};

}  // namespace ctiengine::simulator
