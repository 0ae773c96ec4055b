#pragma once
#include <map>
#include <string>
#include <vector>

namespace ctiengine::gateway {

/// How many sessions work on each seat of this gateway. Pure logic; belongs to the link's strand.
class SeatCounts {
  public:
    /// One more session on a seat that is held. False = it is not held.
    bool join(const std::string& key);
    /// The seat was granted to the first session.
    void granted(const std::string& key) { ++sessions_[key]; }
    /// True when that was the last session: the seat is free.
    bool leave(const std::string& key);

    std::vector<std::string> keys() const;
    std::size_t size() const { return sessions_.size(); }

  private:
    std::map<std::string, unsigned> sessions_;
};

}  // namespace ctiengine::gateway
