// What a broken switch may send to the stand-in library: the stream of frames, their messages, the program's
// buffers.
//
// Input: one byte from which the sizes of the pieces follow, then the stream.
#include "simulator/wire/att.hpp"
#include "simulator/wire/event_buffer.hpp"
#include "simulator/wire/frame.hpp"
#include "simulator/wire/pdu.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/oracle.hpp"

#include <memory>

namespace ctiengine::fuzz {
namespace {

using namespace ctiengine::wire;

struct Read {
    std::vector<Frame> frames;
    FrameReader::State end = FrameReader::State::NeedMore;
    std::string error;
};

/// Reads the stream in pieces whose sizes follow from `seed`; 0 = in one piece.
Read read_in_pieces(Bytes stream, std::uint32_t seed) {
    Read read;
    FrameReader reader;
    Input input(stream);
    while (!input.empty() && read.end != FrameReader::State::Broken) {
        const auto state = seed;
        seed = seed * 1103515245u + (seed == 0 ? 0u : 12345u);
        reader.append(state == 0 ? input.rest() : input.up_to(1 + (state >> 16) % 40));
        Frame frame;
        while ((read.end = reader.next(frame)) == FrameReader::State::Ready) read.frames.push_back(frame);
    }
    read.error = reader.error();
    return read;
}

/// Decoding what was encoded from a decoded struct gives the same bytes again. (The first decoding may drop
/// bytes: a text ends at its first zero.)
void check_body(const Frame& frame) {
    const auto pdu = decode_pdu(frame);
    if (!pdu) return require_sentence(pdu.error());
    std::vector<std::uint8_t> encoded;
    require(
        encode_pdu(frame.event_class, frame.type, pdu.data(), encoded), "what was decoded can be encoded",
        pdu.name()
    );
    const auto again = decode_pdu(frame.event_class, frame.type, encoded);
    std::vector<std::uint8_t> twice;
    require(bool(again), "what was encoded can be decoded", pdu.name());
    require(encode_pdu(frame.event_class, frame.type, again.data(), twice), "and encoded again", pdu.name());
    require(twice == encoded, "and says the same", pdu.name());
}

/// The program's buffer: too small a one is told how much is needed, and that much is enough and all that is
/// touched.
void check_buffer(const Frame& frame) {
    const auto asked = decode_event(frame, 1, nullptr, 0);
    require(asked.status != DecodeStatus::Ok, "no event fits into nothing");
    if (asked.status == DecodeStatus::Malformed) return;
    const auto buffer = std::make_unique<std::byte[]>(asked.size);
    require(
        decode_event(frame, 1, buffer.get(), asked.size - 1).status == DecodeStatus::TooSmall,
        "one byte less is too small"
    );
    const auto decoded = decode_event(frame, 1, buffer.get(), asked.size);
    require(
        decoded.status == DecodeStatus::Ok && decoded.size == asked.size, "the size told is the size needed"
    );
}

void check_private_data(const Frame& frame) {
    ATTEvent_t event{};
    const auto status = decode_att(frame.private_data, event);
    const auto pdu = decode_att(frame.private_data);
    require(bool(pdu) == (status != DecodeStatus::Malformed), "both decoders agree on private data");
    if (pdu)
        return check_body(
            {.event_class = kPrivateClass,
             .type = pdu.type(),
             .reference = 0,
             .body = {frame.private_data.begin() + 4, frame.private_data.end()},
             .vendor = {},
             .private_data = {}}
        );
    require_sentence(pdu.error());
}

}  // namespace

void run(Bytes bytes) {
    Input input(bytes);
    const auto seed = input.u8() * 65537u;
    const auto stream = input.rest();
    const auto whole = read_in_pieces(stream, 0);
    const auto pieces = read_in_pieces(stream, seed);
    require(whole.frames == pieces.frames, "frames do not depend on how the stream is cut");
    require(stream.empty() || whole.end == pieces.end, "nor does the end");
    require(whole.error == pieces.error, "nor does the error", whole.error);
    if (whole.end == FrameReader::State::Broken) require_sentence(whole.error);
    std::vector<std::uint8_t> written;
    for (const auto& frame : whole.frames) {
        require(write_frame(frame, written), "what was read can be written");
        check_body(frame);
        check_buffer(frame);
        check_private_data(frame);
    }
    require(
        written.size() <= stream.size() && std::equal(written.begin(), written.end(), stream.begin()),
        "written again it is the same stream"
    );
}

/// One frame for every message, with zeros as fields: the shortest that can be decoded.
std::vector<Seed> made_seeds() {
    std::vector<Seed> seeds;
    for (const auto& info : all_pdus()) {
        const auto object = std::make_unique<std::byte[]>(info.layout->size);
        Frame frame;
        if (info.event_class == kPrivateClass) {
            frame.event_class = CSTACONFIRMATION;
            frame.type = CSTA_ESCAPE_SVC_CONF;
            frame.vendor = "ECS";
            frame.private_data = encode_att(info.type, object.get()).value();
        } else {
            frame.event_class = info.event_class;
            frame.type = info.type;
            require(
                encode_pdu(info.event_class, info.type, object.get(), frame.body), "zeros can be sent",
                info.name
            );
        }
        std::vector<std::uint8_t> bytes{7};
        require(write_frame(frame, bytes), "the frame is short enough", info.name);
        seeds.push_back({info.name, std::string(text_of(bytes))});
    }
    return seeds;
}

}  // namespace ctiengine::fuzz
