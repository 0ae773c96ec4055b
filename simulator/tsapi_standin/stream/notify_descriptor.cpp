#include "simulator/tsapi_standin/stream/notify_descriptor.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <array>

namespace ctiengine::tsapi_standin {

bool NotifyDescriptor::open() {
    int pair[2] = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, pair) != 0) return false;
    readable_ = Descriptor(pair[0]);
    writable_ = Descriptor(pair[1]);
    return true;
}

void NotifyDescriptor::show(std::size_t queued) {
    if (!is_open()) return;
    if (bytes_ < queued) put();
    if (bytes_ > queued) take(bytes_ - queued);
}

void NotifyDescriptor::put() {
    const char event = '!';
    if (send(writable_.number(), &event, 1, MSG_NOSIGNAL | MSG_DONTWAIT) == 1) ++bytes_;
}

void NotifyDescriptor::take(std::size_t bytes) {
    std::array<char, 256> unread{};
    while (bytes > 0) {
        const auto received =
            recv(readable_.number(), unread.data(), std::min(bytes, unread.size()), MSG_DONTWAIT);
        if (received <= 0) break;  // the program has read from the descriptor
        bytes -= static_cast<std::size_t>(received);
        bytes_ -= static_cast<std::size_t>(received);
    }
    if (bytes > 0) bytes_ -= bytes;
}

}  // namespace ctiengine::tsapi_standin
