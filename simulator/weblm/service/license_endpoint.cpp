#include "simulator/weblm/service/license_endpoint.hpp"

#include "common/logging/log.hpp"
#include "common/weblm_messages/request_xml.hpp"
#include "common/weblm_messages/response_xml.hpp"

#include <utility>

namespace ctiengine::weblm_sim {
namespace {

using How = Delivery::How;
using weblm::ResultCode;

constexpr auto kVersionHeader = "CTI-WebLM-Version";
constexpr auto kXmlType = "application/xml; charset=utf-8";

/// "application/xml", with UTF-8 or nothing said about the character set.
bool is_xml(std::string_view content_type) {
    std::string plain;
    for (const char c : content_type) {
        if (c != ' ' && c != '"') plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    }
    return plain == "application/xml" || plain == "application/xml;charset=utf-8";
}

bool is_browser(const HttpRequest& request) {
    return request.method == "GET" && request.header("Accept").find("text/html") != std::string_view::npos;
}

bool worked_on(FaultKind kind) {
    return kind != FaultKind::Hang && kind != FaultKind::Reset && kind != FaultKind::Unavailable &&
           kind != FaultKind::Code;
}

/// Changes an answer that was given in good order.
void spoil(HttpAnswer& answer, const Fault& fault, const std::string& body_before) {
    auto& body = answer.response.body;
    switch (fault.kind) {
        case FaultKind::Drip:
            answer.delivery.how = How::Drip;
            answer.delivery.drip_every = fault.delay;
            break;
        case FaultKind::Malformed: body.insert(body.find("<Result"), "<Result code="); break;
        case FaultKind::Oversized: body.append(2 * weblm::kMostMessageBytes, ' '); break;
        case FaultKind::Truncated: answer.delivery.how = How::Truncate; break;
        case FaultKind::Duplicate: answer.delivery.how = How::Twice; break;
        case FaultKind::Late: answer.delivery.delay = fault.delay; break;
        case FaultKind::Stale:
            if (!body_before.empty()) body = body_before;
            break;
        default: break;  // not worked on
    }
}

}  // namespace

HttpAnswer LicenseEndpoint::answer(const HttpRequest& request) {
    if (is_browser(request)) return {redirect(302, kPagesPath)};
    if (request.method != "POST") {
        auto response = refuse(405, "Send a POST, or open this address in a browser.\n");
        response.headers.emplace_back("Allow", "POST");
        return {std::move(response)};
    }
    if (const auto fault = faults_.take()) return work_with_fault(request, *fault);
    return work_on(request);
}

HttpAnswer LicenseEndpoint::work_with_fault(const HttpRequest& request, const Fault& fault) {
    logging::info("fault {} for a request of {}", to_string(fault.kind), request.peer);
    if (worked_on(fault.kind)) {
        const auto body_before = last_body_;
        auto answer = work_on(request);
        if (answer.response.status == 200) spoil(answer, fault, body_before);
        return answer;
    }
    HttpAnswer answer;
    switch (fault.kind) {
        case FaultKind::Code:
            return coded_answer(request, fault.code, "set by the operator of the simulator");
        case FaultKind::Hang: answer.delivery.how = How::Hang; break;
        case FaultKind::Reset: answer.delivery.how = How::Reset; break;
        default: answer.response = refuse(503, "The licence server is out of order.\n"); break;
    }
    return answer;
}

HttpAnswer LicenseEndpoint::work_on(const HttpRequest& request) {
    if (!is_xml(request.header("Content-Type")))
        return {refuse(415, "Content-Type is to be application/xml; charset=utf-8.\n")};
    const auto version = request.header(kVersionHeader);
    if (!version.empty() && version != "1")
        return coded_answer(request, ResultCode::Unsupported, "only version 1 of the protocol is known");
    const auto read = weblm::read_request(request.body);
    if (read) {
        auto answer = server_.answer(*read);
        counters_.count(read->verb, answer.code);
        logging::info(
            "{} of client {} incarnation {} from {}: {} {}", to_string(read->verb), read->client.id,
            read->client.incarnation, request.peer, to_string(answer.code), answer.text
        );
        return {respond(std::move(answer))};
    }
    const auto& error = read.error();
    if (error.code == Errc::TooLarge) return {refuse(413, error.detail + "\n")};
    if (error.code == Errc::MalformedXml) return {refuse(400, error.detail + "\n")};
    const auto code = error.code == Errc::UnknownService ? ResultCode::Unsupported : ResultCode::BadRequest;
    counters_.count(std::nullopt, code);
    logging::info("request of {} refused: {} {}", request.peer, to_string(code), error.detail);
    return {respond(server_.plain_answer(weblm::request_id_of(request.body), code, error.detail))};
}

HttpAnswer LicenseEndpoint::coded_answer(
    const HttpRequest& request, ResultCode code, const std::string& why
) {
    const auto read = weblm::read_request(request.body);
    counters_.count(read ? std::optional(read->verb) : std::nullopt, code);
    return {respond(server_.plain_answer(weblm::request_id_of(request.body), code, why))};
}

HttpResponse LicenseEndpoint::refuse(unsigned status, const std::string& why) {
    ++counters_.refused_by_http;
    logging::info("HTTP {}: {}", status, why.substr(0, why.size() - 1));
    return plain_text(status, why);
}

HttpResponse LicenseEndpoint::respond(weblm::Response answer) {
    answer.server_time += faults_.skew().count();
    HttpResponse response;
    response.content_type = kXmlType;
    response.headers = {{kVersionHeader, "1"}, {"Cache-Control", "no-store"}};
    response.body = weblm::write(answer);
    last_body_ = response.body;
    return response;
}

}  // namespace ctiengine::weblm_sim
