#pragma once
#include "common/csta/requests.hpp"
#include "common/csta/responses.hpp"
#include "tsapi-worker/ani/number_layout.hpp"

namespace ctiengine::ani {

/// Moves the number to show of a MakeCall or ConsultationCall into its user data; other requests stay as they
/// are. A Failure (VALUE_OUT_OF_RANGE) and an unchanged request when the number cannot be encoded, or when
/// the request has user data of its own: the switch takes one of them only.
std::optional<csta::Failure> encode_shown_number(const NumberLayout& layout, csta::Request& request);

}  // namespace ctiengine::ani
