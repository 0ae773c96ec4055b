#pragma once

#include "simulator/switch/network/tcp_listener.hpp"
#include "simulator/switch/tsapi/acs_stream.hpp"
#include "simulator/switch/tsapi/name_service.hpp"

#include <set>

namespace ctiengine::simulator {

/// The AES side of the simulator: the name service, one listener per TLink, and the streams. Runs on one
/// thread together with the model; nothing blocks.
class TsapiService {
  public:
    TsapiService(
        boost::asio::any_io_executor executor,
        const SimulatorPlan& plan,
        std::string address,
        int name_port,
        Switch& telephone_switch,
        MonitorTable& monitors
    );
    TsapiService(const TsapiService&) = delete;
    TsapiService& operator=(const TsapiService&) = delete;

    /// Binds all ports. Throws std::runtime_error when one is taken.
    void start();

    /// Closes everything. The last callbacks come when the executor runs on: keep this object until
    /// is_idle().
    void stop();
    [[nodiscard]] bool is_idle() const { return streams_.empty() && questions_.empty(); }

    [[nodiscard]] int name_port() const { return name_listener_.port(); }
    [[nodiscard]] std::vector<TlinkAddress> tlinks() const;

    Faults& faults() { return at_.faults; }

    /// For tests that wait for heartbeats.
    void shorten_heartbeat_second(std::chrono::milliseconds second) { at_.heartbeat_second = second; }
    SwitchLink& link() { return link_; }
    [[nodiscard]] const RouteTable& routes() const { return routes_; }

    /// An AES goes away or comes back: its listener and its streams. False: no TLink of that name.
    bool set_tlink_up(const std::string& tlink, bool up);
    [[nodiscard]] bool is_tlink_up(const std::string& tlink) const;

    /// Breaks every TCP connection; how many there were.
    std::size_t drop_connections();

    [[nodiscard]] std::vector<std::shared_ptr<const AcsStream>> streams() const;

  private:
    void accept(const std::string& tlink, boost::asio::ip::tcp::socket socket);
    void ask_name(boost::asio::ip::tcp::socket socket);
    void open(const std::string& tlink);
    std::size_t drop_if(const std::function<bool(const AcsStream&)>& wanted);

    SwitchLink link_;
    RouteTable routes_;
    StreamSurroundings at_;
    TcpListener name_listener_;
    std::map<std::string, TcpListener> tlink_listeners_;
    std::map<std::uint64_t, std::shared_ptr<AcsStream>> streams_;
    std::set<std::shared_ptr<NameServiceConnection>> questions_;
    std::uint64_t last_stream_ = 0;
    bool stopping_ = false;
};

}  // namespace ctiengine::simulator
