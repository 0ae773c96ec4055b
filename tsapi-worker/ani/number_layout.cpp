#include "tsapi-worker/ani/number_layout.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace ctiengine::ani {
namespace {

constexpr std::size_t kMostOctets = 128;  // user data of private data version 6 and later
constexpr std::string_view kDigits = "0123456789";
constexpr char kPresentation = '\x01';
constexpr char kPlan = '\x81';
constexpr unsigned kBcdFill = 0xf;

Error wrong(std::string detail) {
    return {Errc::InvalidSettings, std::move(detail)};
}

std::string_view next_word(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    const auto word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    return word;
}

std::string bcd(std::string_view number) {
    std::string octets;
    for (std::size_t i = 0; i < number.size(); i += 2) {
        const auto low = static_cast<unsigned>(number[i] - '0');
        const auto high = i + 1 < number.size() ? static_cast<unsigned>(number[i + 1] - '0') : kBcdFill;
        octets += static_cast<char>(high << 4 | low);
    }
    return octets;
}

}  // namespace

Result<NumberLayout::Element> NumberLayout::element(std::string_view word) {
    struct Name {
        std::string_view word;
        Place place;
    };
    constexpr std::array kPlaces{
        Name{"{ascii}", Place::Ascii}, Name{"{bcd}", Place::Bcd},
        Name{"{count}", Place::Count}, Name{"{length}", Place::Length},
        Name{"{plan}", Place::Plan},   Name{"{presentation}", Place::Presentation},
    };
    for (const auto& name : kPlaces) {
        if (name.word == word) return Element(name.place);
    }
    unsigned octet = 0;
    const auto [end, failed] = std::from_chars(word.data(), word.data() + word.size(), octet, 16);
    if (word.size() == 2 && failed == std::errc() && end == word.data() + word.size())
        return Element(static_cast<unsigned char>(octet));
    return wrong(
        "'" + std::string(word) +
        "' is neither an octet such as 2A nor a place such as {ascii} in a layout of "
        "numbers"
    );
}

bool NumberLayout::holds_digits(const Element& element) {
    const auto* place = std::get_if<Place>(&element);
    return place && (*place == Place::Ascii || *place == Place::Bcd);
}

Result<NumberLayout> NumberLayout::parse(std::string_view text) {
    NumberLayout layout;
    for (auto word = next_word(text); !word.empty(); word = next_word(text)) {
        auto one = element(word);
        if (!one) return one.error();
        layout.elements_.push_back(*one);
    }
    if (std::count_if(layout.elements_.begin(), layout.elements_.end(), &NumberLayout::holds_digits) != 1)
        return wrong("a layout of numbers needs {ascii} or {bcd} exactly once, or the number would be nowhere"
        );
    return layout;
}

void NumberLayout::write(Place place, std::string_view number, std::size_t following, std::string& to) {
    switch (place) {
        case Place::Ascii: to.insert(0, number); return;
        case Place::Bcd: to.insert(0, bcd(number)); return;
        case Place::Count: to.insert(to.begin(), static_cast<char>(number.size())); return;
        case Place::Length: to.insert(to.begin(), static_cast<char>(following)); return;
        case Place::Presentation: to.insert(to.begin(), kPresentation); return;
        case Place::Plan: to.insert(to.begin(), kPlan); return;
    }
}

/// From the back, so that a length knows what follows it.
Result<csta::UserData> NumberLayout::encode(std::string_view number) const {
    if (number.empty() || number.find_first_not_of(kDigits) != std::string_view::npos)
        return Error{Errc::InvalidValue, "the number to show must be digits 0-9 only, at least one"};
    csta::UserData data;  // UserSpecific
    if (number.size() <= kMostOctets) {
        for (auto at = elements_.rbegin(); at != elements_.rend(); ++at) {
            if (const auto* octet = std::get_if<unsigned char>(&*at)) {
                data.octets.insert(data.octets.begin(), static_cast<char>(*octet));
            } else {
                write(std::get<Place>(*at), number, data.octets.size(), data.octets);
            }
        }
    }
    if (data.octets.empty() || data.octets.size() > kMostOctets)
        return Error{
            Errc::InvalidValue, "the number to show has " + std::to_string(number.size()) +
                                    " digits, which do not fit the 128 octets of user data"};
    return data;
}

}  // namespace ctiengine::ani
