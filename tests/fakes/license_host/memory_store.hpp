#pragma once
#include "license-svc/seats/seat_store.hpp"

#include <map>
#include <string>

namespace ctiengine::license {

/// A disk that the test owns: it outlives the book, and may be full.
class MemoryStore final : public SeatStore {
  public:
    bool put(const Seat& seat) override {
        if (full) return false;
        seats.insert_or_assign(seat.key, seat);
        return true;
    }
    void erase(std::string_view key) override { seats.erase(std::string(key)); }
    std::vector<Seat> load() override {
        std::vector<Seat> all;
        for (const auto& [key, seat] : seats) all.push_back(seat);
        return all;
    }

    bool full = false;
    std::map<std::string, Seat> seats;
};

}  // namespace ctiengine::license
