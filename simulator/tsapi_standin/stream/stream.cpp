#include "simulator/tsapi_standin/stream/stream.hpp"

#include "simulator/tsapi_standin/stream/stream_frames.hpp"
#include "simulator/tsapi_standin/trace.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <span>
#include <system_error>

namespace ctiengine::tsapi_standin {
namespace {

constexpr std::uint32_t kHighestMadeInvokeId = 32767;

/// Blocks all signals while it lives: a thread made meanwhile leaves them to the program's own threads.
class SignalsBlocked {
  public:
    SignalsBlocked() {
        sigset_t all;
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before_);
    }
    ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    SignalsBlocked(const SignalsBlocked&) = delete;
    SignalsBlocked& operator=(const SignalsBlocked&) = delete;

  private:
    sigset_t before_;
};

}  // namespace

Stream::Stream(Arrivals& arrivals, StreamSettings settings, Descriptor socket)
    : arrivals_(arrivals),
      settings_(std::move(settings)),
      socket_(std::move(socket)),
      wake_up_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)),
      outbox_(socket_.number(), settings_.send_queue),
      inbox_(settings_.receive_queue),
      heartbeat_(settings_.heartbeat, Heartbeat::Clock::now()) {
    if (!wake_up_) throw std::system_error(errno, std::generic_category(), "eventfd");
}

Stream::~Stream() {
    stopping_ = true;
    wake();
    if (thread_.joinable()) thread_.join();
}

void Stream::start() {
    const SignalsBlocked guard;
    thread_ = std::thread(&Stream::run, this);
}

RetCode_t Stream::request(wire::Frame frame) {
    const bool made_here = settings_.invoke_ids == LIB_GEN_ID;
    if (made_here) frame.reference = next_invoke_id();
    const auto result = send(frame);
    return result == ACSPOSITIVE_ACK && made_here ? static_cast<RetCode_t>(frame.reference) : result;
}

RetCode_t Stream::notify(const wire::Frame& frame) {
    return send(frame);
}

RetCode_t Stream::close(wire::Frame frame) {
    const auto result = request(std::move(frame));
    if (result >= ACSPOSITIVE_ACK) closing_ = true;
    return result;
}

RetCode_t Stream::refuse(ACSUniversalFailure_t error, InvokeID_t invoke_id) {
    if (failed_) return ACSERR_STREAM_FAILED;
    const bool made_here = settings_.invoke_ids == LIB_GEN_ID;
    const auto reference = made_here ? next_invoke_id() : static_cast<std::uint32_t>(invoke_id);
    std::lock_guard lock(arrivals_.mutex);
    inbox_.push(refusal(reference, error));
    arrivals_.changed.notify_all();
    return made_here ? static_cast<RetCode_t>(reference) : ACSPOSITIVE_ACK;
}

std::uint32_t Stream::next_invoke_id() {
    auto last = last_invoke_id_.load();
    std::uint32_t next = 0;
    do {
        next = last % kHighestMadeInvokeId + 1;
    } while (!last_invoke_id_.compare_exchange_weak(last, next));
    return next;
}

RetCode_t Stream::send(const wire::Frame& frame) {
    if (failed_) return ACSERR_STREAM_FAILED;
    if (closing_) return ACSERR_BADHDL;
    std::vector<std::uint8_t> bytes;
    if (!wire::write_frame(frame, bytes)) return ACSERR_NOBUFFERS;
    const auto sent = outbox_.send(std::move(bytes));
    if (sent == Outbox::Sent::Full) return ACSERR_QUEUE_FULL;
    if (sent == Outbox::Sent::Broken || outbox_.waiting()) wake();
    return sent == Outbox::Sent::Broken ? ACSERR_STREAM_FAILED : ACSPOSITIVE_ACK;
}

RetCode_t Stream::take(ACSHandle_t handle, const EventTarget& into) {
    if (inbox_.empty() && failed_) return ACSERR_STREAM_FAILED;
    const bool was_full = !inbox_.has_room();
    const auto result = inbox_.take(handle, into);
    if (was_full && inbox_.has_room()) wake();
    return result;
}

void Stream::flush() {
    inbox_.flush();
    wake();
}

void Stream::wake() {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = write(wake_up_.number(), &one, sizeof one);
}

void Stream::run() {
    while (!stopping_ && wait_and_move()) {
    }
    if (!stopping_) fail();
    shutdown(socket_.number(), SHUT_RDWR);
}

bool Stream::wait_and_move() {
    if (!deliver_frames()) return false;
    if (stopping_) return true;
    const bool reading = room_in_inbox();
    const auto now = Heartbeat::Clock::now();
    if (!reading || paused_) heartbeat_.heard(now);  // it was the program that slept, not the server
    paused_ = !reading;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(heartbeat_.left(now));
    if (left.count() <= 0) {
        trace("%s: no heartbeat", settings_.server_id.c_str());
        return false;
    }
    const bool writing = !hung_up_ && outbox_.waiting();
    const auto wanted = static_cast<short>((reading ? POLLIN : 0) | (writing ? POLLOUT : 0));
    const int watched_socket = reading || !hung_up_ ? socket_.number() : -1;
    std::array<pollfd, 2> watched{{{watched_socket, wanted, 0}, {wake_up_.number(), POLLIN, 0}}};
    if (poll(watched.data(), watched.size(), reading ? static_cast<int>(left.count()) : -1) < 0) {
        return errno == EINTR;
    }
    if (watched[1].revents != 0) forget_wake_ups();
    return move(watched[0].revents, reading);
}

void Stream::forget_wake_ups() {
    std::uint64_t count = 0;
    [[maybe_unused]] const auto received = ::read(wake_up_.number(), &count, sizeof count);
}

bool Stream::move(short ready, bool reading) {
    if ((ready & POLLOUT) != 0 && !outbox_.flush()) hung_up_ = true;
    if ((ready & (POLLERR | POLLHUP)) != 0) hung_up_ = true;
    // What came before the peer hung up is still to be read, when there is room for it.
    const bool something_to_read = (ready & (POLLIN | POLLERR | POLLHUP)) != 0;
    return !reading || !something_to_read || read_socket();
}

bool Stream::read_socket() {
    std::array<std::uint8_t, 16 * 1024> room;
    const auto received = recv(socket_.number(), room.data(), room.size(), MSG_DONTWAIT);
    if (received < 0) return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
    if (received == 0) {
        trace("%s: the server closed the connection", settings_.server_id.c_str());
        return false;
    }
    heartbeat_.heard(Heartbeat::Clock::now());
    reader_.append(std::span(room.data(), static_cast<std::size_t>(received)));
    return true;
}

bool Stream::deliver_frames() {
    wire::Frame frame;
    while (!stopping_ && room_in_inbox()) {
        switch (reader_.next(frame)) {
            case wire::FrameReader::State::NeedMore: return true;
            case wire::FrameReader::State::Broken:
                trace("%s: %s", settings_.server_id.c_str(), std::string(reader_.error()).c_str());
                return false;
            case wire::FrameReader::State::Ready: break;
        }
        if (!deliver(std::move(frame))) return false;
    }
    return true;
}

bool Stream::deliver(wire::Frame frame) {
    if (is(frame, ACSUNSOLICITED, ACS_CLIENT_HEARTBEAT)) return true;
    if (!deliverable(frame)) {
        trace(
            "%s: class %u type %u cannot be decoded", settings_.server_id.c_str(), frame.event_class,
            frame.type
        );
        return false;
    }
    if (says_stream_failed(frame)) return false;
    note(frame);
    const bool last = is(frame, ACSCONFIRMATION, ACS_CLOSE_STREAM_CONF);
    std::lock_guard lock(arrivals_.mutex);
    inbox_.push(std::move(frame));
    if (last) close_confirmed_ = stopping_ = true;
    arrivals_.changed.notify_all();
    return true;
}

void Stream::note(const wire::Frame& frame) {
    if (is(frame, ACSCONFIRMATION, ACS_OPEN_STREAM_CONF)) opened_ = true;
    if (is(frame, ACSCONFIRMATION, ACS_UNIVERSAL_FAILURE_CONF) && !opened_) refused_ = true;
    if (const auto interval = confirmed_heartbeat(frame)) heartbeat_.set_interval(*interval);
}

void Stream::fail() {
    auto event = stream_failed_event();
    std::lock_guard lock(arrivals_.mutex);
    if (!refused_) inbox_.push(std::move(event));
    failed_ = true;
    arrivals_.changed.notify_all();
}

bool Stream::room_in_inbox() {
    std::lock_guard lock(arrivals_.mutex);
    return inbox_.has_room();
}

}  // namespace ctiengine::tsapi_standin
