#pragma once
#include "common/tasks/clock.hpp"
#include "common/weblm_messages/messages.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ctiengine::weblm_sim {

/// What a client holds until its lease is over.
struct Holding {
    std::string session;
    std::vector<weblm::FeatureDemand> demand;    ///< as last wanted
    std::map<std::string, std::uint32_t> seats;  ///< by keyword; an on/off feature is not in it
    std::chrono::steady_clock::time_point renewed{};
    std::chrono::steady_clock::time_point lease_end{};
};

struct Client {
    weblm::ClientId id;              ///< as it said last
    std::optional<Holding> holding;  ///< none: it came once and holds nothing now
};

/// Everybody who ever acquired, up to a bound. The bound is kept by forgetting who holds nothing.
class ClientTable {
  public:
    explicit ClientTable(std::size_t most) : most_(most) {}

    /// Null = unknown.
    Client* find(const std::string& id);

    /// The client of that id, new if need be; null = the table is full of clients that hold something.
    Client* enter(const weblm::ClientId& id);

    /// Ends every holding whose lease is over.
    void drop_lapsed(std::chrono::steady_clock::time_point now);

    /// Seats of a feature in use by everybody but `except` (empty: by everybody).
    [[nodiscard]] std::uint64_t seats_in_use(const std::string& keyword, const std::string& except = {})
        const;

    /// Those who hold something, the one whose lease ends first in front.
    [[nodiscard]] std::vector<const Client*> holders() const;

    void clear() { clients_.clear(); }

  private:
    bool make_room();

    std::size_t most_;
    std::map<std::string, Client> clients_;
};

}  // namespace ctiengine::weblm_sim
