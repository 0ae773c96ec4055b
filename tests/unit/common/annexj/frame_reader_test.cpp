#include "common/annexj/frame_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace ctiengine::annexj {
namespace {

using namespace std::string_literals;
using ::testing::HasSubstr;

/// All frames that are whole; a fault fails the test.
std::vector<std::string> take_all(FrameReader& reader) {
    std::vector<std::string> frames;
    for (;;) {
        auto frame = reader.next();
        if (!frame) {
            ADD_FAILURE() << frame.error().detail;
            return frames;
        }
        if (!*frame) return frames;
        frames.push_back(std::move(**frame));
    }
}

const std::vector<std::string>& three_frames() {
    static const std::vector<std::string> frames{
        *make_frame(1, "<A/>"), *make_frame(2, ""), "00\0\x0E"s + "9999" + "<B></B>"s.substr(0, 6)};
    return frames;
}

std::string joined(const std::vector<std::string>& frames) {
    std::string all;
    for (const auto& frame : frames) all += frame;
    return all;
}

TEST(FrameReader, GivesSeveralFramesOfOneSegment) {
    FrameReader reader;
    reader.add(joined(three_frames()));
    EXPECT_EQ(take_all(reader), three_frames());
    EXPECT_FALSE(reader.inside_frame());
}

TEST(FrameReader, GivesTheSameFramesForEverySplitIntoThreeSegments) {
    const auto stream = joined(three_frames());
    for (std::size_t first = 0; first <= stream.size(); ++first) {
        for (std::size_t second = first; second <= stream.size(); ++second) {
            FrameReader reader;
            std::vector<std::string> frames;
            for (const auto& part :
                 {stream.substr(0, first), stream.substr(first, second - first), stream.substr(second)}) {
                reader.add(part);
                for (auto& frame : take_all(reader)) frames.push_back(std::move(frame));
            }
            ASSERT_EQ(frames, three_frames()) << "split at " << first << " and " << second;
            ASSERT_FALSE(reader.inside_frame());
        }
    }
}

TEST(FrameReader, GivesAFrameWithItsLastByteAndNotBefore) {
    const auto frame = *make_frame(17, "<Some><Thing/></Some>");
    FrameReader reader;
    EXPECT_FALSE(reader.inside_frame());
    for (std::size_t at = 0; at + 1 < frame.size(); ++at) {
        reader.add(frame.substr(at, 1));
        EXPECT_TRUE(take_all(reader).empty());
        EXPECT_TRUE(reader.inside_frame());
    }
    reader.add(frame.substr(frame.size() - 1));
    EXPECT_EQ(take_all(reader), std::vector<std::string>{frame});
}

TEST(FrameReader, GivesTheLongestFrame) {
    const auto longest = *make_frame(1, std::string(kLongestContent, 'x'));
    FrameReader reader;
    reader.add(longest + longest);
    EXPECT_EQ(take_all(reader), (std::vector<std::string>{longest, longest}));
}

struct Attack {
    const char* name;
    std::string bytes;
    Errc code;
};

class FrameAttack : public ::testing::TestWithParam<Attack> {};

TEST_P(FrameAttack, EndsTheStreamForGood) {
    FrameReader reader(1024);
    reader.add(*make_frame(1, "<Good/>"));
    reader.add(GetParam().bytes);
    auto good = reader.next();
    ASSERT_TRUE(good && *good) << "what came before the fault is still good";
    for (int again = 0; again < 2; ++again) {
        auto fault = reader.next();
        ASSERT_FALSE(fault);
        EXPECT_EQ(fault.error().code, GetParam().code);
        EXPECT_FALSE(fault.error().detail.empty());
        reader.add(*make_frame(2, "<Late/>"));
    }
}

INSTANTIATE_TEST_SUITE_P(
    Attacks,
    FrameAttack,
    ::testing::Values(
        Attack{"LengthZeroWouldLoopForEver", "\0\0\0\0"s + "0001", Errc::ProtocolViolation},
        Attack{"LengthSeven", "\0\0\0\x07"s + "0001", Errc::ProtocolViolation},
        Attack{"OverTheLimitIsRefusedByItsHeader", "\0\0\x04\x01"s + "0001", Errc::TooLarge},
        Attack{"LongestLength", "\0\0\xFF\xFF"s + "0001", Errc::TooLarge},
        Attack{"NoDigits", "\0\0\0\x10"s + "abcd", Errc::InvalidValue},
        Attack{"FullWidthDigit", "\0\0\0\x10"s + "\xEF\xBC\x91" + "1", Errc::InvalidValue},
        Attack{"ZeroBytes", std::string(4096, '\0'), Errc::InvalidValue},
        Attack{"AllOnes", std::string(64, '\xFF'), Errc::InvalidValue},
        Attack{"Tls", "\x16\x03\x01\x00\xC8\x01\x00\x00\xC4\x03\x03"s, Errc::InvalidValue}
    ),
    [](const auto& row) { return row.param.name; }
);

TEST(FrameReader, SurvivesRandomBytes) {
    for (unsigned seed = 0; seed < 200; ++seed) {
        std::mt19937 random(seed);
        FrameReader reader(4096);
        for (bool broken = false; !broken;) {
            std::string bytes(random() % 64, '\0');
            for (auto& byte : bytes) byte = static_cast<char>(random() % 2 ? random() : '0' + random() % 10);
            reader.add(bytes);
            for (;;) {
                auto frame = reader.next();
                broken = !frame.has_value();
                if (broken || !*frame) break;
                ASSERT_GE((*frame)->size(), kHeaderBytes) << "seed " << seed;
            }
        }
    }
}

}  // namespace
}  // namespace ctiengine::annexj
