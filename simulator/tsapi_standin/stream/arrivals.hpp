#pragma once
#include <condition_variable>
#include <mutex>

namespace ctiengine::tsapi_standin {

/// One lock for the handle table and the event queues of all streams, and the signal that something changed
/// there. One for all, because acsGetEventBlock with handle 0 waits for any stream.
struct Arrivals {
    std::mutex mutex;
    std::condition_variable changed;
};

}  // namespace ctiengine::tsapi_standin
