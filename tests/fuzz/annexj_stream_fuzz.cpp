// The byte stream of annex J, as the plain TCP and TLS listener gets it: frames in any pieces.
//
// Input: one byte from which the sizes of the pieces follow, then the stream.
#include "common/annexj/frame_reader.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/oracle.hpp"

namespace ctiengine::fuzz {
namespace {

using namespace ctiengine::annexj;

constexpr std::size_t kShortest = 200;  // a listener with a small limit

struct Read {
    std::vector<std::string> frames;
    std::string error;
    bool inside_frame = false;
};

/// Reads the stream in pieces whose sizes follow from `seed`; 0 = in one piece.
Read read_in_pieces(std::string_view stream, std::uint32_t seed, std::size_t longest) {
    Read read;
    FrameReader reader(longest);
    while (!stream.empty() && read.error.empty()) {
        const auto size = seed == 0 ? stream.size() : 1 + (seed >> 16) % 40;
        if (seed != 0) seed = seed * 1103515245u + 12345u;
        reader.add(stream.substr(0, size));
        stream.remove_prefix(std::min<std::size_t>(size, stream.size()));
        for (auto frame = reader.next();; frame = reader.next()) {
            if (!frame) require_sentence(read.error = frame.error().detail);
            if (!frame || !*frame) break;
            read.frames.push_back(**frame);
        }
    }
    read.inside_frame = reader.inside_frame();
    return read;
}

void check_frame(const std::string& frame, std::size_t longest) {
    require(frame.size() <= longest, "no frame is longer than allowed");
    const auto header = read_header(frame);
    require(
        header.has_value() && header->length == frame.size(), "a frame is as long as its header says", frame
    );
    const auto written = make_frame(header->invoke_id, frame.substr(kHeaderBytes));
    require(written.has_value(), "what came in a frame fits into a frame");
    require(written->substr(2) == frame.substr(2), "it is the same but for the version", frame);
}

void check(std::string_view stream, std::uint32_t seed, std::size_t longest) {
    const auto whole = read_in_pieces(stream, 0, longest);
    const auto pieces = read_in_pieces(stream, seed, longest);
    require(whole.frames == pieces.frames, "frames do not depend on how the stream is cut");
    require(whole.error == pieces.error, "nor does the error", whole.error);
    require(!whole.error.empty() || whole.inside_frame == pieces.inside_frame, "nor does what is left over");
    std::string joined;
    for (const auto& frame : whole.frames) {
        check_frame(frame, longest);
        joined += frame;
    }
    require(stream.starts_with(joined), "the frames are the stream");
    require(!whole.error.empty() || whole.inside_frame == (joined.size() < stream.size()), "nothing is lost");
}

}  // namespace

void run(Bytes bytes) {
    Input input(bytes);
    const auto seed = input.u8() * 65537u;
    const auto stream = text_of(input.rest());
    check(stream, seed, kLongestFrame);
    check(stream, seed, kShortest);
}

std::vector<Seed> made_seeds() {
    const auto frame = make_frame(17, "<MonitorStop/>").value();
    const auto last = make_frame(9999, "").value();
    const auto longest = make_frame(0, std::string(kLongestContent, 'x')).value();
    return {
        {"one", '\3' + frame},
        {"three", '\7' + frame + last + frame},
        {"cut", '\5' + frame + frame.substr(0, 11)},
        {"header-cut", '\5' + frame + frame.substr(0, 5)},
        {"longest", '\1' + longest + last},
        {"longest-of-the-small", '\1' + make_frame(1, std::string(kShortest - kHeaderBytes, 'x')).value()},
        {"length-7", '\3' + std::string("\0\0\0\7", 4) + "0001"},
        {"length-0", '\3' + frame + std::string("\0\0\0\0", 4) + "0001"},
        {"no-digits", '\3' + frame + std::string("\0\0\0\x0c", 4) + "00x1<a/>"},
        {"version-ascii", '\3' + std::string("00\0\x0c", 4) + "0001<a/>"},
        {"text", "\3GET / HTTP/1.1\r\n\r\n"},
    };
}

}  // namespace ctiengine::fuzz
