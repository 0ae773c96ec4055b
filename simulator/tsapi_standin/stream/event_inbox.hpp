#pragma once
#include "simulator/tsapi_standin/stream/notify_descriptor.hpp"
#include "simulator/wire/frame.hpp"
#include "tsapi-worker/tsapi/abi/csta.h"

#include <cstddef>
#include <deque>

namespace ctiengine::tsapi_standin {

/// Where a program wants its next event: the parameters of acsGetEventPoll and acsGetEventBlock.
struct EventTarget {
    void* buffer;                 ///< no alignment needed
    unsigned short* buffer_size;  ///< in: bytes at buffer; out: bytes of the event, also when it did not fit
    PrivateData_t* private_data;  ///< may be null: private data is dropped. length in: capacity, out: used
    unsigned short* events_left;  ///< may be null
};

/// Events of one stream that the program has not read yet. Bounded; who fills it waits for room. Guarded by
/// the lock of the stream table.
class EventInbox {
  public:
    explicit EventInbox(std::size_t limit) : limit_(limit) {}

    bool has_room() const { return frames_.size() < limit_; }
    bool empty() const { return frames_.empty(); }

    /// Takes an event in, also beyond the limit (the failure event always has a place).
    void push(wire::Frame frame);

    /// Gives the oldest event to the program. ACSERR_NOMESSAGE: nothing queued. ACSERR_UBUFSMALL: it stays
    /// queued; buffer_size tells what it needs, or is unchanged when the private data did not fit.
    RetCode_t take(ACSHandle_t handle, const EventTarget& into);

    /// Throws away what is queued.
    void flush();

    /// The descriptor for acsGetFile, made at the first call; -1 when there are none left.
    int descriptor();

  private:
    void drop_first();

    std::size_t limit_;
    std::deque<wire::Frame> frames_;
    NotifyDescriptor notify_;
};

}  // namespace ctiengine::tsapi_standin
