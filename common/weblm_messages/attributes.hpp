#pragma once
#include "common/result/result.hpp"

#include <pugixml.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// For readers of such messages and of the simulator's licence file: attributes of one element, with their
/// rules.
namespace ctiengine::weblm::xml {

/// The first thing that was wrong with a message; later ones usually follow from it.
class FirstFault {
  public:
    void note(Errc code, std::string detail) {
        if (!fault_) fault_ = Error{code, std::move(detail)};
    }
    [[nodiscard]] const std::optional<Error>& fault() const { return fault_; }

  private:
    std::optional<Error> fault_;
};

/// How many bytes a text may have. A text with `least` 0 may also be left out.
struct TextRule {
    std::size_t least;
    std::size_t most;
};

/// Reads the attributes of an element. What breaks a rule is noted as "Client/@id: …" and reads as empty.
/// No value holds a control character, so none can pass for another line of a log.
class Attributes {
  public:
    Attributes(const pugi::xml_node& element, FirstFault& fault) : element_(element), fault_(fault) {}

    [[nodiscard]] std::string text(const char* name, TextRule rule) const;
    [[nodiscard]] std::string keyword() const;

    /// Decimal digits alone; mandatory.
    [[nodiscard]] std::uint64_t number(const char* name, std::uint64_t least, std::uint64_t most) const;

    /// A number of seats, 0 to kMostSeats; none = the attribute is not there.
    [[nodiscard]] std::optional<std::uint32_t> seats(const char* name) const;

    /// "true" or "false"; not there = false.
    [[nodiscard]] bool truth(const char* name) const;

    [[nodiscard]] bool has(const char* name) const { return static_cast<bool>(element_.attribute(name)); }
    void wrong(const char* name, std::string_view rule) const;

  private:
    pugi::xml_node element_;
    FirstFault& fault_;
};

}  // namespace ctiengine::weblm::xml
