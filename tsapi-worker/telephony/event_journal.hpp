#pragma once
#include "common/csta/events.hpp"

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace ctiengine::telephony {

/// The base of every recovery: numbers all telephony events of this worker and keeps the last ones. Belongs
/// to the telephony executor. Behind an interface so that a journal on several hosts can take its place.
class EventJournal {
  public:
    using Entry = std::shared_ptr<const csta::Event>;

    virtual ~EventJournal() = default;

    /// Numbers the event, keeps it and returns it for delivery.
    virtual Entry append(csta::Event event) = 0;

    /// The events after `seq`, oldest first; nothing when the journal does not reach back so far, or `seq`
    /// lies in the future.
    virtual std::optional<std::vector<Entry>> after(std::uint64_t seq) const = 0;

    /// New at each start of the worker, so that numbers of an earlier life are never mistaken for ours.
    virtual std::uint64_t epoch() const = 0;

    /// Number of the newest event; 0 = none yet.
    virtual std::uint64_t last_seq() const = 0;

    virtual std::size_t size() const = 0;
    virtual std::size_t bytes() const = 0;
};

/// A journal in memory, bounded by bytes and age.
class MemoryJournal final : public EventJournal {
  public:
    using WallClock = std::function<std::chrono::system_clock::time_point()>;

    MemoryJournal(std::uint64_t epoch, std::size_t max_bytes, std::chrono::seconds max_age, WallClock clock);

    Entry append(csta::Event event) override;
    std::optional<std::vector<Entry>> after(std::uint64_t seq) const override;
    std::uint64_t epoch() const override { return epoch_; }
    std::uint64_t last_seq() const override { return last_seq_; }
    std::size_t size() const override { return entries_.size(); }
    std::size_t bytes() const override { return bytes_; }

  private:
    void forget_old(std::chrono::system_clock::time_point now);

    std::uint64_t epoch_;
    std::size_t max_bytes_;
    std::chrono::seconds max_age_;
    WallClock clock_;
    std::deque<Entry> entries_;  // consecutive numbers, the last one is last_seq_
    std::size_t bytes_ = 0;
    std::uint64_t last_seq_ = 0;
};

/// Memory that one event takes in the journal, near enough to bound it.
std::size_t estimated_bytes(const csta::Event& event);

}  // namespace ctiengine::telephony
