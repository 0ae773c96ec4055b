#pragma once
#include "common/refusals/refusal.hpp"
#include "common/websocket/http.hpp"
#include "common/websocket/upgrade_request.hpp"

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <string_view>

namespace ctiengine::websocket {

using ResponseMessage = boost::beast::http::response<boost::beast::http::string_body>;

/// What a browser or curl gets that speaks plain HTTP to this port.
std::string_view plain_http_answer();

/// The responder's answer as it goes on the wire: no body for HEAD and 304, its length announced otherwise.
ResponseMessage message_from(HttpResponse answer, const RequestHeader& request, bool keep_alive);

/// Answer to a request that is turned away: status and sentence of its row, and what exactly, if there is
/// more to say.
HttpResponse turned_away(refusals::Refusal refusal, const std::string& detail = {});

}  // namespace ctiengine::websocket
