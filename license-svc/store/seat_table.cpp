#include "license-svc/store/seat_table.hpp"

#include "common/logging/log.hpp"

namespace ctiengine::license {

SeatTable::SeatTable(Database& database)
    : database_(database),
      put_(database, "INSERT OR REPLACE INTO seat VALUES (?1, ?2, ?3, ?4, ?5)"),
      erase_(database, "DELETE FROM seat WHERE key = ?1") {}

bool SeatTable::put(const Seat& seat) {
    put_.bind(0, seat.key).bind(1, seat.holder.name).bind(2, seat.holder.incarnation);
    put_.bind(3, static_cast<std::int64_t>(seat.op)).bind(4, seat.since);
    if (put_.step() == Statement::Step::Done) return true;
    logging::error("a seat could not be written down: {}", database_.last_error());
    return false;
}

void SeatTable::erase(std::string_view key) {
    erase_.bind(0, key);
    if (erase_.step() == Statement::Step::Done) return;
    logging::error("a seat that is free could not be removed: {}", database_.last_error());
}

std::vector<Seat> SeatTable::load() {
    Statement all(database_, "SELECT key, holder, incarnation, op, since FROM seat");
    std::vector<Seat> seats;
    while (all.step() == Statement::Step::Row) {
        Seat seat;
        seat.key = all.text(0);
        seat.holder = {all.text(1), all.text(2)};
        seat.op = static_cast<std::uint64_t>(all.integer(3));
        seat.since = all.integer(4);
        seats.push_back(std::move(seat));
    }
    return seats;
}

}  // namespace ctiengine::license
