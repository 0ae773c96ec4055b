#include "simulator/weblm/http/multipart.hpp"

#include <optional>

namespace ctiengine::weblm_sim {
namespace {

constexpr std::size_t kMostParts = 16;
constexpr std::size_t kLongestBoundary = 70;  // RFC 2046 section 5.1.1

Error invalid(const char* what) {
    return Error{Errc::InvalidValue, what};
}

/// The value of name="…" or name=… in a header; empty = there is none.
std::string parameter(std::string_view header, std::string_view name) {
    const auto start = header.find(std::string(name) + "=");
    if (start == std::string_view::npos) return {};
    auto value = header.substr(start + name.size() + 1);
    if (!value.starts_with('"')) return std::string(value.substr(0, value.find(';')));
    value.remove_prefix(1);
    const auto end = value.find('"');
    return end == std::string_view::npos ? std::string() : std::string(value.substr(0, end));
}

/// Takes what stands before `mark` off the front, and the mark; none = the mark does not come.
std::optional<std::string_view> take_until(std::string_view& text, std::string_view mark) {
    const auto at = text.find(mark);
    if (at == std::string_view::npos) return std::nullopt;
    const auto taken = text.substr(0, at);
    text.remove_prefix(at + mark.size());
    return taken;
}

}  // namespace

Result<std::map<std::string, std::string>> read_multipart(
    std::string_view content_type, std::string_view body
) {
    const auto boundary = parameter(content_type, "boundary");
    if (!content_type.starts_with("multipart/form-data") || boundary.empty() ||
        boundary.size() > kLongestBoundary)
        return invalid("the form is no multipart/form-data");
    const auto mark = "--" + boundary;
    if (!body.starts_with(mark)) return invalid("the form does not begin with its boundary");
    body.remove_prefix(mark.size());
    std::map<std::string, std::string> parts;
    while (!body.starts_with("--")) {
        if (parts.size() == kMostParts) return invalid("the form has too many parts");
        const auto header = take_until(body, "\r\n\r\n");
        const auto content = header ? take_until(body, "\r\n" + mark) : std::nullopt;
        if (!content) return invalid("the form is cut off");
        // " name=": not the one of filename=
        parts.emplace(parameter(*header, " name"), std::string(*content));
    }
    return parts;
}

}  // namespace ctiengine::weblm_sim
