#pragma once
#include "common/weblm_messages/messages.hpp"

#include <cstddef>
#include <deque>
#include <map>
#include <utility>

namespace ctiengine::weblm_sim {

/// The last answers, so that a repeated request gets the same one again. When it is full the oldest goes.
class AnswerStore {
  public:
    explicit AnswerStore(std::size_t most) : most_(most) {}

    /// Null = that request was not answered, or too long ago.
    [[nodiscard]] const weblm::Response* find(const weblm::Request& request) const;
    void keep(const weblm::Request& request, const weblm::Response& answer);
    void clear();

  private:
    using Key = std::pair<std::string, std::string>;  ///< client id, request id
    static Key key_of(const weblm::Request& request) { return {request.client.id, request.request_id}; }

    std::size_t most_;
    std::map<Key, weblm::Response> answers_;
    std::deque<Key> order_;
};

}  // namespace ctiengine::weblm_sim
