#pragma once
#include "license-svc/seats/seat_store.hpp"
#include "license-svc/store/database.hpp"

namespace ctiengine::license {

/// The seats that are given out, one row each.
class SeatTable final : public SeatStore {
  public:
    /// `database` outlives it.
    explicit SeatTable(Database& database);

    bool put(const Seat& seat) override;
    void erase(std::string_view key) override;
    std::vector<Seat> load() override;

  private:
    Database& database_;
    Statement put_;
    Statement erase_;
};

}  // namespace ctiengine::license
