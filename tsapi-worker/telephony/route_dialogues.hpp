#pragma once
#include "common/csta/identifiers.hpp"

#include <chrono>
#include <map>
#include <vector>

namespace ctiengine::telephony {

/// Routeing dialogues in which it is the application's turn, each with the time by which it has to answer.
/// Pure logic; belongs to the telephony executor.
class RouteDialogues {
  public:
    using TimePoint = std::chrono::steady_clock::time_point;

    /// `device` is that of the registration; the switch counts cross references for each of them.
    struct Key {
        csta::Device device;
        std::int32_t cross_ref = 0;
        auto operator<=>(const Key&) const = default;
    };

    explicit RouteDialogues(std::chrono::milliseconds limit) : limit_(limit) {}

    /// The switch asks, for the first time or again.
    void asked(const Key& dialogue, TimePoint now) { until_[dialogue] = now + limit_; }
    /// The application answered, or the dialogue is over.
    void settled(const Key& dialogue) { until_.erase(dialogue); }
    /// The registration is over, and its dialogues with it.
    void forget(const csta::Device& device) {
        std::erase_if(until_, [&](const auto& open) { return open.first.device == device; });
    }

    /// Takes out those that nobody answered in time.
    std::vector<Key> take_late(TimePoint now) {
        return take([&](const Key&, TimePoint until) { return until <= now; });
    }
    /// Takes out those of one registration.
    std::vector<Key> take_all(const csta::Device& device) {
        return take([&](const Key& dialogue, TimePoint) { return dialogue.device == device; });
    }

    std::size_t size() const { return until_.size(); }

  private:
    template <class Which>
    std::vector<Key> take(Which which) {
        std::vector<Key> taken;
        for (const auto& [dialogue, until] : until_) {
            if (which(dialogue, until)) taken.push_back(dialogue);
        }
        for (const auto& dialogue : taken) until_.erase(dialogue);
        return taken;
    }

    std::chrono::milliseconds limit_;
    std::map<Key, TimePoint> until_;
};

}  // namespace ctiengine::telephony
