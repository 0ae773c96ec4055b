#pragma once
#include "common/connection/message_connection.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace ctiengine::admission {

/// One connection per source: who comes second is refused while the first one lives; a dead one makes
/// room. Any thread; the lock is held for a look-up, never while a connection is asked.
class SourceTable : public std::enable_shared_from_this<SourceTable> {
  public:
    using Connection = connection::MessageConnection;

    /// A place of a source; given back when it is destroyed.
    class Place {
      public:
        Place(std::shared_ptr<SourceTable> table, std::string source, std::uint64_t id)
            : table_(std::move(table)), source_(std::move(source)), id_(id) {}
        ~Place() { table_->leave(source_, id_); }
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;

      private:
        std::shared_ptr<SourceTable> table_;
        std::string source_;
        std::uint64_t id_;
    };

    /// Told of each connection that had to make room; any thread.
    using Replaced = std::function<void(const connection::ConnectionInfo&)>;

    /// `most` connections for each source, at least 1. `patience`: for a sign of life of an old one.
    SourceTable(std::size_t most, std::chrono::milliseconds patience, Replaced replaced)
        : most_(most), patience_(patience), replaced_(std::move(replaced)) {}

    /// A place for `newcomer`. When the source has none left, its oldest connections are asked for a sign of
    /// life, and the first that gives none is cut and makes room. Null = all of them live. Runs on the
    /// newcomer's strand; two newcomers cannot get the same place.
    Task<std::unique_ptr<Place>> enter(std::string source, std::weak_ptr<Connection> newcomer);

    std::size_t connections_of(const std::string& source) const;

  private:
    using Entries = std::map<std::uint64_t, std::weak_ptr<Connection>>;

    std::unique_ptr<Place> try_enter(const std::string& source, const std::weak_ptr<Connection>& newcomer);
    std::vector<std::pair<std::uint64_t, std::shared_ptr<Connection>>> present(const std::string& source
    ) const;
    /// False = its place was given back before.
    bool leave(const std::string& source, std::uint64_t id);

    const std::size_t most_;
    const std::chrono::milliseconds patience_;
    const Replaced replaced_;
    mutable std::mutex mutex_;
    std::uint64_t last_id_ = 0;
    std::map<std::string, Entries> by_source_;
};

}  // namespace ctiengine::admission
