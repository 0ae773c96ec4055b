#pragma once
#include "tsapi-worker/telephony/telephony.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ctiengine::telephony {

/// A stream to a switch that a test plays: notes in words what is asked of it, says what the test tells it
/// to.
class FakeSwitchPort final : public SwitchPort {
  public:
    struct Sent {
        std::uint32_t invoke_id = 0;
        std::string what;  ///< "snapshot 4001", "monitor 4001", "stop monitor 7" …
    };

    void on_input(std::function<void(SwitchInput)> handler) override { input = std::move(handler); }
    void open(const std::string& tlink) override { opened.push_back(tlink); }
    std::optional<csta::Failure> send(std::uint32_t invoke_id, const csta::Request& request) override;
    std::optional<csta::Failure> start_monitor(std::uint32_t invoke_id, const csta::MonitorObject& object)
        override;
    std::optional<csta::Failure> stop_monitor(std::uint32_t invoke_id, std::int32_t cross_ref_id) override;
    std::optional<csta::Failure> register_route(std::uint32_t invoke_id, const csta::Device& routeing_device)
        override;
    std::optional<csta::Failure> cancel_route(std::uint32_t invoke_id, std::int32_t register_id) override;
    std::optional<csta::Failure> answer_route(
        std::uint32_t invoke_id, std::int32_t register_id, const RouteAnswer& answer
    ) override;
    void close() override { closed = true; }

    /// Takes the oldest request of this kind and returns its invoke ID; fails the test when there is none.
    std::uint32_t take(const std::string& what);
    /// What was sent and not taken yet.
    std::vector<std::string> waiting() const;

    std::function<void(SwitchInput)> input;
    std::vector<std::string> opened;
    std::vector<Sent> sent;
    std::optional<csta::Failure> refusal;  ///< what every request is refused with before it leaves
    bool closed = false;
};

/// Telephony over a fake switch, with a clock that the test moves.
class TelephonyTest : public testing::Test {
  protected:
    using Names = std::vector<std::string>;

    static TelephonySettings two_links();
    explicit TelephonyTest(TelephonySettings settings = two_links());

    void pass(std::chrono::milliseconds time);
    void link_up(const std::string& server = "AVAYA#CM1#CSTA#AES1");
    void link_lost() { port.input(StreamFailed{"the connection broke"}); }
    /// start() and link_up(), with the events of it forgotten.
    void begin();

    /// Asks for gateway "g1" unless another is named; what comes back is noted in `answers`.
    void ask(
        csta::Request request,
        std::chrono::milliseconds budget = std::chrono::seconds(10),
        const std::string& gateway = "g1"
    );
    void confirm(std::uint32_t invoke_id, csta::Response response = csta::Done{});
    void confirm_monitor(const csta::Device& device, std::int32_t cross_ref_id);
    /// A monitor that runs, its first look at the agent answered with "nobody".
    void monitor(const csta::Device& device, std::int32_t cross_ref_id, const std::string& gateway = "g1");
    void call_event(std::int32_t cross_ref_id, csta::CallEventBody body, csta::ConnectionState local);
    /// A call rings at the device and is answered.
    void connect_call(const csta::Device& device, std::int32_t cross_ref_id, std::uint32_t call);

    /// The events since the last look, in words: "4001 delivered 7", "4001 synthetic held 7" …
    Names news();
    /// The answers since the last look: "done", "failure 34" …
    Names answered();

    FakeSwitchPort port;
    AgentWatch::TimePoint now{std::chrono::hours(1)};
    MemoryJournal journal{
        5, 1U << 24U, std::chrono::minutes(10), [] { return std::chrono::system_clock::time_point(); }};
    Telephony telephony;

  private:
    std::vector<EventJournal::Entry> events_;
    Names answers_;
};

csta::Connection leg(std::uint32_t call, const csta::Device& device);
csta::DeviceSnapshot snapshot_of(
    const csta::Device& device, std::vector<std::pair<std::uint32_t, csta::ConnectionState>> calls
);

}  // namespace ctiengine::telephony
