#include "gateway/xml/element_reading.hpp"

#include <algorithm>
#include <utility>

namespace ctiengine::gateway {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";

pugi::xml_node root_element(const pugi::xml_node& element) {
    return element.root().find_child([](const auto& node) { return node.type() == pugi::node_element; });
}

/// "callToBeAnswered/callID" below the root.
std::string path_below_root(const pugi::xml_node& element) {
    std::string path(local_name(element));
    const auto root = root_element(element);
    for (auto up = element.parent(); up && up != root; up = up.parent()) {
        path = std::string(local_name(up)) + "/" + path;
    }
    return path;
}

std::string message_name(const pugi::xml_node& element) {
    return std::string(local_name(root_element(element)));
}

}  // namespace

std::string_view local_name(const pugi::xml_node& element) {
    const std::string_view name = element.name();
    return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

pugi::xml_node child_element(const pugi::xml_node& parent, std::string_view name) {
    for (auto child = parent.first_child(); child; child = child.next_sibling()) {
        if (child.type() == pugi::node_element && local_name(child) == name) return child;
    }
    return {};
}

pugi::xml_node private_element(const pugi::xml_node& root, std::string_view name) {
    const auto data = child_element(child_element(root, "extensions"), "privateData");
    return child_element(child_element(data, "private"), name);
}

std::string whole_text(const pugi::xml_node& element) {
    std::string text;
    for (auto child = element.first_child(); child; child = child.next_sibling()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
    }
    return text;
}

std::string trimmed_text(const pugi::xml_node& element) {
    auto text = whole_text(element);
    const auto last = text.find_last_not_of(kWhiteSpace);
    text.erase(last == std::string::npos ? 0 : last + 1);
    text.erase(0, text.find_first_not_of(kWhiteSpace));
    return text;
}

Error missing_element(const pugi::xml_node& parent, std::string_view name) {
    const bool below_root = parent != root_element(parent);
    return {
        Errc::MissingElement, message_name(parent) + ": element " +
                                  (below_root ? path_below_root(parent) + "/" : "") + std::string(name) +
                                  " is missing"};
}

Error invalid_value(const pugi::xml_node& element, std::string_view allowed) {
    return {
        Errc::InvalidValue, message_name(element) + ": " + path_below_root(element) + " is '" +
                                quotable(trimmed_text(element)) + "'; allowed: " + std::string(allowed)};
}

Error invalid_secret(const pugi::xml_node& element, std::string_view allowed) {
    return {
        Errc::InvalidValue, message_name(element) + ": " + path_below_root(element) +
                                " has a value that is not allowed; allowed: " + std::string(allowed)};
}

std::string quotable(std::string_view text) {
    constexpr std::size_t kLongest = 60;
    std::size_t end = std::min(kLongest, text.size());
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    std::string quoted(text.substr(0, end));
    const auto control = [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; };
    std::replace_if(quoted.begin(), quoted.end(), control, ' ');
    return end < text.size() ? quoted + "..." : quoted;
}

}  // namespace ctiengine::gateway
