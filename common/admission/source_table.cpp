#include "common/admission/source_table.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace ctiengine::admission {
namespace {

namespace asio = boost::asio;
using connection::MessageConnection;

Task<bool> ask(std::shared_ptr<MessageConnection> old, std::chrono::milliseconds patience) {
    const bool lives = co_await old->alive(patience);
    co_return lives;
}

}  // namespace

Task<std::unique_ptr<SourceTable::Place>> SourceTable::enter(
    std::string source, std::weak_ptr<Connection> newcomer
) {
    auto place = try_enter(source, newcomer);
    if (place) co_return place;
    for (auto& [id, old] : present(source)) {
        auto strand = old->executor();
        const bool lives = co_await asio::co_spawn(strand, ask(old, patience_), asio::use_awaitable);
        if (lives) continue;
        if (leave(source, id)) {  // another newcomer may have asked it too
            replaced_(old->info());
            asio::post(strand, [dead = std::move(old)] { dead->abort(); });  // it would read no close frame
        }
        place = try_enter(source, newcomer);
        if (place) co_return place;
    }
    co_return nullptr;
}

std::unique_ptr<SourceTable::Place> SourceTable::try_enter(
    const std::string& source, const std::weak_ptr<Connection>& newcomer
) {
    const std::lock_guard hold(mutex_);
    auto& entries = by_source_[source];
    if (entries.size() >= most_) return nullptr;
    const auto id = ++last_id_;
    entries.emplace(id, newcomer);
    return std::make_unique<Place>(shared_from_this(), source, id);
}

std::vector<std::pair<std::uint64_t, std::shared_ptr<SourceTable::Connection>>> SourceTable::present(
    const std::string& source
) const {
    std::vector<std::pair<std::uint64_t, std::shared_ptr<Connection>>> all;
    const std::lock_guard hold(mutex_);
    const auto found = by_source_.find(source);
    if (found == by_source_.end()) return all;
    for (const auto& [id, connection] : found->second) {
        if (auto kept = connection.lock()) all.emplace_back(id, std::move(kept));
    }
    return all;
}

bool SourceTable::leave(const std::string& source, std::uint64_t id) {
    const std::lock_guard hold(mutex_);
    const auto found = by_source_.find(source);
    if (found == by_source_.end()) return false;
    const bool was_there = found->second.erase(id) > 0;
    if (found->second.empty()) by_source_.erase(found);
    return was_there;
}

std::size_t SourceTable::connections_of(const std::string& source) const {
    const std::lock_guard hold(mutex_);
    const auto found = by_source_.find(source);
    return found == by_source_.end() ? 0 : found->second.size();
}

}  // namespace ctiengine::admission
