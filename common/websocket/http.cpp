#include "common/websocket/http.hpp"

#include <algorithm>

namespace ctiengine::websocket {

namespace {

constexpr char lower(char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
}

bool same_without_case(std::string_view left, std::string_view right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](char a, char b) {
        return lower(a) == lower(b);
    });
}

std::string_view path_of(std::string_view target) {
    return target.substr(0, target.find('?'));
}

HttpResponse redirect_to(const std::string& place) {
    HttpResponse response;
    response.status = 308;
    response.body = "The page is at " + place + "\n";
    response.headers.emplace_back("Location", place);
    return response;
}

}  // namespace

std::string_view HttpRequest::header(std::string_view name) const {
    const auto found = std::find_if(headers.begin(), headers.end(), [name](const auto& each) {
        return same_without_case(each.first, name);
    });
    return found == headers.end() ? std::string_view() : found->second;
}

HttpResponse websocket_only(const HttpRequest& request) {
    HttpResponse response;
    if (path_of(request.target) != "/" || (request.method != "GET" && request.method != "HEAD")) {
        response.status = 404;
        response.body = "Nothing is here. This server speaks WebSocket: connect to wss://<host>:<port>/\n";
        return response;
    }
    response.status = 426;
    response.body = "This is a WebSocket: connect with wss:// instead of https://\n";
    response.headers.emplace_back("Upgrade", "websocket");
    response.headers.emplace_back("Connection", "Upgrade");
    return response;
}

HttpResponder route(std::vector<std::pair<std::string, HttpResponder>> by_prefix) {
    return [by_prefix = std::move(by_prefix)](const HttpRequest& request) {
        const auto path = path_of(request.target);
        for (const auto& [prefix, responder] : by_prefix) {
            if (path.starts_with(prefix)) return responder(request);
            const bool only_the_slash_is_missing =
                prefix.size() == path.size() + 1 && prefix.ends_with('/') && prefix.starts_with(path);
            if (only_the_slash_is_missing && !path.empty()) return redirect_to(prefix);
        }
        return websocket_only(request);
    };
}

}  // namespace ctiengine::websocket
