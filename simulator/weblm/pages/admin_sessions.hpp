#pragma once
#include "common/tasks/clock.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace ctiengine::weblm_sim {

/// What the server knows of one browser.
struct AdminSession {
    std::string csrf_token;  ///< stands in every form of this browser
    bool logged_in = false;
    std::string message{};  ///< to be shown once, on the next page
    std::chrono::steady_clock::time_point began{};
    std::chrono::steady_clock::time_point seen{};
};

/// The browsers at the admin pages, by the secret in their cookie. They end after a quarter of an hour
/// without a request, and after eight hours in any case. One thread.
class AdminSessions {
  public:
    static constexpr std::chrono::minutes kIdle{15};
    static constexpr std::chrono::hours kLongest{8};
    static constexpr std::size_t kMost = 100;

    /// `make_token` gives a new secret nobody can guess.
    AdminSessions(const Clock& clock, std::function<std::string()> make_token)
        : clock_(clock), make_token_(std::move(make_token)) {}

    /// Null = there is none of that id, or no longer.
    AdminSession* find(std::string_view id);

    /// A new one; the id is for the cookie. When there are too many, the one seen longest ago goes.
    std::string begin(bool logged_in);
    void end(std::string_view id);

  private:
    void drop_old();

    const Clock& clock_;
    std::function<std::string()> make_token_;
    std::map<std::string, AdminSession, std::less<>> sessions_;
};

/// Compares secrets in a time that does not tell how much of them is the same. Empty ones are never the same.
bool same_secret(std::string_view left, std::string_view right);

}  // namespace ctiengine::weblm_sim
