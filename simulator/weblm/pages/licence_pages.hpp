#pragma once
#include "simulator/weblm/model/license_server.hpp"

#include <string>
#include <string_view>

namespace ctiengine::weblm_sim {

/// Contents of pages, as HTML.
std::string install_form(const LicenseServer& server, std::string_view csrf_token);
std::string products_content(LicenseServer& server);
std::string product_content(LicenseServer& server);
std::string uninstall_form(LicenseServer& server, std::string_view csrf_token);

/// What is wrong with what is installed, for the head of a page; empty = nothing.
std::string licence_warning(const LicenseServer& server);

}  // namespace ctiengine::weblm_sim
