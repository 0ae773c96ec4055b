#pragma once

#include "simulator/switch/control/commands.hpp"
#include "simulator/switch/tsapi/tsapi_service.hpp"
#include "simulator/wire/att.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <thread>

namespace ctiengine::simulator::test {

/// A plan with two TLinks, user "user"/"secret" and the stations of small_plan().
SimulatorPlan service_plan();

/// A TSAPI program, reduced to a socket and the wire codec. Every wait has a limit and fails the test, and so
/// does private data in a layout that the stream's version does not have.
class WireClient {
  public:
    explicit WireClient(int port);
    ~WireClient();
    WireClient(const WireClient&) = delete;
    WireClient& operator=(const WireClient&) = delete;

    void send(const wire::Frame& frame);
    void send_bytes(std::span<const std::uint8_t> bytes);

    /// The next frame; nullopt when the connection ended.
    std::optional<wire::Frame> receive();

    template <class Abi>
    void send(std::uint16_t event_class, std::uint16_t type, std::uint32_t reference, const Abi& abi) {
        send(wire::make_frame(event_class, type, reference, abi).value());
    }

    /// Opens a stream; the answer.
    wire::Frame open(const std::string& tlink, const std::string& versions = "ECS#2-9");

    /// Sends a request and reads on to its confirmation; what came before it is kept in `skipped`.
    template <class Abi>
    wire::Frame ask(std::uint16_t type, const Abi& abi, const std::optional<wire::Frame>& private_data = {}) {
        auto frame = wire::make_frame(CSTAREQUEST, type, ++last_reference_, abi).value();
        if (private_data) {
            frame.vendor = private_data->vendor;
            frame.private_data = private_data->private_data;
        }
        send(frame);
        return confirmation(last_reference_);
    }
    wire::Frame confirmation(std::uint32_t reference);

    /// Watches the station; its cross reference.
    std::uint32_t monitor(const std::string& extension, const CSTAMonitorFilter_t& filter = {});

    std::vector<wire::Frame> skipped;

  private:
    void expect_layout_of_version(const wire::Frame& frame) const;

    int socket_ = -1;
    int version_ = 0;  ///< of private data; 0: none
    wire::FrameReader reader_;
    std::uint32_t last_reference_ = 100;
};

/// The failure number of a confirmation; -1 when it is none.
int failure_of(const wire::Frame& confirmation);

/// A whole simulator but for main(), on a thread of its own; its clock stands still.
class ServiceTest : public testing::Test {
  protected:
    explicit ServiceTest(const SimulatorPlan& plan = service_plan());
    ~ServiceTest() override;

    int port(std::size_t tlink = 0) const { return ports_.at(tlink).port; }
    const std::string& tlink(std::size_t index = 0) const { return ports_.at(index).name; }

    /// A stream that is open, with private data 9.
    std::unique_ptr<WireClient> open_client(const std::string& versions = "ECS#2-9");

    /// Runs `action` on the thread of the switch and waits.
    template <class Action>
    auto on_switch(Action action) {
        std::packaged_task<decltype(action())()> task(std::move(action));
        auto done = task.get_future();
        boost::asio::post(context_, [&task] { task(); });
        return done.get();
    }

    /// A command of the control port; fails the test when it is refused.
    nlohmann::json command(const nlohmann::json& asked);

    const SimulatorPlan plan_;
    boost::asio::io_context context_;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{context_.get_executor()};
    Timeline timeline_{std::chrono::system_clock::time_point{std::chrono::seconds(1'700'000'000)}};
    MonitorTable monitors_;
    Switch switch_;
    TsapiService service_;
    ControlSurroundings control_;
    bool asked_to_quit_ = false;

  private:
    std::vector<TlinkAddress> ports_;
    std::thread thread_;
};

}  // namespace ctiengine::simulator::test
