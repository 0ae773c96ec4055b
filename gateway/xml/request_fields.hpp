#pragma once
#include "common/csta/identifiers.hpp"
#include "gateway/xml/device_forms.hpp"
#include "gateway/xml/element_reading.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace ctiengine::gateway {

/// A word of the protocol and what it means.
template <class T>
struct Word {
    std::string_view text;
    T value;
};

/// Reads the children of one element into a struct, field by field, and remembers the first fault, so that a
/// reader is a plain list of assignments closed by `finish`. Inside this room only.
class RequestFields {
  public:
    RequestFields(pugi::xml_node element, DeviceForms* forms) : element_(element), forms_(forms) {}

    /// Mandatory fields.
    csta::Device device(std::string_view name) { return device_of(mandatory(name)); }
    csta::Connection connection(std::string_view name) { return connection_of(mandatory(name), true); }
    /// A connection that may come without its device.
    csta::Connection call(std::string_view name) { return connection_of(mandatory(name), false); }
    std::string text(std::string_view name);
    std::int64_t number(std::string_view name, std::int64_t from, std::int64_t to);
    bool flag(std::string_view name) { return flag_of(mandatory(name)); }
    /// Any number of 64 bits, e.g. an epoch.
    std::uint64_t large_number(std::string_view name);

    /// Optional ones: empty, or the given default, when the element is not there or has no content.
    csta::Device optional_device(std::string_view name);
    std::string optional_text(std::string_view name) { return trimmed_text(child_element(element_, name)); }
    std::optional<std::int64_t> optional_number(std::string_view name, std::int64_t from, std::int64_t to);
    bool optional_flag(std::string_view name) { return flag_of(filled(name)); }
    std::optional<csta::UserData> user_data();
    /// callCharacteristics/priorityCall.
    bool priority();
    /// 1 to `longest` characters of `alphabet`.
    std::string digits(std::string_view name, std::size_t longest, std::string_view alphabet) {
        return digits_of(mandatory(name), longest, alphabet);
    }
    std::string optional_digits(std::string_view name, std::size_t longest, std::string_view alphabet) {
        return digits_of(child_element(element_, name), longest, alphabet);
    }
    /// hexBinary of printable ASCII, which a telephone can key; its value never shows in an error.
    std::string secret_text(std::string_view name);

    template <class T>
    T word(std::string_view name, std::span<const Word<T>> words) {
        return word_of(mandatory(name), words).value_or(words.front().value);
    }
    template <class T>
    T optional_word(std::string_view name, std::span<const Word<T>> words, T otherwise) {
        return word_of(filled(name), words).value_or(otherwise);
    }

    /// The children of a child; every field of them is absent when that child is.
    RequestFields inside(std::string_view name) { return {child_element(element_, name), forms_}; }
    /// The same for one that must be there.
    RequestFields inside_mandatory(std::string_view name) { return {mandatory(name), forms_}; }
    /// The same for an element of the private data; only of the root.
    RequestFields inside_private(std::string_view name) { return {private_element(element_, name), forms_}; }

    /// The element that holds all private data; only of the root.
    RequestFields all_private() { return inside("extensions").inside("privateData").inside("private"); }

    explicit operator bool() const { return static_cast<bool>(element_); }
    bool has(std::string_view name) const { return static_cast<bool>(child_element(element_, name)); }
    const pugi::xml_node& element() const { return element_; }

    /// Takes over the fault of another reader, and reports one.
    void join(const RequestFields& other) {
        if (other.fault_) fail(*other.fault_);
    }
    void fail(Error fault) {
        if (!fault_) fault_ = std::move(fault);
    }

    /// The struct, or the first fault.
    template <class T>
    Result<T> finish(T read) {
        if (fault_) return *std::move(fault_);
        return read;
    }

    csta::Device device_of(const pugi::xml_node& element);
    csta::Connection connection_of(const pugi::xml_node& element, bool device_needed);

  private:
    pugi::xml_node mandatory(std::string_view name);
    pugi::xml_node filled(std::string_view name) const;
    std::uint32_t call_id_of(const pugi::xml_node& connection);
    bool flag_of(const pugi::xml_node& element);
    std::string digits_of(const pugi::xml_node& element, std::size_t longest, std::string_view alphabet);
    std::int64_t number_of(const pugi::xml_node& element, std::int64_t from, std::int64_t to);

    template <class T>
    std::optional<T> word_of(const pugi::xml_node& element, std::span<const Word<T>> words) {
        if (!element) return std::nullopt;
        const auto text = trimmed_text(element);
        std::string allowed;
        for (const auto& word : words) {
            if (text == word.text) return word.value;
            allowed.append(allowed.empty() ? "" : ", ").append(word.text);
        }
        fail(invalid_value(element, allowed));
        return std::nullopt;
    }

    pugi::xml_node element_;
    DeviceForms* forms_;
    std::optional<Error> fault_;
};

/// Octets of a hexBinary text; white space between the digits is passed over, as clients send it. Empty =
/// not hexBinary.
std::optional<std::string> octets_from_hex(std::string_view hex);

}  // namespace ctiengine::gateway
