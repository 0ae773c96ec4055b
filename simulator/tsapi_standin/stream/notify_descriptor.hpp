#pragma once
#include "simulator/tsapi_standin/network/tcp_socket.hpp"

#include <cstddef>

namespace ctiengine::tsapi_standin {

/// The descriptor that acsGetFile gives to programs: readable while events are queued, and SIGIO for each
/// arrival where the program asked for O_ASYNC (an eventfd would not send it, hence a socket pair). Programs
/// must not read from it. Guarded by the owner's lock.
class NotifyDescriptor {
  public:
    /// Makes the pair; false when the process has no descriptors left.
    bool open();
    bool is_open() const { return static_cast<bool>(readable_); }
    int number() const { return readable_.number(); }

    /// Tells how many events are queued now.
    void show(std::size_t queued);

  private:
    void put();
    void take(std::size_t bytes);

    Descriptor readable_;
    Descriptor writable_;
    std::size_t bytes_ =
        0;  ///< in the pair; one per event, fewer when the pair is full, never 0 with events queued
};

}  // namespace ctiengine::tsapi_standin
