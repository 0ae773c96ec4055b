#pragma once

#include "simulator/switch/network/byte_connection.hpp"
#include "simulator/switch/plan/simulator_plan.hpp"
#include "simulator/switch/tsapi/faults.hpp"
#include "simulator/switch/tsapi/request.hpp"
#include "simulator/switch/tsapi/version_negotiation.hpp"

#include <boost/asio/steady_timer.hpp>

#include <deque>

namespace ctiengine::simulator {

/// What streams work on.
struct StreamSurroundings {
    const SimulatorPlan& plan;
    RequestSurroundings requests;
    Faults faults;
    std::chrono::milliseconds heartbeat_second{1000};  ///< how long a second of a heartbeat interval lasts
};

/// One connection at a TLink: opens, answers requests, sends events and heartbeats (tsapi: 2).
class AcsStream : public EventSink, public std::enable_shared_from_this<AcsStream> {
  public:
    using OnClosed = std::function<void(std::uint64_t number, const std::string& why)>;

    AcsStream(
        std::uint64_t number, std::string tlink, boost::asio::ip::tcp::socket socket, StreamSurroundings& at
    );

    /// `on_closed` comes once; the stream holds no monitor any more then.
    void start(OnClosed on_closed);
    void close(const std::string& why) { fail(why); }

    [[nodiscard]] bool is_open() const { return state_ == State::Open; }
    [[nodiscard]] const std::string& tlink() const { return tlink_; }
    [[nodiscard]] const std::string& login() const { return login_; }
    [[nodiscard]] const std::string& application() const { return application_; }
    [[nodiscard]] std::string peer() const { return connection_->peer(); }

    std::uint64_t number() const override { return number_; }
    int private_data_version() const override { return negotiated_ ? negotiated_->version : 0; }
    void deliver(const wire::Frame& frame) override { send(frame); }

  private:
    enum class State { Connected, Open, Closing };

    void fail(const std::string& why);
    void on_bytes(std::span<const std::uint8_t> bytes);
    void on_frame(const wire::Frame& frame);
    void on_acs_request(const wire::Frame& frame);
    void open(const wire::Frame& frame, const ACSOpenStream_t& asked);
    [[nodiscard]] std::optional<ACSUniversalFailure_t> why_not(const ACSOpenStream_t& asked) const;
    [[nodiscard]] bool login_is_right(const ACSOpenStream_t& asked) const;
    void tell_login_kind(const wire::Frame& frame);
    void set_heartbeat(const wire::Frame& frame, const ACSSetHeartbeatInterval_t& asked);
    void close_politely(const wire::Frame& frame);
    void serve(const wire::Frame& frame);
    [[nodiscard]] Reply answer(const wire::Frame& frame);
    void send_in_order(const wire::Frame& confirmation, std::vector<HeldEvent> events);
    void send_acs(std::uint16_t event_class, std::uint16_t type, std::uint32_t reference, auto&& abi);
    void refuse_acs(const wire::Frame& frame, ACSUniversalFailure_t why);
    void send(const wire::Frame& frame);
    void send_delayed();
    void beat();

    std::uint64_t number_;
    std::string tlink_;
    StreamSurroundings& at_;
    std::shared_ptr<ByteConnection> connection_;
    boost::asio::steady_timer heartbeat_;
    boost::asio::steady_timer delay_;
    wire::FrameReader reader_;
    State state_ = State::Connected;
    int heartbeat_interval_ = 20;  ///< seconds
    std::optional<NegotiatedVersion> negotiated_;
    std::string login_;
    std::string application_;
    using Delayed = std::pair<std::chrono::steady_clock::time_point, ByteConnection::Bytes>;
    std::deque<Delayed> delayed_;
};

}  // namespace ctiengine::simulator
