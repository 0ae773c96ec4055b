#include "common/websocket/upgrade_request.hpp"

#include <boost/asio/ip/address_v6.hpp>
#include <boost/beast/http/field.hpp>
#include <boost/beast/http/rfc7230.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace ctiengine::websocket {
namespace asio = boost::asio;
namespace http = boost::beast::http;

namespace {

std::string_view std_view(boost::beast::string_view text) {
    return {text.data(), text.size()};
}

HttpResponse bad_request(std::string sentence) {
    HttpResponse response;
    response.status = 400;
    response.body = std::move(sentence);
    return response;
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

ConnectionInfo info_from(
    const RequestHeader& request,
    const asio::ip::tcp::endpoint& peer,
    std::uint64_t id,
    const std::vector<std::string>& known_subprotocols
) {
    ConnectionInfo info;
    info.id = id;
    info.peer_address = address_text(peer.address());
    info.peer_port = peer.port();
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
    return info;
}

std::optional<HttpResponse> fault_of_upgrade(const RequestHeader& request, std::size_t bytes_behind) {
    if (request.count(http::field::origin) > 1)
        return bad_request("The request has more than one Origin header.\n");
    if (bytes_behind > 0) return bad_request("The request has bytes behind it; wait for the answer first.\n");
    return std::nullopt;
}

std::string address_text(const asio::ip::address& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    }
    return address.to_string();
}

}  // namespace ctiengine::websocket
