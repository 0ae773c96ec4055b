#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace ctiengine::simulator {

/// The truth as tables for people. `view`: calls, agents, stations, monitors, streams, or empty for all but
/// the stations.
std::string truth_tables(const nlohmann::json& truth, const std::string& view);

/// Any other answer: one "key: value" per line.
std::string plain_answer(const nlohmann::json& answer);

}  // namespace ctiengine::simulator
