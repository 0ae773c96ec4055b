#include "simulator/wire/frame.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace ctiengine::wire {
namespace {

using Bytes = std::vector<std::uint8_t>;
using State = FrameReader::State;

Frame sample() {
    Frame frame;
    frame.event_class = 3;
    frame.type = 0x0117;
    frame.reference = 0x01020304;
    frame.body = {9, 8};
    frame.vendor = "ECS";
    frame.private_data = {2, 0, 7};
    return frame;
}

Bytes written(const Frame& frame) {
    Bytes bytes;
    EXPECT_TRUE(write_frame(frame, bytes));
    return bytes;
}

TEST(Frame, LooksLikeThis) {
    EXPECT_EQ(written(sample()), (Bytes{19, 0,   0,   0,   3, 0, 0x17, 1, 4, 3, 2, 1,
                                        3,  'E', 'C', 'S', 3, 0, 2,    0, 7, 9, 8}));
}

TEST(Frame, ArrivesWholeHoweverItIsCut) {
    auto stream = written(sample());
    const auto empty = written(Frame{});
    stream.insert(stream.end(), empty.begin(), empty.end());
    for (std::size_t chunk = 1; chunk <= stream.size(); ++chunk) {
        FrameReader reader;
        std::vector<Frame> frames;
        for (std::size_t at = 0; at < stream.size(); at += chunk) {
            reader.append(std::span(stream).subspan(at, std::min(chunk, stream.size() - at)));
            for (Frame frame; reader.next(frame) == State::Ready;) frames.push_back(frame);
        }
        ASSERT_EQ(frames, (std::vector<Frame>{sample(), Frame{}})) << chunk;
    }
}

TEST(Frame, RefusesToWriteWhatIsTooLong) {
    Bytes out{1};
    auto frame = sample();
    frame.vendor.assign(32, 'v');
    EXPECT_FALSE(write_frame(frame, out));
    frame = sample();
    frame.body.resize(kMaxFrameBytes - 20);
    EXPECT_FALSE(write_frame(frame, out));
    frame = sample();
    frame.private_data.resize(0x10000);
    EXPECT_FALSE(write_frame(frame, out));
    EXPECT_EQ(out, Bytes{1});
}

TEST(Frame, LongestFramePasses) {
    Frame frame;
    frame.body.resize(kMaxFrameBytes - 15);
    FrameReader reader;
    reader.append(written(frame));
    Frame read;
    ASSERT_EQ(reader.next(read), State::Ready);
    EXPECT_EQ(read, frame);
}

TEST(FrameReader, BreaksOnLengthBeyondTheLimitBeforeItArrives) {
    FrameReader reader;
    auto stream = written(sample());
    const Bytes huge{0xff, 0xff, 0xff, 0xff};
    stream.insert(stream.end(), huge.begin(), huge.end());
    reader.append(stream);
    Frame frame;
    EXPECT_EQ(reader.next(frame), State::Ready);
    EXPECT_EQ(reader.next(frame), State::Broken);
    EXPECT_THAT(std::string(reader.error()), testing::HasSubstr("longer than the limit, at byte 23"));
    reader.append(written(sample()));
    EXPECT_EQ(reader.next(frame), State::Broken) << "there is no way back into step";
}

TEST(FrameReader, BreaksOnFrameWithoutItsFixedPart) {
    FrameReader reader;
    reader.append(Bytes{10, 0, 0, 0});
    Frame frame;
    EXPECT_EQ(reader.next(frame), State::Broken);
    EXPECT_THAT(std::string(reader.error()), testing::HasSubstr("shorter than its fixed part"));
}

TEST(FrameReader, BreaksOnInnerLengthsThatDoNotFit) {
    for (const std::size_t at : {12u, 16u}) {  // length of the vendor name, length of the private data
        auto stream = written(sample());
        stream[at] = 200;
        FrameReader reader;
        reader.append(stream);
        Frame frame;
        EXPECT_EQ(reader.next(frame), State::Broken) << at;
    }
}

}  // namespace
}  // namespace ctiengine::wire
