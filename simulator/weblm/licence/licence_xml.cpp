#include "simulator/weblm/licence/licence_xml.hpp"

#include "common/weblm_messages/date_text.hpp"
#include "common/weblm_messages/messages.hpp"
#include "common/weblm_messages/xml_text.hpp"

#include <algorithm>

namespace ctiengine::weblm_sim {
namespace {

using weblm::kLongestId;
using weblm::xml::Attributes;
using weblm::xml::FirstFault;

constexpr auto kRoot = "WebLMLicence";
constexpr auto kNamespace = "urn:ctiengine:weblm-licence:1";
constexpr weblm::xml::TextRule kText{1, kLongestId};
constexpr weblm::xml::TextRule kOptionalText{0, kLongestId};
constexpr std::size_t kMostHosts = 8;

LicensedFeature read_feature(const pugi::xml_node& element, FirstFault& fault) {
    const Attributes from(element, fault);
    LicensedFeature feature;
    feature.keyword = from.keyword();
    feature.name = from.text("name", kOptionalText);
    feature.seats = from.seats("count");
    feature.expires = from.text("expires", kText);
    if (feature.expires != "permanent" && !weblm::seconds_of_date(feature.expires))
        from.wrong("expires", "permanent or a date like 2027-01-01");
    feature.used_by_others = from.seats("used").value_or(0);
    if (!feature.seats && from.has("used")) from.wrong("used", "left out where there is no count");
    return feature;
}

void read_features(const pugi::xml_node& root, Licence& licence, FirstFault& fault) {
    for (const auto& element : root.children("Feature")) {
        auto feature = read_feature(element, fault);
        const auto same = [&](const LicensedFeature& other) { return other.keyword == feature.keyword; };
        if (std::any_of(licence.features.begin(), licence.features.end(), same))
            fault.note(Errc::InvalidValue, "Feature/@keyword: " + feature.keyword + " stands twice");
        licence.features.push_back(std::move(feature));
    }
    if (licence.features.empty())
        fault.note(Errc::MissingElement, "WebLMLicence: element Feature is missing");
    if (licence.features.size() > weblm::kMostFeatures)
        fault.note(Errc::InvalidValue, "WebLMLicence: more than 64 Feature elements");
}

void read_product(const pugi::xml_node& element, Licence& licence, FirstFault& fault) {
    if (!element) return;
    const Attributes from(element, fault);
    licence.product = from.text("name", kText);
    licence.display = from.text("display", kOptionalText);
    licence.release = from.text("release", kText);
    licence.sid = from.text("sid", kOptionalText);
    licence.type = from.text("type", kOptionalText);
}

void read_hosts(const pugi::xml_node& root, Licence& licence, FirstFault& fault) {
    for (const auto& element : root.children("Host")) {
        licence.host_ids.push_back(Attributes(element, fault).text("id", kText));
    }
    if (licence.host_ids.empty()) fault.note(Errc::MissingElement, "WebLMLicence: element Host is missing");
    if (licence.host_ids.size() > kMostHosts)
        fault.note(Errc::InvalidValue, "WebLMLicence: more than 8 Host elements");
}

}  // namespace

Result<Licence> read_licence(std::string_view text) {
    auto document = weblm::xml::parse_message(text);
    if (!document) return document.error();
    const auto root = document->document_element();
    FirstFault fault;
    Licence licence;
    weblm::xml::check_root(root, kRoot, fault, kNamespace);
    read_product(weblm::xml::only_child(root, "Product", fault), licence, fault);
    read_hosts(root, licence, fault);
    read_features(root, licence, fault);
    if (fault.fault()) return *fault.fault();
    return licence;
}

std::string write_licence(const Licence& licence) {
    pugi::xml_document document;
    auto root = weblm::xml::append_root(document, kRoot, kNamespace);
    auto product = root.append_child("Product");
    product.append_attribute("name").set_value(licence.product.c_str());
    weblm::xml::set_if_any(product, "display", licence.display);
    product.append_attribute("release").set_value(licence.release.c_str());
    weblm::xml::set_if_any(product, "sid", licence.sid);
    weblm::xml::set_if_any(product, "type", licence.type);
    for (const auto& id : licence.host_ids) {
        root.append_child("Host").append_attribute("id").set_value(id.c_str());
    }
    for (const auto& feature : licence.features) {
        auto element = root.append_child("Feature");
        element.append_attribute("keyword").set_value(feature.keyword.c_str());
        weblm::xml::set_if_any(element, "name", feature.name);
        if (feature.seats) element.append_attribute("count").set_value(*feature.seats);
        element.append_attribute("expires").set_value(feature.expires.c_str());
        if (feature.used_by_others > 0) element.append_attribute("used").set_value(feature.used_by_others);
    }
    return weblm::xml::text_of(document);
}

}  // namespace ctiengine::weblm_sim
