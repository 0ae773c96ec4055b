#include "gateway/xml/request_fields.hpp"

#include <algorithm>
#include <charconv>

namespace ctiengine::gateway {
namespace {

/// Of ASCII.
bool is_printable(char c) {
    return c >= ' ' && c <= '~';
}

constexpr std::size_t kUserDataLimit = 128;

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_white_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

template <class Number>
std::optional<Number> number_from(std::string_view text) {
    Number number = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stop != end) return std::nullopt;
    return number;
}

}  // namespace

std::optional<std::string> octets_from_hex(std::string_view hex) {
    std::string octets;
    int high = -1;
    for (char c : hex) {
        if (is_white_space(c)) continue;
        const int digit = hex_digit(c);
        if (digit < 0) return std::nullopt;
        if (high >= 0) octets.push_back(static_cast<char>(high * 16 + digit));
        high = high >= 0 ? -1 : digit;
    }
    if (high >= 0) return std::nullopt;
    return octets;
}

pugi::xml_node RequestFields::mandatory(std::string_view name) {
    const auto child = child_element(element_, name);
    if (!child && element_) fail(missing_element(element_, name));
    return child;
}

pugi::xml_node RequestFields::filled(std::string_view name) const {
    const auto child = child_element(element_, name);
    return child && !trimmed_text(child).empty() ? child : pugi::xml_node();
}

csta::Device RequestFields::device_of(const pugi::xml_node& element) {
    if (!element) return {};
    const auto text = trimmed_text(element);
    auto device = forms_->learn(text);
    if (device) return *std::move(device);
    fail(invalid_value(element, device.error().detail));
    return {};
}

csta::Device RequestFields::optional_device(std::string_view name) {
    return device_of(filled(name));
}

std::uint32_t RequestFields::call_id_of(const pugi::xml_node& connection) {
    const auto element = child_element(connection, "callID");
    if (!element) {
        fail(missing_element(connection, "callID"));
        return 0;
    }
    const auto id = number_from<std::uint32_t>(trimmed_text(element));
    if (!id || *id == 0) fail(invalid_value(element, "a decimal number from 1 to 4294967295"));
    return id.value_or(0);
}

csta::Connection RequestFields::connection_of(const pugi::xml_node& element, bool device_needed) {
    if (!element) return {};
    csta::Connection connection;
    connection.call = call_id_of(element);
    const auto device = child_element(element, "deviceID");
    if (!device && device_needed) fail(missing_element(element, "deviceID"));
    if (device && (device_needed || !trimmed_text(device).empty())) connection.device = device_of(device);
    connection.dynamic = std::string_view(device.attribute("typeOfNumber").value()) == "dynamic";
    return connection;
}

std::string RequestFields::text(std::string_view name) {
    const auto element = mandatory(name);
    auto text = trimmed_text(element);
    if (element && text.empty()) fail(invalid_value(element, "any text that is not empty"));
    return text;
}

std::int64_t RequestFields::number_of(const pugi::xml_node& element, std::int64_t from, std::int64_t to) {
    const auto number = number_from<std::int64_t>(trimmed_text(element));
    if (number && *number >= from && *number <= to) return *number;
    fail(invalid_value(element, "a number from " + std::to_string(from) + " to " + std::to_string(to)));
    return from;
}

std::int64_t RequestFields::number(std::string_view name, std::int64_t from, std::int64_t to) {
    const auto element = mandatory(name);
    return element ? number_of(element, from, to) : from;
}

std::uint64_t RequestFields::large_number(std::string_view name) {
    const auto element = mandatory(name);
    const auto number = number_from<std::uint64_t>(trimmed_text(element));
    if (element && !number) fail(invalid_value(element, "a number from 0 to 18446744073709551615"));
    return number.value_or(0);
}

std::optional<std::int64_t> RequestFields::optional_number(
    std::string_view name, std::int64_t from, std::int64_t to
) {
    const auto element = filled(name);
    if (!element) return std::nullopt;
    return number_of(element, from, to);
}

bool RequestFields::flag_of(const pugi::xml_node& element) {
    static constexpr std::array<Word<bool>, 4> kBooleans = {
        {{"true", true}, {"false", false}, {"1", true}, {"0", false}}};
    return word_of<bool>(element, kBooleans).value_or(false);
}

bool RequestFields::priority() {
    auto characteristics = inside("callCharacteristics");
    const bool priority = characteristics.optional_flag("priorityCall");
    join(characteristics);
    return priority;
}

std::string RequestFields::digits_of(
    const pugi::xml_node& element, std::size_t longest, std::string_view alphabet
) {
    if (!element) return {};
    auto text = trimmed_text(element);
    const bool good =
        !text.empty() && text.size() <= longest && text.find_first_not_of(alphabet) == std::string::npos;
    if (good) return text;
    fail(invalid_value(element, "1 to " + std::to_string(longest) + " characters of " + std::string(alphabet))
    );
    return {};
}

std::optional<csta::UserData> RequestFields::user_data() {
    const auto element = child_element(child_element(element_, "userData"), "string");
    if (!element) return std::nullopt;
    const auto octets = octets_from_hex(whole_text(element));
    if (!octets || octets->size() > kUserDataLimit) {
        fail(invalid_value(
            element, "up to " + std::to_string(kUserDataLimit) + " octets, two hexadecimal digits each"
        ));
        return std::nullopt;
    }
    if (octets->empty()) return std::nullopt;
    const bool is_text = std::all_of(octets->begin(), octets->end(), is_printable);
    return csta::UserData{
        is_text ? csta::UserDataProtocol::Ia5Ascii : csta::UserDataProtocol::UserSpecific, *octets};
}

std::string RequestFields::secret_text(std::string_view name) {
    const auto element = child_element(element_, name);
    const auto octets = octets_from_hex(whole_text(element));
    if (!octets) fail(invalid_secret(element, "hexBinary: two hexadecimal digits for each octet"));
    if (octets && !std::all_of(octets->begin(), octets->end(), is_printable)) {
        fail(invalid_secret(element, "hexBinary of printable ASCII characters"));
    }
    return octets.value_or("");
}

}  // namespace ctiengine::gateway
