#include "gateway/xml/message_builder.hpp"

#include "common/xml_scan/character_table.hpp"

#include <algorithm>

namespace ctiengine::gateway {
namespace {

constexpr std::string_view kDeclaration = R"(<?xml version="1.0" encoding="UTF-8"?>)";
constexpr std::size_t kUsualMessage = 1024;

/// Printable ASCII needs no second look; nearly every value is of this kind.
bool plain(char c) {
    return c >= ' ' && c <= '~';
}

/// The document of this thread, emptied.
pugi::xml_document& emptied_document() {
    thread_local pugi::xml_document document;
    document.reset();
    return document;
}

ElementWriter append_root(pugi::xml_document& document, const char* name, const char* namespace_uri) {
    ElementWriter root(document.append_child(name));
    root.attribute("xmlns", namespace_uri);
    return root;
}

class StringAppender final : public pugi::xml_writer {
  public:
    explicit StringAppender(std::string& text) : text_(text) {}
    void write(const void* data, std::size_t size) override {
        text_.append(static_cast<const char*>(data), size);
    }

  private:
    std::string& text_;
};

}  // namespace

std::string carriable(std::string_view text) {
    using xml_scan::detail::decode_utf8;
    using xml_scan::detail::is_xml_character;
    std::string clean;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        const bool ascii = static_cast<unsigned char>(*at) < 0x80;
        const auto [length, code] =
            ascii ? xml_scan::detail::Decoded{1, static_cast<unsigned char>(*at)} : decode_utf8(at, end);
        const bool good = length != 0 && is_xml_character(code);
        if (good) clean.append(at, length);
        if (!good) clean.push_back('?');
        at += std::max<std::size_t>(length, 1);
    }
    return clean;
}

ElementWriter ElementWriter::child(const char* name, const char* namespace_uri) const {
    auto element = child(name);
    element.attribute("xmlns", namespace_uri);
    return element;
}

void ElementWriter::set(std::string_view value) const {
    if (value.empty()) return;
    if (std::all_of(value.begin(), value.end(), plain)) {
        node_.text().set(value.data(), value.size());
    } else {
        node_.text().set(carriable(value).c_str());
    }
}

void ElementWriter::hex(const char* name, std::string_view octets) const {
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string digits;
    digits.reserve(octets.size() * 2);
    for (char octet : octets) {
        const auto value = static_cast<unsigned char>(octet);
        digits.push_back(kDigits[value / 16U]);
        digits.push_back(kDigits[value % 16U]);
    }
    text(name, digits);
}

void ElementWriter::set_namespace_of_children(const char* namespace_uri) const {
    for (auto child : node_.children()) child.prepend_attribute("xmlns") = namespace_uri;
}

void ElementWriter::comment(std::string_view text) const {
    node_.append_child(pugi::node_comment).set_value((" " + carriable(text) + " ").c_str());
}

MessageBuilder::MessageBuilder(const char* root_name, const char* namespace_uri)
    : document_(emptied_document()), root_(append_root(document_, root_name, namespace_uri)) {}

std::string MessageBuilder::text() const {
    std::string text;
    text.reserve(kUsualMessage);
    text.append(kDeclaration);
    StringAppender appender(text);
    document_.save(appender, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return text;
}

}  // namespace ctiengine::gateway
