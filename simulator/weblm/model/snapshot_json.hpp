#pragma once
#include "common/result/result.hpp"
#include "simulator/weblm/model/snapshot.hpp"

#include <string>
#include <string_view>

namespace ctiengine::weblm_sim {

/// The state file: JSON, the licence in it as its own XML.
std::string write_snapshot(const Snapshot& snapshot);

/// The reverse. InvalidValue: what is wrong with the file.
Result<Snapshot> read_snapshot(std::string_view text);

}  // namespace ctiengine::weblm_sim
