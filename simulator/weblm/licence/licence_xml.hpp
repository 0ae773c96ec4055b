#pragma once
#include "common/result/result.hpp"
#include "simulator/weblm/licence/licence.hpp"

#include <string>
#include <string_view>

namespace ctiengine::weblm_sim {

/// Reads a licence file of ours (urn:ctiengine:weblm-licence:1). The strict scan runs first: no DOCTYPE, at
/// most 64 KiB. Errors name the element and attribute: MalformedXml, TooLarge, UnknownService (another
/// version), MissingElement, InvalidValue.
Result<Licence> read_licence(std::string_view text);

std::string write_licence(const Licence& licence);

}  // namespace ctiengine::weblm_sim
