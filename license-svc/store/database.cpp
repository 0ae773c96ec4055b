#include "license-svc/store/database.hpp"

#include <sqlite3.h>
#include <sys/stat.h>

#include <stdexcept>
#include <utility>

namespace ctiengine::license {
namespace {

constexpr int kBusyMs = 2000;  // a backup or an administrator's look

constexpr const char* kSchema = R"(
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS seat (
        key TEXT PRIMARY KEY, holder TEXT NOT NULL, incarnation TEXT NOT NULL, op INTEGER NOT NULL,
        since INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS grace (id INTEGER PRIMARY KEY CHECK (id = 1), state TEXT NOT NULL, mac TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS clock (id INTEGER PRIMARY KEY CHECK (id = 1), state TEXT NOT NULL, mac TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS identity (id INTEGER PRIMARY KEY CHECK (id = 1), value TEXT NOT NULL);
    INSERT OR IGNORE INTO identity VALUES (1, lower(hex(randomblob(8))));
    CREATE TABLE IF NOT EXISTS number (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
)";

Error cannot_use(const std::filesystem::path& file, const std::string& why) {
    return {
        Errc::Io, "the state of license-svc at " + file.string() + " cannot be used: " + why +
                      ". It has to be a folder that this user may write, with room on its disk"};
}

Result<void> make_folder(const std::filesystem::path& folder) {
    std::error_code failed;
    if (std::filesystem::create_directories(folder, failed)) {
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failed);
    }
    if (failed) return cannot_use(folder, failed.message());
    return {};
}

}  // namespace

void Database::Close::operator()(sqlite3* handle) const {
    ::sqlite3_close_v2(handle);
}

std::string Database::last_error() const {
    return ::sqlite3_errmsg(handle_.get());
}

Result<Database> Database::open_once(const std::filesystem::path& file, bool& damaged) {
    sqlite3* raw = nullptr;
    const int opened =
        ::sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Database database;
    database.handle_.reset(raw);
    if (opened != SQLITE_OK) return cannot_use(file, raw ? ::sqlite3_errmsg(raw) : "no memory");
    ::sqlite3_busy_timeout(raw, kBusyMs);
    const int result = ::sqlite3_exec(raw, kSchema, nullptr, nullptr, nullptr);
    damaged = result == SQLITE_NOTADB || result == SQLITE_CORRUPT;
    if (result != SQLITE_OK) return cannot_use(file, ::sqlite3_errmsg(raw));
    return database;
}

Result<Database> Database::open(const std::filesystem::path& file) {
    if (auto made = make_folder(file.parent_path()); !made) return made.error();
    bool damaged = false;
    auto database = open_once(file, damaged);
    if (database || !damaged) return database;
    const auto why = database.error().detail;
    auto aside = file;
    aside += ".damaged";
    std::error_code failed;
    std::filesystem::rename(file, aside, failed);
    if (failed) return cannot_use(file, failed.message());
    for (const char* part : {"-wal", "-shm"}) std::filesystem::remove(file.string() + part, failed);
    auto fresh = open_once(file, damaged);
    if (fresh) fresh->lost_ = why + "; it was put aside as " + aside.string() + " and a new one begun";
    return fresh;
}

std::string Database::identity() {
    Statement look(*this, "SELECT value FROM identity WHERE id = 1");
    if (look.step() != Statement::Step::Row) return {};
    auto value = look.text(0);
    look.reset();
    return value;
}

Result<std::uint64_t> Database::next_number(std::string_view name) {
    Statement raise(
        *this,
        "INSERT INTO number VALUES (?1, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value"
    );
    raise.bind(0, name);
    if (raise.step() != Statement::Step::Row) return Error{Errc::Io, last_error()};
    const auto value = static_cast<std::uint64_t>(raise.integer(0));
    if (raise.step() != Statement::Step::Done) return Error{Errc::Io, last_error()};
    return value;
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    ::sqlite3_finalize(statement);
}

Statement::Statement(Database& database, std::string_view sql) {
    sqlite3_stmt* raw = nullptr;
    const int prepared = ::sqlite3_prepare_v3(
        database.handle(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw, nullptr
    );
    if (prepared != SQLITE_OK) throw std::logic_error(std::string(sql) + ": " + database.last_error());
    statement_.reset(raw);
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    ::sqlite3_bind_int64(statement_.get(), parameter + 1, value);
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view value) {
    ::sqlite3_bind_text(
        statement_.get(), parameter + 1, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT
    );
    return *this;
}

Statement::Step Statement::step() {
    const int result = ::sqlite3_step(statement_.get());
    if (result == SQLITE_ROW) return Step::Row;
    reset();
    return result == SQLITE_DONE ? Step::Done : Step::Failed;
}

void Statement::reset() {
    ::sqlite3_reset(statement_.get());
}

std::int64_t Statement::integer(int column) const {
    return ::sqlite3_column_int64(statement_.get(), column);
}

std::string Statement::text(int column) const {
    const auto* text = ::sqlite3_column_text(statement_.get(), column);
    const auto size = static_cast<std::size_t>(::sqlite3_column_bytes(statement_.get(), column));
    return text ? std::string(reinterpret_cast<const char*>(text), size) : std::string();
}

}  // namespace ctiengine::license
