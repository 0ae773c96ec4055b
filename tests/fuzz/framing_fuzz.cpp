// The framing of one WebSocket connection, message after message.
//
// Input: one byte that picks the negotiated subprotocol, then per message one byte (lowest bit: binary), two
// bytes of length and the message.
#include "gateway/xml/framing.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/oracle.hpp"

#include <array>

namespace ctiengine::fuzz {
namespace {

using namespace ctiengine::gateway;

constexpr std::array<std::optional<Subprotocol>, 4> kNegotiated = {
    std::nullopt, Subprotocol::CstaXml, Subprotocol::AnnexJ, Subprotocol::Bare};
constexpr std::size_t kLongestCloseReason = 123;  // RFC 6455, 5.5.1

void check_fault(const FramingFault& fault) {
    require_sentence(fault.reason);
    require(fault.reason.size() <= kLongestCloseReason, "a reason fits into a close frame", fault.reason);
    require(
        fault.close_code == kProtocolError || fault.close_code == kUnsupportedData ||
            fault.close_code == kInvalidPayload,
        "a close code is one of those documented"
    );
}

void check_frame(const Framing& framing, const IncomingFrame& frame, std::string_view payload) {
    const auto inside =
        frame.xml.empty() || (frame.xml.data() >= payload.data() &&
                              frame.xml.data() + frame.xml.size() == payload.data() + payload.size());
    require(inside, "the XML is the end of the payload");
    require(
        frame.invoke_id.has_value() == (framing.subprotocol() != Subprotocol::Bare),
        "every framing but the bare one has an invoke ID"
    );
    require(frame.invoke_id.value_or(0) <= kUnaskedId, "an invoke ID has four digits");
    const auto encoded = framing.encode(frame.invoke_id.value_or(0), std::string(frame.xml));
    if (!encoded) return require(false, "what came in a frame fits into a frame", encoded.error().detail);
    Framing other(framing.subprotocol());
    const auto decoded = other.decode(*encoded, framing.binary());
    const auto* again = std::get_if<IncomingFrame>(&decoded);
    require(again != nullptr, "a frame of ours can be read", *encoded);
    require(again->invoke_id == frame.invoke_id && again->xml == frame.xml, "it says the same", *encoded);
}

}  // namespace

void run(Bytes bytes) {
    Input input(bytes);
    Framing framing(kNegotiated[input.u8() % kNegotiated.size()]);
    while (!input.empty()) {
        const bool binary = (input.u8() & 1) != 0;
        const auto payload = text_of(input.up_to(input.u16()));
        const auto decoded = framing.decode(payload, binary);
        if (const auto* fault = std::get_if<FramingFault>(&decoded)) return check_fault(*fault);
        check_frame(framing, std::get<IncomingFrame>(decoded), payload);
    }
}

std::vector<Seed> made_seeds() {
    const auto message = [](char binary, std::string_view payload) {
        std::string bytes{
            binary, static_cast<char>(payload.size() & 0xff), static_cast<char>(payload.size() >> 8)};
        return bytes.append(payload);
    };
    const std::string_view xml = "<MonitorStop/>";
    std::vector<Seed> seeds;
    for (std::size_t i = 1; i < kNegotiated.size(); ++i) {
        const Framing framing(kNegotiated[i]);
        const auto whole = message(framing.binary() ? 1 : 0, *framing.encode(17, std::string(xml)));
        const auto cut =
            message(framing.binary() ? 1 : 0, framing.encode(17, std::string(xml))->substr(0, 7));
        const std::string name(to_string(*kNegotiated[i]));
        seeds.push_back({name, static_cast<char>(i) + whole + whole});
        seeds.push_back({name + "-guessed", '\0' + whole + whole});
        seeds.push_back({name + "-cut", static_cast<char>(i) + whole + cut});
    }
    return seeds;
}

}  // namespace ctiengine::fuzz
