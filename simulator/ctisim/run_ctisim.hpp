#pragma once

#include <iosfwd>
#include <string>

namespace ctiengine::simulator {

/// The whole program but for main(): reads the command line, asks, prints. Gives the exit status: 0 done,
/// 1 refused, 2 wrong usage, 3 switch-sim not reachable.
int run_ctisim(
    int argc,
    const char* const* argv,
    const std::string& default_address,
    std::ostream& out,
    std::ostream& err
);

}  // namespace ctiengine::simulator
