#pragma once
#include "simulator/weblm/model/license_server.hpp"

#include <string>
#include <string_view>

namespace ctiengine::weblm_sim {

/// Contents of pages, as HTML.
std::string login_form(std::string_view csrf_token);
std::string home_content(LicenseServer& server);

}  // namespace ctiengine::weblm_sim
