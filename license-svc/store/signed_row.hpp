#pragma once
#include "license-svc/store/database.hpp"
#include "license-svc/store/state_key.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace ctiengine::license {

/// One text with a signature, in a table of its own: one that somebody has changed, or brought from another
/// host, is told from ours.
class SignedRow {
  public:
    /// `table`: one of the schema's with the columns id, state and mac. `database` outlives it.
    SignedRow(Database& database, StateKey key, std::string_view table);

    /// Nothing when there is none, or when it is not ours; tampered() tells which.
    std::optional<std::string> load();
    bool tampered() const { return tampered_; }

    /// False = it could not be written; the log says why.
    bool save(const std::string& text);

  private:
    Database& database_;
    StateKey key_;
    std::string table_;
    Statement save_;
    bool tampered_ = false;
};

}  // namespace ctiengine::license
