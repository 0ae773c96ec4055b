#pragma once
#include <pugixml.hpp>

#include <cstdint>
#include <string>
#include <string_view>

/// The lowest level of writing, inside this room. Names are zero-terminated literals; values may be anything:
/// what XML cannot carry is replaced.
namespace ctiengine::gateway {

/// A place in the message under construction: the element that new children are added to. Cheap to copy.
class ElementWriter {
  public:
    explicit ElementWriter(pugi::xml_node node) : node_(node) {}

    /// A new element at the end.
    ElementWriter child(const char* name) const { return ElementWriter(node_.append_child(name)); }
    /// The same in another namespace, declared as its default.
    ElementWriter child(const char* name, const char* namespace_uri) const;

    void empty(const char* name) const { node_.append_child(name); }
    void text(const char* name, std::string_view value) const { child(name).set(value); }
    void number(const char* name, std::int64_t value) const { text(name, std::to_string(value)); }
    void flag(const char* name, bool value) const { text(name, value ? "true" : "false"); }
    /// Upper-case hexadecimal.
    void hex(const char* name, std::string_view octets) const;

    /// For texts that may be absent.
    void optional_text(const char* name, std::string_view value) const {
        if (!value.empty()) text(name, value);
    }
    void optional_word(const char* name, const char* word) const {
        if (word != nullptr) text(name, word);
    }

    void attribute(const char* name, const char* value) const { node_.append_attribute(name) = value; }
    void comment(std::string_view text) const;
    void set(std::string_view value) const;

    /// Declares the namespace on each child, for content that belongs to another schema than its parent.
    void set_namespace_of_children(const char* namespace_uri) const;
    ElementWriter last_child() const { return ElementWriter(node_.last_child()); }

  private:
    mutable pugi::xml_node node_;  // a handle: const here says nothing of the tree
};

/// One message under construction. Each thread has one document that all its messages are built in, so there
/// is at most one builder at a time on a thread, and it lives no longer than the writer's function.
class MessageBuilder {
  public:
    MessageBuilder(const char* root_name, const char* namespace_uri);
    MessageBuilder(const MessageBuilder&) = delete;
    MessageBuilder& operator=(const MessageBuilder&) = delete;

    ElementWriter root() const { return root_; }

    /// The finished document, in one line, XML declaration first.
    std::string text() const;

  private:
    pugi::xml_document& document_;
    ElementWriter root_;
};

/// Text that XML 1.0 can carry: control characters and what is not UTF-8 become '?'.
std::string carriable(std::string_view text);

}  // namespace ctiengine::gateway
