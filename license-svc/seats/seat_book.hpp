#pragma once
#include "license-svc/seats/seat.hpp"
#include "license-svc/seats/seat_store.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace ctiengine::license {

struct SeatSettings {
    std::chrono::seconds holder_lease{30};     ///< a holder that is not heard of for so long loses its seats
    std::chrono::seconds recovery_window{45};  ///< after a start: for holders to claim what they had
    std::chrono::seconds longest_linger{60};
};

enum class Grant {
    Granted,
    LimitReached,    ///< every seat is taken; try again when somebody has logged out
    InUseElsewhere,  ///< another gateway has this user's seat
    NotStored,       ///< the seat could not be written down; try again
    UnknownHolder,   ///< no Hello came, or its lease is over
};

/// One line of `license holders`.
struct SeatView {
    enum class State { Held, Lingering, Suspect };
    Seat seat;
    State state = State::Held;
};

/// Who holds which seat. Seats are never lost (a crash of anybody gives them back in time), never doubled
/// (they are written down before they are granted) and never a surprise (who has one keeps it).
///
/// Soft over-run: what a holder still has after this process forgot it counts again, even beyond the limit;
/// then nothing new is granted until it is below. Pure logic with the caller's time; belongs to one strand.
class SeatBook {
  public:
    /// Seats of a process before this one are suspect: they count until `recovery_window` is over or a holder
    /// claims them. `store` outlives the book.
    SeatBook(SeatSettings settings, SeatStore& store, TimePoint now);

    /// How many seats there are to give; may change at any time.
    void set_limit(std::size_t limit) { limit_ = limit; }

    /// A holder begins to talk. Another incarnation of the same name is gone, and its seats with it.
    void hello(const HolderId& holder, TimePoint now);
    /// Exactly these seats are his: others are freed, missing ones counted again.
    void resync(const HolderId& holder, const std::set<std::string>& keys, TimePoint now);
    void keep_alive(const HolderId& holder, TimePoint now);
    /// The connection to the holder broke: its seats count on until its lease is over, but a user whom it
    /// leaves behind may take his seat with him to another gateway.
    void lost(const HolderId& holder);
    /// The holder ends in order: nothing lingers.
    void goodbye(const HolderId& holder);

    /// Idempotent. `op` rises with each operation of an incarnation. `wall`: for people.
    Grant acquire(
        const HolderId& holder, const std::string& key, std::uint64_t op, TimePoint now, std::int64_t wall
    );
    /// Gives a seat back, at once or after `linger`: a user who comes back by then finds it. A release that
    /// is older than the seat's grant is a late repetition and does nothing.
    void release(
        const HolderId& holder,
        const std::string& key,
        std::uint64_t op,
        std::chrono::seconds linger,
        TimePoint now
    );

    /// Frees what is over; call once a second.
    void tick(TimePoint now);

    std::size_t limit() const { return limit_; }
    std::size_t in_use() const { return seats_.size(); }
    std::size_t most_in_use() const { return most_; }
    void forget_peak() { most_ = seats_.size(); }
    std::vector<SeatView> view() const;

  private:
    struct Entry {
        Seat seat;
        SeatView::State state = SeatView::State::Held;
        TimePoint until{};  ///< end of the linger, or of the recovery window
    };
    struct Holder {
        HolderId id;
        TimePoint lease_end{};
        bool connected = true;
    };
    using Entries = std::map<std::string, Entry>;

    bool is_alive(const HolderId& holder, TimePoint now) const;
    bool is_connected(const HolderId& holder) const;
    bool may_take(const Entry& entry, const HolderId& holder, TimePoint now) const;
    bool write_down(Seat seat);
    Entries::iterator free(Entries::iterator entry);
    void free_of(const std::function<bool(const Entry&)>& which);

    SeatSettings settings_;
    SeatStore& store_;
    std::size_t limit_ = 0;
    std::size_t most_ = 0;
    Entries seats_;                          // by key
    std::map<std::string, Holder> holders_;  // by name
};

}  // namespace ctiengine::license
