#pragma once
#include "simulator/tsapi_standin/network/tcp_socket.hpp"
#include "simulator/tsapi_standin/stream/arrivals.hpp"
#include "simulator/tsapi_standin/stream/event_inbox.hpp"
#include "simulator/tsapi_standin/stream/heartbeat.hpp"
#include "simulator/tsapi_standin/stream/outbox.hpp"

#include <atomic>
#include <chrono>
#include <string>
#include <thread>

namespace ctiengine::tsapi_standin {

/// What a program chose at acsOpenStream, defaults filled in.
struct StreamSettings {
    std::string server_id;  ///< the TLink that was really connected
    InvokeIDType_t invoke_ids = APP_GEN_ID;
    std::size_t send_queue = 64;       ///< messages that may wait for the socket
    std::size_t receive_queue = 1024;  ///< events that may wait for the program
    std::chrono::milliseconds heartbeat = Heartbeat::kDefaultInterval;
};

/// One ACS stream: a connection to the server, a thread of its own that reads and writes it, and the events
/// that the program has not read yet.
///
/// The thread never runs code of the program. When the inbox is full it stops reading, so that the server
/// feels it. When the connection breaks, the heartbeat stays out or the server sends nonsense, the program
/// gets ACS_UNIVERSAL_FAILURE with TSERVER_STREAM_FAILED and after it ACSERR_STREAM_FAILED on every call.
class Stream {
  public:
    Stream(Arrivals& arrivals, StreamSettings settings, Descriptor socket);
    /// Stops the thread and closes the connection. Not under the lock of `arrivals`.
    ~Stream();
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    /// Starts the thread. Throws std::system_error when the process may have no more threads.
    void start();

    /// Sends a message whose reference is an invoke ID: the program's own, or one made here. Any thread.
    /// Returns 0 or the made invoke ID; ACSERR_STREAM_FAILED, ACSERR_BADHDL (closing), ACSERR_QUEUE_FULL or
    /// ACSERR_NOBUFFERS (too long): nothing was sent.
    RetCode_t request(wire::Frame frame);

    /// Sends a message that has no invoke ID. Any thread, results as above.
    RetCode_t notify(const wire::Frame& frame);

    /// acsCloseStream: asks the server to close; afterwards requests are refused with ACSERR_BADHDL.
    RetCode_t close(wire::Frame frame);

    /// acsSetHeartbeatInterval with a value that the server would refuse: answers in the server's place.
    RetCode_t refuse(ACSUniversalFailure_t error, InvokeID_t invoke_id);

    const std::string& server_id() const { return settings_.server_id; }
    bool failed() const { return failed_; }

    // Under the lock of `arrivals`:

    /// As EventInbox::take; an empty inbox of a failed stream gives ACSERR_STREAM_FAILED.
    RetCode_t take(ACSHandle_t handle, const EventTarget& into);
    void flush();
    int descriptor() { return inbox_.descriptor(); }
    /// The program has read (or thrown away) the confirmation of its close: the handle is used up.
    bool used_up() const { return close_confirmed_ && inbox_.empty(); }

  private:
    RetCode_t send(const wire::Frame& frame);
    std::uint32_t next_invoke_id();

    // The stream's thread:
    void run();
    /// False: the connection is of no more use.
    bool wait_and_move();
    bool move(short ready, bool reading);
    void forget_wake_ups();
    bool read_socket();
    bool deliver_frames();
    bool deliver(wire::Frame frame);
    void note(const wire::Frame& frame);
    void fail();
    bool room_in_inbox();
    void wake();

    Arrivals& arrivals_;
    const StreamSettings settings_;
    Descriptor socket_;
    Descriptor wake_up_;
    Outbox outbox_;
    EventInbox inbox_;
    wire::FrameReader reader_{wire::kMaxFrameBytes};
    Heartbeat heartbeat_;
    std::atomic<std::uint32_t> last_invoke_id_{0};
    std::atomic<bool> stopping_{false};
    std::atomic<bool> failed_{false};
    std::atomic<bool> closing_{false};
    bool hung_up_ = false;  ///< the stream's thread only: writing is of no use, a rest may be readable
    bool paused_ = false;   ///< the stream's thread only: we did not read because the inbox was full
    bool opened_ = false;   ///< the stream's thread only
    bool refused_ = false;  ///< the stream's thread only: the server did not let us in
    bool close_confirmed_ = false;  ///< under the lock of arrivals_
    std::thread thread_;
};

}  // namespace ctiengine::tsapi_standin
