#pragma once

#include "simulator/switch/model/switch.hpp"
#include "simulator/switch/tsapi/monitor_table.hpp"

namespace ctiengine::simulator {

/// A program that answers for a routing device.
struct RouteRegistration {
    EventSink* sink = nullptr;
    std::string device;  ///< a VDN; empty: all VDNs without a registration of their own
};

/// An open question.
struct RouteDialogue {
    long registration = 0;
    EventSink* sink = nullptr;
    RouteQuestion question;
};

/// Who routes calls of which VDN, and the questions under way (tsapi: 7.7).
class RouteTable : public RouteAsker {
  public:
    RouteTable(Switch& telephone_switch, MonitorTable& events);
    RouteTable(const RouteTable&) = delete;
    RouteTable& operator=(const RouteTable&) = delete;
    ~RouteTable() override;

    /// 0: the device has a registration.
    long start(EventSink& sink, const std::string& device);

    /// False: this stream has no such registration. Questions under way may still be answered.
    bool cancel(const EventSink& sink, long registration);

    /// The stream is gone.
    void forget(const EventSink& sink);

    /// The link to the switch is lost: all questions and registrations end.
    void abort_all();

    /// nullptr: the stream has no such question.
    const RouteDialogue* find(const EventSink& sink, long cross_reference) const;

    /// The program's answer. A destination that cannot be reached ends the question, or is asked for again.
    void select(long cross_reference, const RouteChoice& choice, bool tell_used);

    /// The program gives up: the vector goes on.
    void give_up(long cross_reference);

    bool ask(const RouteQuestion& question) override;
    void withdraw(CallId call, bool call_is_over) override;

    [[nodiscard]] const std::map<long, RouteRegistration>& registrations() const { return registrations_; }
    [[nodiscard]] std::size_t open_questions() const { return dialogues_.size(); }

  private:
    [[nodiscard]] long registration_for(const std::string& vdn) const;
    void end(long cross_reference, const RouteDialogue& dialogue, CSTAUniversalFailure_t why);
    void ask_again(long cross_reference, const RouteDialogue& dialogue);
    void tell_used(long cross_reference, const RouteDialogue& dialogue, const RouteChoice& choice);

    Switch& switch_;
    MonitorTable& events_;
    long last_registration_ = 0;
    long last_cross_reference_ = 0;
    std::map<long, RouteRegistration> registrations_;
    std::map<long, RouteDialogue> dialogues_;
};

}  // namespace ctiengine::simulator
