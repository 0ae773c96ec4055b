#pragma once
#include "simulator/weblm/licence/licence.hpp"

namespace ctiengine::weblm_sim {

/// The licence that the manual's figure of the server's capacity table shows, with the seats in use there:
/// 100 users (80 used), 100 high-availability users (80), 100 remote agents (91), every flag on.
Licence example_licence();

}  // namespace ctiengine::weblm_sim
