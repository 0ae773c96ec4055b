#include "gateway/xml/framing.hpp"

#include "common/annexj/header.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ctiengine::gateway {
namespace {

constexpr std::size_t kInvokeIdDigits = 4;
constexpr std::size_t kLongestReason = 123;  ///< what a close frame carries
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Some clients put a line end between frame and XML, where XML itself allows none.
std::string_view without_leading_space(std::string_view text) {
    const auto start = text.find_first_not_of(" \t\r\n");
    return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

std::optional<InvokeId> invoke_id_from(std::string_view text) {
    if (text.size() < kInvokeIdDigits) return std::nullopt;
    text = text.substr(0, kInvokeIdDigits);
    if (!std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
    unsigned value = 0;
    for (char digit : text) value = value * 10 + static_cast<unsigned>(digit - '0');
    return static_cast<InvokeId>(value);
}

std::array<char, kInvokeIdDigits> digits_of(InvokeId id) {
    std::array<char, kInvokeIdDigits> digits{};
    unsigned rest = id;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        *digit = static_cast<char>('0' + rest % 10);
        rest /= 10;
    }
    return digits;
}

FramingFault fault(std::uint16_t close_code, std::string reason) {
    return {close_code, std::move(reason)};
}

using Decoded = std::variant<IncomingFrame, FramingFault>;

Decoded decode_csta_xml(std::string_view payload) {
    const auto id = invoke_id_from(payload);
    if (!id) return fault(kInvalidPayload, "csta-xml: the message must begin with four digits of invoke ID");
    return IncomingFrame{id, without_leading_space(payload.substr(kInvokeIdDigits))};
}

FramingFault annex_j_fault(std::uint16_t close_code, const std::string& sentence) {
    auto reason = "csta-xml-annexj: " + sentence;
    reason.resize(std::min(reason.size(), kLongestReason));
    return fault(close_code, std::move(reason));
}

Decoded decode_annex_j(std::string_view payload) {
    if (payload.size() < annexj::kHeaderBytes) {
        return annex_j_fault(kProtocolError, "the frame is shorter than its 8 bytes of header");
    }
    const auto header = annexj::read_header(payload);
    if (!header) {
        const bool bad_id = header.error().code == Errc::InvalidValue;
        return annex_j_fault(bad_id ? kInvalidPayload : kProtocolError, header.error().detail);
    }
    if (header->length != payload.size()) {
        return annex_j_fault(
            kProtocolError, "the length field says " + std::to_string(header->length) + ", the frame has " +
                                std::to_string(payload.size()) + " bytes"
        );
    }
    return IncomingFrame{header->invoke_id, without_leading_space(payload.substr(annexj::kHeaderBytes))};
}

std::optional<Subprotocol> guess(std::string_view payload, bool binary) {
    if (binary) return Subprotocol::AnnexJ;
    if (!payload.empty() && is_digit(payload.front())) return Subprotocol::CstaXml;
    const auto start = without_leading_space(payload);
    if (start.starts_with('<') || start.starts_with(kByteOrderMark)) return Subprotocol::Bare;
    return std::nullopt;
}

}  // namespace

std::optional<Subprotocol> subprotocol_from(std::string_view name) {
    for (auto known : {Subprotocol::CstaXml, Subprotocol::AnnexJ, Subprotocol::Bare}) {
        if (name == to_string(known)) return known;
    }
    return std::nullopt;
}

std::string_view to_string(Subprotocol subprotocol) {
    return kSubprotocolNames[static_cast<std::size_t>(subprotocol)];
}

bool may_be_unasked(std::string_view root_name) {
    return root_name == "SystemStatusResponse" || root_name == "MonitorStopResponse" ||
           root_name == "CSTAErrorCode";
}

Decoded Framing::decode(std::string_view payload, bool binary) {
    if (!subprotocol_) subprotocol_ = guess(payload, binary);
    if (!subprotocol_) {
        return fault(
            kInvalidPayload, "the first message must begin with an invoke ID (csta-xml) or with '<' (bare)"
        );
    }
    if (binary != this->binary()) {
        return fault(
            kUnsupportedData, std::string(to_string(*subprotocol_)) +
                                  (this->binary() ? " needs binary messages" : " needs text messages")
        );
    }
    switch (*subprotocol_) {
        case Subprotocol::CstaXml: return decode_csta_xml(payload);
        case Subprotocol::AnnexJ: return decode_annex_j(payload);
        case Subprotocol::Bare: break;
    }
    return IncomingFrame{std::nullopt, without_leading_space(payload)};
}

Result<std::string> Framing::encode(InvokeId invoke_id, std::string xml) const {
    if (subprotocol() == Subprotocol::Bare) return xml;
    if (subprotocol() == Subprotocol::AnnexJ) return annexj::make_frame(invoke_id, std::move(xml));
    const auto digits = digits_of(invoke_id);
    xml.insert(0, digits.data(), digits.size());
    return xml;
}

}  // namespace ctiengine::gateway
