#pragma once
#include "simulator/tsapi_standin/stream/arrivals.hpp"
#include "simulator/tsapi_standin/stream/stream.hpp"

#include <map>
#include <memory>

namespace ctiengine::tsapi_standin {

/// The open streams of this process by handle. Any thread may call anything.
class StreamTable {
  public:
    /// More streams than any program opens; acsOpenStream gives ACSERR_NORESOURCE beyond it.
    static constexpr std::size_t kMaxStreams = 1024;

    enum class Wait { No, UntilEvent };

    /// The process's table. It is never destroyed: a program may leave `main` with threads still in the
    /// library.
    static StreamTable& of_process();

    /// What streams of this table are made with.
    Arrivals& arrivals() { return arrivals_; }

    /// Gives the stream a handle (never 0); 0 when there are too many.
    ACSHandle_t add(std::shared_ptr<Stream> stream);

    /// The stream of a handle; null when it is not open.
    std::shared_ptr<Stream> find(ACSHandle_t handle);

    /// Ends a stream at once and wakes whoever waits for its events; false when the handle is not open.
    bool remove(ACSHandle_t handle);

    /// Next event of a stream, or of any stream for handle 0. Results of EventInbox::take; ACSERR_BADHDL when
    /// the handle is not open (or stops being so while we wait).
    RetCode_t next_event(ACSHandle_t handle, const EventTarget& into, Wait wait);

    /// acsFlushEventQueue.
    RetCode_t flush(ACSHandle_t handle);

    /// acsGetFile: the descriptor, ACSERR_NORESOURCE when there are none left, ACSERR_BADHDL.
    RetCode_t descriptor(ACSHandle_t handle);

  private:
    using Streams = std::map<ACSHandle_t, std::shared_ptr<Stream>>;

    /// Under the lock. A stream that is used up moves to `ended`, to be destroyed after the lock is released.
    RetCode_t take_from(Streams::iterator stream, const EventTarget& into, std::shared_ptr<Stream>& ended);
    RetCode_t take_from_any(const EventTarget& into, std::shared_ptr<Stream>& ended);
    RetCode_t take(ACSHandle_t handle, const EventTarget& into, std::shared_ptr<Stream>& ended);

    Arrivals arrivals_;
    Streams streams_;
    ACSHandle_t last_handle_ = 0;
    ACSHandle_t last_served_ = 0;  ///< handle 0 goes round, so that a busy stream does not hide a quiet one
};

}  // namespace ctiengine::tsapi_standin
