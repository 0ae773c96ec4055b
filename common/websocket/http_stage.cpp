#include "common/websocket/http_stage.hpp"

#include <utility>

namespace ctiengine::websocket {
namespace http = boost::beast::http;

std::string_view plain_http_answer() {
    return "HTTP/1.1 400 Bad Request\r\n"
           "Content-Type: text/plain; charset=utf-8\r\n"
           "Content-Length: 73\r\n"
           "Connection: close\r\n"
           "\r\n"
           "This port speaks TLS: use wss:// or https:// instead of ws:// or http://\n";
}

ResponseMessage message_from(HttpResponse answer, const RequestHeader& request, bool keep_alive) {
    ResponseMessage message;
    message.version(request.version() == 10 ? 10 : 11);
    message.result(answer.status);
    for (const auto& [name, value] : answer.headers) message.insert(name, value);
    message.keep_alive(keep_alive);
    if (answer.status == 304) return message;
    message.set(http::field::content_type, answer.content_type);
    message.content_length(answer.body.size());
    if (request.method() != http::verb::head) message.body() = std::move(answer.body);
    return message;
}

HttpResponse turned_away(refusals::Refusal refusal, const std::string& detail) {
    const auto& row = refusals::row_of(refusal);
    HttpResponse response;
    response.status = row.http_status;
    response.body = std::string(row.sentence) + "\n" + (detail.empty() ? "" : detail + "\n");
    if (row.http_status == 503) response.headers.emplace_back("Retry-After", "5");
    if (row.http_status == 429) response.headers.emplace_back("Retry-After", "60");
    if (row.http_status == 401)
        response.headers.emplace_back("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    return response;
}

}  // namespace ctiengine::websocket
