#pragma once
#include <spdlog/logger.h>

#include <memory>

namespace ctiengine::logging {

/// The one logger of the process; before set_up() it writes to stderr at severity Low.
spdlog::logger& process_logger();

/// Only while no other thread logs.
void replace_process_logger(std::shared_ptr<spdlog::logger> logger);

}  // namespace ctiengine::logging
