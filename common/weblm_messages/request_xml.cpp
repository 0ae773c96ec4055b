#include "common/weblm_messages/request_xml.hpp"

#include "common/weblm_messages/xml_text.hpp"

#include <algorithm>
#include <limits>

namespace ctiengine::weblm {
namespace {

using xml::Attributes;
using xml::FirstFault;

constexpr auto kRoot = "WebLMRequest";
constexpr xml::TextRule kId{1, kLongestId};
constexpr xml::TextRule kOptionalId{0, kLongestId};

ClientId read_client(const pugi::xml_node& element, FirstFault& fault) {
    if (!element) return {};
    const Attributes from(element, fault);
    ClientId client;
    client.id = from.text("id", kId);
    client.instance = from.text("instance", kOptionalId);
    client.incarnation = from.number("incarnation", 0, std::numeric_limits<std::uint64_t>::max());
    client.product = from.text("product", kId);
    client.release = from.text("release", kId);
    client.host_id = from.text("hostId", kOptionalId);
    return client;
}

/// A peer's element name as it may stand in a sentence: short, and ASCII only, so that no character is cut.
std::string shown(std::string name) {
    name.resize(std::min(name.size(), kLongestKeyword));
    std::replace_if(
        name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7E; }, '?'
    );
    return name;
}

/// The one element that is a verb of ours; empty after a fault was noted.
pugi::xml_node find_verb(const pugi::xml_node& root, FirstFault& fault) {
    pugi::xml_node known;
    std::string unknown;
    for (const auto& child : root.children()) {
        if (child.type() != pugi::node_element || std::string_view(child.name()) == "Client") continue;
        if (!verb_from(child.name())) {
            if (unknown.empty()) unknown = child.name();
        } else if (known) {
            fault.note(Errc::InvalidValue, std::string(kRoot) + ": more than one of the verbs");
        } else {
            known = child;
        }
    }
    if (known) return known;
    if (unknown.empty()) {
        fault.note(
            Errc::MissingElement,
            std::string(kRoot) + ": one of Describe, Acquire, Renew and Release is missing"
        );
    } else {
        fault.note(
            Errc::UnknownService,
            std::string(kRoot) + ": '" + shown(unknown) + "' is none of Describe, Acquire, Renew and Release"
        );
    }
    return {};
}

std::vector<FeatureDemand> read_features(const pugi::xml_node& verb, FirstFault& fault) {
    std::vector<FeatureDemand> features;
    for (const auto& element : verb.children("Feature")) {
        const Attributes from(element, fault);
        FeatureDemand demand;
        demand.keyword = from.keyword();
        demand.count = from.seats("count");
        demand.optional = from.truth("optional");
        const bool twice = std::any_of(features.begin(), features.end(), [&](const FeatureDemand& other) {
            return other.keyword == demand.keyword;
        });
        if (twice) fault.note(Errc::InvalidValue, "Feature/@keyword: " + demand.keyword + " stands twice");
        features.push_back(std::move(demand));
        if (features.size() > kMostFeatures) {
            fault.note(Errc::InvalidValue, std::string(verb.name()) + ": more than 64 Feature elements");
            break;
        }
    }
    return features;
}

void read_verb(const pugi::xml_node& element, Request& request, FirstFault& fault) {
    if (!element) return;
    request.verb = *verb_from(element.name());
    const bool needs_session = request.verb == Verb::Renew || request.verb == Verb::Release;
    const bool has_demand = request.verb == Verb::Acquire || request.verb == Verb::Renew;
    if (request.verb != Verb::Describe) {
        request.session = Attributes(element, fault).text("session", needs_session ? kId : kOptionalId);
    }
    if (has_demand) request.features = read_features(element, fault);
    if (request.verb == Verb::Acquire && request.features.empty()) {
        fault.note(Errc::MissingElement, "Acquire: element Feature is missing");
    }
}

void write_client(pugi::xml_node root, const ClientId& client) {
    auto element = root.append_child("Client");
    element.append_attribute("id").set_value(client.id.c_str());
    xml::set_if_any(element, "instance", client.instance);
    element.append_attribute("incarnation").set_value(static_cast<unsigned long long>(client.incarnation));
    element.append_attribute("product").set_value(client.product.c_str());
    element.append_attribute("release").set_value(client.release.c_str());
    xml::set_if_any(element, "hostId", client.host_id);
}

}  // namespace

Result<Request> read_request(std::string_view text) {
    auto document = xml::parse_message(text);
    if (!document) return document.error();
    const auto root = document->document_element();
    FirstFault fault;
    Request request;
    xml::check_root(root, kRoot, fault);
    request.request_id = Attributes(root, fault).text("requestId", kId);
    request.client = read_client(xml::only_child(root, "Client", fault), fault);
    read_verb(find_verb(root, fault), request, fault);
    if (fault.fault()) return *fault.fault();
    return request;
}

std::string request_id_of(std::string_view text) {
    auto document = xml::parse_message(text);
    if (!document) return {};
    FirstFault ignored;
    return Attributes(document->document_element(), ignored).text("requestId", kId);
}

std::string write(const Request& request) {
    pugi::xml_document document;
    auto root = xml::append_root(document, kRoot);
    root.append_attribute("requestId").set_value(request.request_id.c_str());
    write_client(root, request.client);
    auto verb = root.append_child(std::string(to_string(request.verb)).c_str());
    if (request.verb != Verb::Describe) verb.append_attribute("session").set_value(request.session.c_str());
    for (const auto& demand : request.features) {
        auto feature = verb.append_child("Feature");
        feature.append_attribute("keyword").set_value(demand.keyword.c_str());
        if (demand.count) feature.append_attribute("count").set_value(*demand.count);
        if (demand.optional) feature.append_attribute("optional").set_value("true");
    }
    return xml::text_of(document);
}

}  // namespace ctiengine::weblm
