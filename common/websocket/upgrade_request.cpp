#include "common/websocket/upgrade_request.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/field.hpp>
#include <boost/beast/http/rfc7230.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace ctiengine::websocket {
namespace http = boost::beast::http;

namespace {

std::string_view std_view(boost::beast::string_view text) {
    return {text.data(), text.size()};
}

constexpr std::string_view kBearerProtocol = "bearer.";

bool begins_with_bearer(std::string_view value) {
    constexpr std::string_view kScheme = "bearer ";
    if (value.size() <= kScheme.size()) return false;
    for (std::size_t at = 0; at < kScheme.size(); ++at) {
        if (value[at] != kScheme[at] && (value[at] | 0x20) != kScheme[at]) return false;
    }
    return true;
}

}  // namespace

HttpRequest view_of(const RequestHeader& request) {
    HttpRequest view{std_view(request.method_string()), std_view(request.target())};
    for (const auto& field : request)
        view.headers.emplace_back(std_view(field.name_string()), std_view(field.value()));
    return view;
}

std::string choose_subprotocol(const RequestHeader& request, const std::vector<std::string>& known) {
    const auto [begin, end] = request.equal_range(http::field::sec_websocket_protocol);
    for (auto header = begin; header != end; ++header) {
        for (const auto& offered : http::token_list{header->value()}) {
            const auto found = std::find(known.begin(), known.end(), std_view(offered));
            if (found != known.end()) return *found;
        }
    }
    return {};
}

void read_upgrade(
    const RequestHeader& request, const std::vector<std::string>& known_subprotocols, ConnectionInfo& info
) {
    const auto target = std_view(request.target());
    const auto question = target.find('?');
    info.path = target.substr(0, question);
    if (question != std::string_view::npos) info.query = target.substr(question + 1);
    info.host = std_view(request[http::field::host]);
    info.user_agent = std_view(request[http::field::user_agent]);
    if (const auto origin = request.find(http::field::origin); origin != request.end()) {
        info.origin = std_view(origin->value());
    }
    info.subprotocol = choose_subprotocol(request, known_subprotocols);
    info.bearer_token = bearer_token_of(request);
}

std::string bearer_token_of(const RequestHeader& request) {
    const auto authorization = std_view(request[http::field::authorization]);
    if (begins_with_bearer(authorization)) return std::string(authorization.substr(7));
    const auto [begin, end] = request.equal_range(http::field::sec_websocket_protocol);
    for (auto header = begin; header != end; ++header) {
        for (const auto& offered : http::token_list{header->value()}) {
            const auto name = std_view(offered);
            if (name.starts_with(kBearerProtocol)) return std::string(name.substr(kBearerProtocol.size()));
        }
    }
    return {};
}

client_address::ForwardingHeaders forwarding_headers_of(const RequestHeader& request) {
    client_address::ForwardingHeaders headers;
    for (const auto& field : request) {
        if (field.name() == http::field::forwarded) headers.forwarded.push_back(std_view(field.value()));
        if (boost::beast::iequals(field.name_string(), "X-Forwarded-For")) {
            headers.x_forwarded_for.push_back(std_view(field.value()));
        }
    }
    return headers;
}

const char* fault_of_upgrade(const RequestHeader& request, std::size_t bytes_behind) {
    if (request.count(http::field::origin) > 1) return "The request has more than one Origin header.";
    if (bytes_behind > 0) return "The request has bytes behind it; wait for the answer first.";
    return nullptr;
}

}  // namespace ctiengine::websocket
