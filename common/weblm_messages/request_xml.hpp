#pragma once
#include "common/result/result.hpp"
#include "common/weblm_messages/messages.hpp"

#include <string>
#include <string_view>

namespace ctiengine::weblm {

/// Reads a WebLMRequest. Elements that the protocol does not know are passed over. Errors name the element
/// and attribute:
///  - MalformedXml, TooLarge: not even XML (HTTP 400, 413);
///  - UnknownService: another version, or no verb that we know (UNSUPPORTED);
///  - MissingElement, InvalidValue: anything else (BAD_REQUEST).
Result<Request> read_request(std::string_view text);

/// The request id of a text that read_request() refused, for the answer to it; empty = it has none of use.
std::string request_id_of(std::string_view text);

/// The request as text. Values are expected to keep the limits of messages.hpp; the reader refuses others.
std::string write(const Request& request);

}  // namespace ctiengine::weblm
