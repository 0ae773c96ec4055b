#pragma once
#include "common/csta/requests.hpp"
#include "common/csta/responses.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ctiengine::telephony {

/// A command that its client may repeat because it does not know whether it was carried out. `id` is the
/// client's own and unique for this user.
struct CommandKey {
    std::string user;
    std::string id;
    auto operator<=>(const CommandKey&) const = default;
};

/// Does the request change something, so that it must not be carried out twice?
bool is_command(const csta::Request& request);

/// Remembers the answers to commands for a while, so that a repetition gets the first answer instead of being
/// sent again. Pure logic with the caller's time; belongs to the telephony executor.
class CommandMemory {
  public:
    using TimePoint = std::chrono::steady_clock::time_point;
    using Answer = std::function<void(csta::Response)>;

    /// Bounded by age, and by number: the oldest answered ones go first.
    CommandMemory(std::chrono::seconds age, std::size_t most) : age_(age), most_(most) {}

    /// First time: returns the answer to call when the command is done; it answers `answer` and whoever
    /// repeats meanwhile. A repetition: nothing; `answer` has been or will be called with the first answer.
    std::optional<Answer> begin(const CommandKey& key, Answer answer, std::function<TimePoint()> now);

    /// A repetition gets the first answer, now or when it comes. False = no such command; nothing is
    /// answered.
    bool repeat(const CommandKey& key, Answer answer);

    /// Forgets answers that are too old.
    void tick(TimePoint now);

    std::size_t size() const { return commands_.size(); }

  private:
    struct Command {
        std::optional<csta::Response> response;  ///< nothing = it is running
        std::vector<Answer> waiting;
        TimePoint answered_at{};
    };
    void done(const CommandKey& key, csta::Response response, TimePoint now);
    void forget_oldest();

    std::chrono::seconds age_;
    std::size_t most_;
    std::map<CommandKey, Command> commands_;
};

}  // namespace ctiengine::telephony
