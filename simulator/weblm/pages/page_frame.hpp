#pragma once
#include "simulator/weblm/http/http_message.hpp"

#include <string>
#include <string_view>

namespace ctiengine::weblm_sim {

/// What is around the content of a page.
struct PageFrame {
    std::string title;
    std::string path;        ///< of the line in the menu that is marked
    std::string csrf_token;  ///< for the log-out button; empty: nobody has logged in, there is no menu
    std::string message;     ///< good news of the step before; may be empty
    std::string fault;       ///< what was wrong; may be empty
};

/// A whole page with the headers that keep scripts, frames and other hosts out. `content` is HTML, the rest
/// is text.
HttpResponse page(const PageFrame& frame, const std::string& content, unsigned status = 200);

/// The headers alone, for what is no page.
void add_security_headers(HttpResponse& response);

/// The hidden field that every form has.
std::string csrf_field(std::string_view token);

std::string_view style_sheet();

/// The picture in the browser's tab, SVG.
std::string_view icon();

}  // namespace ctiengine::weblm_sim
