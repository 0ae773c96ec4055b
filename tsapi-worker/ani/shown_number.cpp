#include "tsapi-worker/ani/shown_number.hpp"

namespace ctiengine::ani {
namespace {

template <class Request>
std::optional<csta::Failure> encode(const NumberLayout& layout, Request& request) {
    if (request.shown_number.empty()) return std::nullopt;
    constexpr auto kWrong = csta::UniversalFailure::ValueOutOfRange;
    if (request.user_data)
        return csta::Failure{
            kWrong, "a number to show travels as user data, so the request cannot have other user data"};
    auto data = layout.encode(request.shown_number);
    if (!data) return csta::Failure{kWrong, data.error().detail};
    request.user_data = std::move(*data);
    request.shown_number.clear();
    return std::nullopt;
}

}  // namespace

std::optional<csta::Failure> encode_shown_number(const NumberLayout& layout, csta::Request& request) {
    if (auto* make = std::get_if<csta::MakeCall>(&request)) return encode(layout, *make);
    if (auto* consult = std::get_if<csta::ConsultationCall>(&request)) return encode(layout, *consult);
    return std::nullopt;
}

}  // namespace ctiengine::ani
