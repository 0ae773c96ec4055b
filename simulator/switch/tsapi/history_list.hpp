#pragma once

#include "simulator/switch/tsapi/conversions.hpp"

#include <vector>

namespace ctiengine::simulator {

/// Device history as the struct wants it; owns what the struct points to.
class HistoryList {
  public:
    explicit HistoryList(const std::vector<HistoryEntry>& history) {
        for (const auto& entry : history) {
            auto& abi = entries_.emplace_back();
            put_text(abi.olddeviceID, entry.device);
            abi.cause = entry.cause;
            abi.oldconnectionID = to_abi(entry.connection);
        }
    }
    void put(DeviceHistory_t& list) {
        list.count = static_cast<unsigned>(entries_.size());
        list.deviceHistoryList = entries_.empty() ? nullptr : entries_.data();
    }

  private:
    std::vector<DeviceHistoryEntry_t> entries_;
};

}  // namespace ctiengine::simulator
