#pragma once
#include "common/csta/identifiers.hpp"
#include "common/result/result.hpp"

#include <string_view>
#include <variant>
#include <vector>

namespace ctiengine::ani {

/// The octets in which a switch wants the number that a called party shall see. It travels as user data of a
/// new call (special application SA8481 of Communication Manager).
///
/// A layout is written as text: octets in hexadecimal and places in braces, divided by blanks, in their
/// order.
///
/// | place            | becomes |
/// |------------------|--------------------------------------------------------------------------------------|
/// | `{ascii}`        | the digits, one octet each | | `{bcd}`          | the digits, two in an octet, the
/// first in the low half; F fills an odd last one up   | | `{count}`        | one octet: how many digits | |
/// `{length}`       | one octet: how many octets follow it                                                 |
/// | `{presentation}` | 01 | | `{plan}`         | 81: type of number unknown, ISDN numbering plan, as in
/// octet 3 of Q.931              |
///
/// Digits stand in exactly one place. Example: `2A 21 {ascii}`.
class NumberLayout {
  public:
    /// Error: InvalidSettings, with the word that is wrong.
    static Result<NumberLayout> parse(std::string_view text);

    /// The user data for `number`. Error: InvalidValue for what is no number of 1 to 128 digits or does not
    /// fit the 128 octets of user data.
    Result<csta::UserData> encode(std::string_view number) const;

  private:
    enum class Place { Ascii, Bcd, Count, Length, Presentation, Plan };
    using Element = std::variant<unsigned char, Place>;

    static Result<Element> element(std::string_view word);
    static bool holds_digits(const Element& element);
    static void write(Place place, std::string_view number, std::size_t following, std::string& to);

    std::vector<Element> elements_;
};

}  // namespace ctiengine::ani
