#include "common/weblm_messages/response_xml.hpp"

#include "common/weblm_messages/date_text.hpp"
#include "common/weblm_messages/xml_text.hpp"

#include <string>

namespace ctiengine::weblm {
namespace {

using xml::Attributes;
using xml::FirstFault;

constexpr auto kRoot = "WebLMResponse";
constexpr xml::TextRule kId{1, kLongestId};
constexpr xml::TextRule kOptionalId{0, kLongestId};
constexpr auto kMostLeaseSeconds = static_cast<std::uint64_t>(kLongestLease.count());

std::int64_t read_server_time(const Attributes& from) {
    const auto seconds = seconds_of_utc(from.text("serverTime", {20, 20}));
    if (!seconds) from.wrong("serverTime", "a time like 2026-01-02T03:04:05Z");
    return seconds.value_or(0);
}

void read_result(const pugi::xml_node& element, Response& response, FirstFault& fault) {
    if (!element) return;
    const Attributes from(element, fault);
    const auto code = result_code_from(element.attribute("code").value());
    if (!code) from.wrong("code", "a result code of protocol version 1");
    response.code = code.value_or(ResultCode::Ok);
    response.text = from.text("text", {0, kLongestText});
}

void read_session(const pugi::xml_node& root, Response& response, FirstFault& fault) {
    if (!root.child("Session")) return;
    const auto element = xml::only_child(root, "Session", fault);
    const Attributes from(element, fault);
    response.session = from.text("id", kId);
    const auto lease = from.number("leaseSeconds", 1, kMostLeaseSeconds);
    response.lease = std::chrono::seconds(lease);
    response.renew = std::chrono::seconds(from.number("renewSeconds", 1, lease));
}

void read_granted(const Attributes& from, std::string_view value, Grant& grant) {
    if (value == "on" || value == "off") {
        grant.on = value == "on";
    } else {
        grant.granted = from.seats("granted");
    }
}

Grant read_grant(const pugi::xml_node& element, FirstFault& fault) {
    const Attributes from(element, fault);
    Grant grant;
    grant.keyword = from.keyword();
    grant.name = from.text("name", kOptionalId);
    grant.requested = from.seats("requested");
    read_granted(from, element.attribute("granted").value(), grant);
    grant.capacity = from.seats("capacity");
    grant.in_use = from.seats("inUse");
    grant.expires = from.text("expires", kOptionalId);
    if (!grant.expires.empty() && grant.expires != "permanent" && !seconds_of_date(grant.expires))
        from.wrong("expires", "permanent or a date like 2027-01-01");
    return grant;
}

void read_product(const pugi::xml_node& root, Response& response, FirstFault& fault) {
    const auto element = root.child("Product");
    if (!element) return;
    const Attributes from(element, fault);
    Product product;
    product.name = from.text("name", kId);
    product.display = from.text("display", kOptionalId);
    product.release = from.text("release", kOptionalId);
    product.sid = from.text("sid", kOptionalId);
    response.product = std::move(product);
}

void write_session(pugi::xml_node root, const Response& response) {
    if (response.session.empty()) return;
    auto element = root.append_child("Session");
    element.append_attribute("id").set_value(response.session.c_str());
    element.append_attribute("leaseSeconds").set_value(static_cast<long long>(response.lease.count()));
    element.append_attribute("renewSeconds").set_value(static_cast<long long>(response.renew.count()));
}

void write_product(pugi::xml_node root, const Product& product) {
    auto element = root.append_child("Product");
    element.append_attribute("name").set_value(product.name.c_str());
    xml::set_if_any(element, "display", product.display);
    xml::set_if_any(element, "release", product.release);
    xml::set_if_any(element, "sid", product.sid);
}

void set_seats(pugi::xml_node& element, const char* name, std::optional<std::uint32_t> seats) {
    if (seats) element.append_attribute(name).set_value(*seats);
}

void write_grant(pugi::xml_node root, const Grant& grant) {
    auto element = root.append_child("Grant");
    element.append_attribute("keyword").set_value(grant.keyword.c_str());
    xml::set_if_any(element, "name", grant.name);
    set_seats(element, "requested", grant.requested);
    set_seats(element, "granted", grant.granted);
    if (grant.on && !grant.granted) element.append_attribute("granted").set_value(*grant.on ? "on" : "off");
    set_seats(element, "capacity", grant.capacity);
    set_seats(element, "inUse", grant.in_use);
    xml::set_if_any(element, "expires", grant.expires);
}

}  // namespace

Result<Response> read_response(std::string_view text) {
    auto document = xml::parse_message(text);
    if (!document) return document.error();
    const auto root = document->document_element();
    FirstFault fault;
    Response response;
    xml::check_root(root, kRoot, fault);
    const Attributes from(root, fault);
    response.request_id = from.text("requestId", kOptionalId);
    response.server_id = from.text("serverId", kId);
    response.server_time = read_server_time(from);
    read_result(xml::only_child(root, "Result", fault), response, fault);
    read_session(root, response, fault);
    read_product(root, response, fault);
    for (const auto& element : root.children("Grant")) {
        if (response.grants.size() == kMostFeatures) {
            fault.note(Errc::InvalidValue, std::string(kRoot) + ": more than 64 Grant elements");
            break;
        }
        response.grants.push_back(read_grant(element, fault));
    }
    if (fault.fault()) return *fault.fault();
    return response;
}

std::string write(const Response& response) {
    pugi::xml_document document;
    auto root = xml::append_root(document, kRoot);
    xml::set_if_any(root, "requestId", response.request_id);
    root.append_attribute("serverTime").set_value(utc_text(response.server_time).c_str());
    root.append_attribute("serverId").set_value(response.server_id.c_str());
    auto result = root.append_child("Result");
    result.append_attribute("code").set_value(std::string(to_string(response.code)).c_str());
    result.append_attribute("text").set_value(response.text.c_str());
    write_session(root, response);
    if (response.product) write_product(root, *response.product);
    for (const auto& grant : response.grants) write_grant(root, grant);
    return xml::text_of(document);
}

}  // namespace ctiengine::weblm
