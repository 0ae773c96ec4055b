#pragma once
#include "simulator/wire/frame.hpp"
#include "simulator/wire/pdu.hpp"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace ctiengine::tsapi_standin::test {

/// The switch's end of one connection. Everything fails the test (by throwing) after 10 s.
class SwitchEnd {
  public:
    explicit SwitchEnd(int socket) : socket_(socket) {}
    ~SwitchEnd() { hang_up(); }
    SwitchEnd(const SwitchEnd&) = delete;
    SwitchEnd& operator=(const SwitchEnd&) = delete;

    /// The next frame of the library; nullopt when it hung up.
    std::optional<wire::Frame> receive_or_end();
    wire::Frame receive();

    /// Waits until the library has sent something, and leaves it unread.
    void wait_for_bytes();

    void send(const wire::Frame& frame);
    void send_bytes(std::span<const std::uint8_t> bytes);

    /// Sends a message whose struct is `pdu`.
    template <class Pdu>
    void send_pdu(std::uint16_t event_class, std::uint16_t type, std::uint32_t reference, const Pdu& pdu) {
        send(wire::make_frame(event_class, type, reference, pdu).value());
    }

    void hang_up();

  private:
    int socket_;
    wire::FrameReader reader_;
};

/// A TLink to advertise; port 0: that of the fake switch.
struct AdvertisedTlink {
    std::string name;
    std::uint16_t port = 0;
};

/// A name server that answers by itself and a TLink port whose connections the test drives. Ports are the
/// system's.
class FakeSwitch {
  public:
    static constexpr const char* kTlink = "AVAYA#SIM#CSTA#FAKE";

    explicit FakeSwitch(std::vector<AdvertisedTlink> tlinks = {{kTlink}});
    ~FakeSwitch();
    FakeSwitch(const FakeSwitch&) = delete;
    FakeSwitch& operator=(const FakeSwitch&) = delete;

    /// Answers of one frame each hold at most so many names (default: all in one).
    void names_per_reply(std::size_t count) { names_per_reply_ = count; }

    /// Answers name requests with a frame of another kind.
    void talk_nonsense() { nonsense_ = true; }

    std::uint16_t name_port() const { return name_port_; }
    std::uint16_t tlink_port() const { return tlink_port_; }

    /// "127.0.0.1<TAB>port" of the name service.
    std::string tslibrc_line() const;

    /// The next connection to a TLink.
    std::unique_ptr<SwitchEnd> accept();

  private:
    void serve_names();
    void answer(SwitchEnd& client);

    std::vector<AdvertisedTlink> tlinks_;
    std::size_t names_per_reply_ = 1000;
    bool nonsense_ = false;
    int name_socket_ = -1;
    int tlink_socket_ = -1;
    std::uint16_t name_port_ = 0;
    std::uint16_t tlink_port_ = 0;
    std::thread name_thread_;
};

/// Writes a tslibrc and names it in the environment as long as it lives.
class TslibrcFile {
  public:
    explicit TslibrcFile(std::string_view text);
    ~TslibrcFile();
    TslibrcFile(const TslibrcFile&) = delete;
    TslibrcFile& operator=(const TslibrcFile&) = delete;

  private:
    std::string path_;
};

/// A port of this host where nobody listens.
std::uint16_t unused_port();

}  // namespace ctiengine::tsapi_standin::test
