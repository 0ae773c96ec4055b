#include "tsapi-worker/telephony/event_journal.hpp"

namespace ctiengine::telephony {

std::size_t estimated_bytes(const csta::Event& event) {
    std::size_t extra = event.object.device.size();
    if (const auto* call = std::get_if<csta::CallEvent>(&event.what)) {
        const auto& data = call->private_data;
        if (data.user_data) extra += data.user_data->octets.size();
        if (data.original_call) extra += sizeof(csta::OriginalCallInfo);
        if (const auto* transferred = std::get_if<csta::Transferred>(&call->body)) {
            extra += transferred->connections.size() * sizeof(csta::ConnectionListItem);
        }
        if (const auto* conferenced = std::get_if<csta::Conferenced>(&call->body)) {
            extra += conferenced->connections.size() * sizeof(csta::ConnectionListItem);
        }
    }
    return sizeof(csta::Event) + sizeof(EventJournal::Entry) + extra;
}

MemoryJournal::MemoryJournal(
    std::uint64_t epoch, std::size_t max_bytes, std::chrono::seconds max_age, WallClock clock
)
    : epoch_(epoch), max_bytes_(max_bytes), max_age_(max_age), clock_(std::move(clock)) {}

EventJournal::Entry MemoryJournal::append(csta::Event event) {
    auto now = clock_();
    event.seq = ++last_seq_;
    event.time = now;
    auto entry = std::make_shared<const csta::Event>(std::move(event));
    bytes_ += estimated_bytes(*entry);
    entries_.push_back(entry);
    forget_old(now);
    return entry;
}

void MemoryJournal::forget_old(std::chrono::system_clock::time_point now) {
    while (!entries_.empty() && (bytes_ > max_bytes_ || entries_.front()->time + max_age_ < now)) {
        bytes_ -= estimated_bytes(*entries_.front());
        entries_.pop_front();
    }
}

std::optional<std::vector<EventJournal::Entry>> MemoryJournal::after(std::uint64_t seq) const {
    if (seq > last_seq_) return std::nullopt;
    auto missing = last_seq_ - seq;
    if (missing > entries_.size()) return std::nullopt;
    return std::vector<Entry>(entries_.end() - static_cast<std::ptrdiff_t>(missing), entries_.end());
}

}  // namespace ctiengine::telephony
