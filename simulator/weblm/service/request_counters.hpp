#pragma once
#include "common/weblm_messages/codes.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace ctiengine::weblm_sim {

/// How many requests of each verb got each result code. One thread.
class RequestCounters {
  public:
    static constexpr std::size_t kVerbs = 4;
    static constexpr std::size_t kCodes = 13;

    /// No verb: the request could not be read.
    void count(std::optional<weblm::Verb> verb, weblm::ResultCode code) {
        ++counts_.at(row(verb)).at(static_cast<std::size_t>(code));
    }
    [[nodiscard]] std::uint64_t of(std::optional<weblm::Verb> verb, weblm::ResultCode code) const {
        return counts_.at(row(verb)).at(static_cast<std::size_t>(code));
    }

    std::uint64_t refused_by_http = 0;  ///< 400, 405, 413, 415, 503

  private:
    static std::size_t row(std::optional<weblm::Verb> verb) {
        return verb ? static_cast<std::size_t>(*verb) : kVerbs;
    }

    std::array<std::array<std::uint64_t, kCodes>, kVerbs + 1> counts_{};
};

}  // namespace ctiengine::weblm_sim
