#include "simulator/weblm/pages/admin_sessions.hpp"

#include <openssl/crypto.h>

#include <algorithm>

namespace ctiengine::weblm_sim {

AdminSession* AdminSessions::find(std::string_view id) {
    drop_old();
    const auto found = sessions_.find(id);
    if (found == sessions_.end()) return nullptr;
    found->second.seen = clock_.now();
    return &found->second;
}

std::string AdminSessions::begin(bool logged_in) {
    drop_old();
    if (sessions_.size() >= kMost) {
        // Those who have not logged in go first.
        sessions_
            .erase(std::min_element(sessions_.begin(), sessions_.end(), [](const auto& a, const auto& b) {
                return std::pair(a.second.logged_in, a.second.seen) <
                       std::pair(b.second.logged_in, b.second.seen);
            }));
    }
    auto id = make_token_();
    AdminSession session;
    session.csrf_token = make_token_();
    session.logged_in = logged_in;
    session.began = session.seen = clock_.now();
    sessions_.emplace(id, std::move(session));
    return id;
}

void AdminSessions::end(std::string_view id) {
    const auto found = sessions_.find(id);
    if (found != sessions_.end()) sessions_.erase(found);
}

void AdminSessions::drop_old() {
    const auto now = clock_.now();
    std::erase_if(sessions_, [&](const auto& entry) {
        return now - entry.second.seen >= kIdle || now - entry.second.began >= kLongest;
    });
}

bool same_secret(std::string_view left, std::string_view right) {
    return !left.empty() && left.size() == right.size() &&
           ::CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace ctiengine::weblm_sim
