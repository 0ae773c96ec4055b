#pragma once
#include "gateway/license_link/license_gate.hpp"

#include <map>

namespace ctiengine::gateway {

/// A licence that says what the test wants, and remembers who has a seat.
class FakeLicenseGate final : public LicenseGate {
  public:
    std::optional<SeatRefusal> refusal;
    std::map<std::string, int> seats;
    std::chrono::seconds linger{-1};  ///< of the last release
    bool has_call_center = true;

    Task<std::optional<SeatRefusal>> acquire(std::string key) override {
        if (!refusal) ++seats[key];
        co_return refusal;
    }
    void release(std::string key, std::chrono::seconds how_long) override {
        linger = how_long;
        if (--seats[key] == 0) seats.erase(key);
    }
    bool call_center() const override { return has_call_center; }
};

}  // namespace ctiengine::gateway
