#include "license-svc/seats/seat_book.hpp"

#include <algorithm>
#include <utility>

namespace ctiengine::license {

using State = SeatView::State;

SeatBook::SeatBook(SeatSettings settings, SeatStore& store, TimePoint now)
    : settings_(settings), store_(store) {
    for (auto& seat : store_.load()) {
        auto key = seat.key;
        seats_.emplace(
            std::move(key), Entry{std::move(seat), State::Suspect, now + settings_.recovery_window}
        );
    }
    most_ = seats_.size();
}

bool SeatBook::is_alive(const HolderId& holder, TimePoint now) const {
    const auto found = holders_.find(holder.name);
    return found != holders_.end() && found->second.id == holder && now < found->second.lease_end;
}

bool SeatBook::is_connected(const HolderId& holder) const {
    const auto found = holders_.find(holder.name);
    return found != holders_.end() && found->second.id == holder && found->second.connected;
}

void SeatBook::lost(const HolderId& holder) {
    const auto found = holders_.find(holder.name);
    if (found != holders_.end() && found->second.id == holder) found->second.connected = false;
}

void SeatBook::hello(const HolderId& holder, TimePoint now) {
    free_of([&](const Entry& entry) {
        return entry.seat.holder.name == holder.name && entry.seat.holder != holder;
    });
    holders_[holder.name] = Holder{holder, now + settings_.holder_lease};
}

void SeatBook::keep_alive(const HolderId& holder, TimePoint now) {
    const auto found = holders_.find(holder.name);
    if (found != holders_.end() && found->second.id == holder)
        found->second.lease_end = now + settings_.holder_lease;
}

void SeatBook::goodbye(const HolderId& holder) {
    free_of([&](const Entry& entry) { return entry.seat.holder == holder; });
    const auto found = holders_.find(holder.name);
    if (found != holders_.end() && found->second.id == holder) holders_.erase(found);
}

void SeatBook::resync(const HolderId& holder, const std::set<std::string>& keys, TimePoint now) {
    if (!is_alive(holder, now)) return;
    free_of([&](const Entry& entry) {
        const bool lingers = entry.state == State::Lingering;
        return entry.seat.holder == holder && !lingers && !keys.contains(entry.seat.key);
    });
    for (const auto& key : keys) {
        const auto found = seats_.find(key);
        if (found == seats_.end()) {
            write_down(Seat{key, holder, 0, 0});
        } else if (may_take(found->second, holder, now)) {
            auto seat = found->second.seat;
            if (seat.holder != holder) seat = Seat{key, holder, 0, seat.since};
            write_down(std::move(seat));
        }
    }
}

/// A seat may change hands when nobody sits on it: it lingers, is not claimed yet, or its holder is gone or
/// cannot be heard.
bool SeatBook::may_take(const Entry& entry, const HolderId& holder, TimePoint now) const {
    const auto& other = entry.seat.holder;
    return other == holder || entry.state != State::Held || !is_alive(other, now) || !is_connected(other);
}

Grant SeatBook::acquire(
    const HolderId& holder, const std::string& key, std::uint64_t op, TimePoint now, std::int64_t wall
) {
    tick(now);
    if (!is_alive(holder, now)) return Grant::UnknownHolder;
    const auto found = seats_.find(key);
    if (found != seats_.end()) {
        if (!may_take(found->second, holder, now)) return Grant::InUseElsewhere;
        const auto since = found->second.seat.since;
        return write_down(Seat{key, holder, op, since}) ? Grant::Granted : Grant::NotStored;
    }
    if (seats_.size() >= limit_) return Grant::LimitReached;
    return write_down(Seat{key, holder, op, wall}) ? Grant::Granted : Grant::NotStored;
}

/// On the disk before anybody hears of it.
bool SeatBook::write_down(Seat seat) {
    const auto known = seats_.find(seat.key);
    const bool unchanged = known != seats_.end() && known->second.seat == seat;
    if (!unchanged && !store_.put(seat)) return false;
    auto key = seat.key;
    seats_.insert_or_assign(std::move(key), Entry{std::move(seat), State::Held, {}});
    most_ = std::max(most_, seats_.size());
    return true;
}

void SeatBook::release(
    const HolderId& holder,
    const std::string& key,
    std::uint64_t op,
    std::chrono::seconds linger,
    TimePoint now
) {
    const auto found = seats_.find(key);
    if (found == seats_.end() || found->second.seat.holder != holder || op <= found->second.seat.op) return;
    if (linger.count() == 0) {
        free(found);
        return;
    }
    found->second.state = State::Lingering;
    found->second.until = now + std::min(linger, settings_.longest_linger);
}

void SeatBook::tick(TimePoint now) {
    free_of([&](const Entry& entry) {
        if (entry.state != State::Held) return now >= entry.until;
        return !is_alive(entry.seat.holder, now);
    });
    std::erase_if(holders_, [&](const auto& each) { return now >= each.second.lease_end; });
}

SeatBook::Entries::iterator SeatBook::free(Entries::iterator entry) {
    store_.erase(entry->first);
    return seats_.erase(entry);
}

void SeatBook::free_of(const std::function<bool(const Entry&)>& which) {
    for (auto entry = seats_.begin(); entry != seats_.end();) {
        entry = which(entry->second) ? free(entry) : std::next(entry);
    }
}

std::vector<SeatView> SeatBook::view() const {
    std::vector<SeatView> all;
    for (const auto& [key, entry] : seats_) all.push_back({entry.seat, entry.state});
    return all;
}

}  // namespace ctiengine::license
