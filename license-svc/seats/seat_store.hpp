#pragma once
#include "license-svc/seats/seat.hpp"

#include <string_view>
#include <vector>

namespace ctiengine::license {

/// Where granted seats survive the process. Every member has reached the disk when it returns.
class SeatStore {
  public:
    virtual ~SeatStore() = default;

    /// False = it could not be written; then the seat must not be granted.
    virtual bool put(const Seat& seat) = 0;
    /// A seat that cannot be removed is found again after a restart and freed at the end of the recovery
    /// window.
    virtual void erase(std::string_view key) = 0;
    virtual std::vector<Seat> load() = 0;
};

}  // namespace ctiengine::license
