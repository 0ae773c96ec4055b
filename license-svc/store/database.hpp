#pragma once
#include "common/result/result.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace ctiengine::license {

/// What license-svc must not forget, in one SQLite file with a write-ahead log. Every change has reached the
/// disk when it returns (synchronous=FULL). Belongs to one strand.
class Database {
  public:
    /// Makes the folder (mode 0700) and the file when they are not there. A file that is no database any more
    /// is put aside as FILE.damaged and a new one begun: `lost` says so. Io says why it cannot be used.
    static Result<Database> open(const std::filesystem::path& file);

    /// In words, when the state of before had to be put aside.
    const std::optional<std::string>& lost() const { return lost_; }

    /// Random, and new with each new database: whoever counts by its numbers has to know that they began
    /// anew.
    std::string identity();

    /// The next number of `name`: 1, 2, 3 … over all starts. Io when it cannot be stored.
    Result<std::uint64_t> next_number(std::string_view name);

    /// What went wrong last, in SQLite's words.
    std::string last_error() const;

    sqlite3* handle() { return handle_.get(); }

  private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    static Result<Database> open_once(const std::filesystem::path& file, bool& damaged);

    std::unique_ptr<sqlite3, Close> handle_;
    std::optional<std::string> lost_;
};

/// One prepared statement, used again and again. Parameters and columns count from 0.
class Statement {
  public:
    /// `database` outlives it. A mistake in `sql` is a defect: std::logic_error.
    Statement(Database& database, std::string_view sql);

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, std::string_view value);

    enum class Step { Row, Done, Failed };
    /// After Done or Failed the statement is ready for new parameters.
    Step step();

    std::int64_t integer(int column) const;
    std::string text(int column) const;

    /// Before the last row was read: ready for new parameters.
    void reset();

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace ctiengine::license
