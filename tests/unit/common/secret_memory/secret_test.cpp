#include "common/secret_memory/secret.hpp"

#include <gtest/gtest.h>
#include <openssl/crypto.h>

#include <concepts>
#include <ostream>
#include <utility>
#include <vector>

namespace ctiengine {
namespace {

template <class T>
concept Printable = requires(std::ostream& out, const T& value) {
    out << value;
};
static_assert(Printable<int> && !Printable<Secret>);
static_assert(!std::convertible_to<Secret, std::string_view> && !std::convertible_to<Secret, std::string>);
static_assert(!std::convertible_to<std::string, Secret>, "making one is said aloud");

TEST(Secret, HoldsItsText) {
    EXPECT_EQ(Secret("open sesame").reveal(), "open sesame");
    EXPECT_EQ(Secret("open sesame").size(), 11U);
    EXPECT_TRUE(Secret().empty());
    EXPECT_EQ(Secret("").reveal(), "");
    EXPECT_EQ(Secret(std::string_view("a\0b", 3)).reveal(), std::string_view("a\0b", 3));
}

TEST(Secret, CleansesTheStringItIsMadeOf) {
    std::string text = "open sesame";
    const Secret secret(std::move(text));
    EXPECT_EQ(secret.reveal(), "open sesame");
    EXPECT_EQ(std::string_view(text.data(), 11), std::string_view("\0\0\0\0\0\0\0\0\0\0\0", 11));  // NOLINT
}

TEST(Secret, IsCopiedMovedAndCleared) {
    Secret first("open sesame");
    Secret copy = first;
    EXPECT_EQ(copy.reveal(), "open sesame");
    EXPECT_NE(copy.reveal().data(), first.reveal().data());
    const char* place = first.reveal().data();
    Secret moved = std::move(first);
    EXPECT_EQ(moved.reveal().data(), place) << "moving must not leave a copy behind";
    EXPECT_TRUE(first.empty());  // NOLINT: that is what is tested
    copy = std::move(moved);
    EXPECT_EQ(copy.reveal().data(), place);
    auto& itself = copy;
    copy = itself;
    copy = std::move(itself);
    EXPECT_EQ(copy.reveal(), "open sesame");
    copy.clear();
    EXPECT_TRUE(copy.empty());
}

TEST(Secret, IsEqualByItsText) {
    EXPECT_EQ(Secret("a"), Secret("a"));
    EXPECT_FALSE(Secret("a") == Secret("b"));
    EXPECT_FALSE(Secret("a") == Secret("ab"));
    EXPECT_EQ(Secret(), Secret(""));
}

/// Last: what was made before is released after, and the arena is there for the rest of the program.
TEST(SecretInLockedMemory, LiesThereUntilThereIsNoRoomAndThenElsewhere) {
    const Secret ordinary("made before");
    if (!use_locked_memory()) GTEST_LOG_(INFO) << "RLIMIT_MEMLOCK keeps the arena from being locked";
    const Secret locked("made after");
    EXPECT_FALSE(::CRYPTO_secure_allocated(ordinary.reveal().data()));
    EXPECT_TRUE(::CRYPTO_secure_allocated(locked.reveal().data()));
    std::vector<Secret> many;
    for (int count = 0; count < 100; ++count) many.emplace_back(std::string(1000, 'x'));
    for (const auto& one : many) EXPECT_EQ(one.reveal(), std::string(1000, 'x'));
    EXPECT_FALSE(::CRYPTO_secure_allocated(many.back().reveal().data()));
}

}  // namespace
}  // namespace ctiengine
