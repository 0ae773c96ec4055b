#pragma once
#include "common/result/result.hpp"
#include "common/weblm_messages/messages.hpp"

#include <string>
#include <string_view>

namespace ctiengine::weblm {

/// Reads a WebLMResponse. Elements that the protocol does not know are passed over. Errors name the element
/// and attribute: MalformedXml, TooLarge, UnknownService (another version), MissingElement, InvalidValue.
Result<Response> read_response(std::string_view text);

/// The response as text. Values are expected to keep the limits of messages.hpp; the reader refuses others.
std::string write(const Response& response);

}  // namespace ctiengine::weblm
