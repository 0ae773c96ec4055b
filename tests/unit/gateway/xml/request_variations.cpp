#include "tests/unit/gateway/xml/request_variations.hpp"

#include <pugixml.hpp>

#include <sstream>

namespace ctiengine::gateway::test {
namespace {

pugi::xml_document load(std::string_view xml) {
    pugi::xml_document document;
    document.load_buffer(xml.data(), xml.size());
    return document;
}

std::string save(const pugi::xml_document& document, unsigned flags = pugi::format_raw) {
    std::ostringstream out;
    document.save(out, "\t", flags);
    return out.str();
}

template <class Change>
void for_each_element(pugi::xml_node element, Change change) {
    std::vector<pugi::xml_node> children;
    for (auto child : element.children()) children.push_back(child);
    for (auto child : children) {
        if (child.type() == pugi::node_element) for_each_element(child, change);
    }
    change(element);
}

template <class Change>
std::string changed(std::string_view xml, Change change) {
    auto document = load(xml);
    for_each_element(document.document_element(), change);
    return save(document);
}

void reverse_children(pugi::xml_node element) {
    std::vector<pugi::xml_node> children;
    for (auto child : element.children()) children.push_back(child);
    for (auto child : children) element.prepend_move(child);
}

void add_unknown(pugi::xml_node element) {
    element.append_attribute("unknown") = "x";
    if (element.first_child().type() != pugi::node_element) return;
    auto unknown = element.prepend_child("unknown");
    unknown.append_attribute("xmlns") = "urn:other";
    unknown.append_child("callID").text() = "999";
    unknown.append_child("device").text() = "999";
    element.append_copy(unknown);
}

void drop_namespace(pugi::xml_node element) {
    element.remove_attribute("xmlns");
}

void prefix(pugi::xml_node element) {
    drop_namespace(element);
    element.set_name(("p:" + std::string(element.name())).c_str());
}

void to_cdata(pugi::xml_node element) {
    if (element.first_child().type() != pugi::node_pcdata) return;
    const std::string text = element.child_value();
    element.remove_children();
    element.append_child(pugi::node_pcdata).set_value(text.substr(0, 1).c_str());
    element.append_child(pugi::node_cdata).set_value(text.substr(1).c_str());
}

std::string in_edition_6(std::string_view xml) {
    auto document = load(xml);
    document.document_element().attribute("xmlns") =
        "http://www.ecma-international.org/standards/ecma-323/csta/ed6";
    return save(document);
}

std::string with_declared_prefix(std::string_view xml) {
    auto document = load(changed(xml, prefix));
    document.document_element().append_attribute("xmlns:p") =
        "http://www.ecma-international.org/standards/ecma-323/csta/ed3/priv9";
    return save(document);
}

}  // namespace

std::vector<Variation> variations_of(std::string_view xml) {
    return {
        {"as it is", std::string(xml)},
        {"children reversed", changed(xml, reverse_children)},
        {"unknown elements and attributes", changed(xml, add_unknown)},
        {"no namespace", changed(xml, drop_namespace)},
        {"undeclared prefix", changed(xml, prefix)},
        {"declared prefix", with_declared_prefix(xml)},
        {"namespace of edition 6", in_edition_6(xml)},
        {"half of every text in CDATA", changed(xml, to_cdata)},
        {"indented", save(load(xml), pugi::format_indent)},
        {"with comments",
         changed(xml, [](auto element) { element.prepend_child(pugi::node_comment).set_value(" x "); })},
    };
}

std::string without(std::string_view xml, std::string_view path) {
    auto document = load(xml);
    auto element = document.document_element().first_element_by_path(std::string(path).c_str());
    element.parent().remove_child(element);
    return save(document);
}

std::string with_text(std::string_view xml, std::string_view path, const std::string& text) {
    auto document = load(xml);
    document.document_element().first_element_by_path(std::string(path).c_str()).text() = text.c_str();
    return save(document);
}

}  // namespace ctiengine::gateway::test
