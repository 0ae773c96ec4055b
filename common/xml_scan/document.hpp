#pragma once
#include "common/result/result.hpp"
#include "common/xml_scan/scan.hpp"

#include <pugixml.hpp>

#include <string_view>

namespace ctiengine::xml_scan {

/// Scans `text` and loads what passed. The document holds a copy of the text; comments and the XML
/// declaration are dropped, CDATA sections are kept as such, text of white space only is dropped. Errors are
/// those of scan().
Result<pugi::xml_document> parse(std::string_view text, const ScanLimits& limits = {});

}  // namespace ctiengine::xml_scan
