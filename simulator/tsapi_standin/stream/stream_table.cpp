#include "simulator/tsapi_standin/stream/stream_table.hpp"

#include <algorithm>
#include <limits>

namespace ctiengine::tsapi_standin {
namespace {

/// Programs keep handles in ints and test them for > 0.
constexpr ACSHandle_t kHighestHandle = std::numeric_limits<std::int32_t>::max();

}  // namespace

StreamTable& StreamTable::of_process() {
    static auto* const table = new StreamTable;
    return *table;
}

ACSHandle_t StreamTable::add(std::shared_ptr<Stream> stream) {
    std::lock_guard lock(arrivals_.mutex);
    if (streams_.size() >= kMaxStreams) return 0;
    do {
        last_handle_ = last_handle_ % kHighestHandle + 1;
    } while (streams_.contains(last_handle_));
    streams_.emplace(last_handle_, std::move(stream));
    return last_handle_;
}

std::shared_ptr<Stream> StreamTable::find(ACSHandle_t handle) {
    std::lock_guard lock(arrivals_.mutex);
    const auto found = streams_.find(handle);
    return found == streams_.end() ? nullptr : found->second;
}

bool StreamTable::remove(ACSHandle_t handle) {
    std::shared_ptr<Stream> ended;  // destroyed, and its thread joined, without the lock
    std::lock_guard lock(arrivals_.mutex);
    const auto found = streams_.find(handle);
    if (found == streams_.end()) return false;
    ended = std::move(found->second);
    streams_.erase(found);
    arrivals_.changed.notify_all();
    return true;
}

RetCode_t StreamTable::next_event(ACSHandle_t handle, const EventTarget& into, Wait wait) {
    std::shared_ptr<Stream> ended;  // as in remove
    std::unique_lock lock(arrivals_.mutex);
    for (;;) {
        const auto result = take(handle, into, ended);
        if (result != ACSERR_NOMESSAGE || wait == Wait::No) return result;
        arrivals_.changed.wait(lock);
    }
}

RetCode_t StreamTable::take(ACSHandle_t handle, const EventTarget& into, std::shared_ptr<Stream>& ended) {
    if (handle == 0) return take_from_any(into, ended);
    const auto found = streams_.find(handle);
    return found == streams_.end() ? ACSERR_BADHDL : take_from(found, into, ended);
}

RetCode_t StreamTable::take_from(
    Streams::iterator stream, const EventTarget& into, std::shared_ptr<Stream>& ended
) {
    const auto result = stream->second->take(stream->first, into);
    if (result == ACSPOSITIVE_ACK && stream->second->used_up()) {
        ended = std::move(stream->second);
        streams_.erase(stream);
        arrivals_.changed.notify_all();
    }
    return result;
}

RetCode_t StreamTable::take_from_any(const EventTarget& into, std::shared_ptr<Stream>& ended) {
    if (streams_.empty()) return ACSERR_BADHDL;
    bool all_failed = true;
    auto next = streams_.upper_bound(last_served_);
    for (std::size_t seen = 0; seen < streams_.size(); ++seen, ++next) {
        if (next == streams_.end()) next = streams_.begin();
        const auto handle = next->first;
        const auto result = take_from(next, into, ended);
        if (result != ACSERR_NOMESSAGE && result != ACSERR_STREAM_FAILED) {
            last_served_ = handle;
            return result;
        }
        all_failed = all_failed && result == ACSERR_STREAM_FAILED;
    }
    return all_failed ? ACSERR_STREAM_FAILED : ACSERR_NOMESSAGE;
}

RetCode_t StreamTable::flush(ACSHandle_t handle) {
    std::shared_ptr<Stream> ended;  // as in remove
    std::lock_guard lock(arrivals_.mutex);
    const auto found = streams_.find(handle);
    if (found == streams_.end()) return ACSERR_BADHDL;
    found->second->flush();
    if (found->second->failed()) return ACSERR_STREAM_FAILED;
    if (found->second->used_up()) {
        ended = std::move(found->second);
        streams_.erase(found);
        arrivals_.changed.notify_all();
    }
    return ACSPOSITIVE_ACK;
}

RetCode_t StreamTable::descriptor(ACSHandle_t handle) {
    std::lock_guard lock(arrivals_.mutex);
    const auto found = streams_.find(handle);
    if (found == streams_.end()) return ACSERR_BADHDL;
    const int number = found->second->descriptor();
    return number >= 0 ? number : ACSERR_NORESOURCE;
}

}  // namespace ctiengine::tsapi_standin
