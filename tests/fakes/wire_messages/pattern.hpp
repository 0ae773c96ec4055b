#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <type_traits>
#include <vector>

/// Repeatable content for any message: a Filler writes it into a struct, a Checker expects it there. The two
/// see the fields in the same order (walkers.hpp) and so make the same values.
namespace ctiengine::wire_test {

enum class Amount {
    Nothing,  ///< zeros, empty texts and lists
    Some,     ///< short texts, three elements where a list may have them
    Most      ///< texts and arrays filled to the last place
};

class Pattern {
  public:
    explicit Pattern(Amount amount) : amount_(amount) {}

  protected:
    std::int32_t next_number() {
        return amount_ == Amount::Nothing ? 0 : static_cast<std::int32_t>(++seed_ * 2654435761u);
    }

    std::string next_text(std::size_t longest) {
        if (amount_ == Amount::Nothing) return {};
        auto text = std::to_string(++seed_);
        if (amount_ == Amount::Some) return text.substr(0, longest);
        return text.substr(0, longest) + std::string(longest - std::min(longest, text.size()), '.');
    }

    [[nodiscard]] std::size_t next_count(std::size_t most) const {
        if (amount_ == Amount::Nothing) return 0;
        return amount_ == Amount::Some ? std::min<std::size_t>(3, most) : most;
    }

    static constexpr std::size_t kMostListElements = 7;

  private:
    Amount amount_;
    std::uint32_t seed_ = 0;
};

class Filler : public Pattern {
  public:
    using Pattern::Pattern;

    template <class T>
    void value(T& target) {
        if constexpr (std::is_pointer_v<T>) {
            const auto text = next_text(20);
            target = elements<char>(text.size() + 1);
            std::memcpy(target, text.c_str(), text.size() + 1);
        } else if constexpr (std::is_array_v<T>) {
            const auto text = next_text(sizeof(T) - 1);
            std::memcpy(target, text.c_str(), text.size() + 1);
        } else if constexpr (std::is_enum_v<T>) {
            const auto number =
                next_number();  // any bits: a value that the enum does not have must survive too
            std::memcpy(&target, &number, sizeof target);
        } else if constexpr (std::is_floating_point_v<T>) {
            target = static_cast<T>(next_number() % 1024);  // exact on every architecture
        } else {
            target = static_cast<T>(next_number());
        }
    }

    template <class Count, class Elements, class Visit>
    void list(Count& count, Elements& array, Visit visit) {
        if constexpr (std::is_array_v<Elements>) {
            count = static_cast<Count>(next_count(std::extent_v<Elements>));
        } else {
            count = static_cast<Count>(next_count(kMostListElements));
            array = count == 0 ? nullptr : elements<std::remove_pointer_t<Elements>>(count);
        }
        for (Count i = 0; i < count; ++i) visit(array[i]);
    }

  private:
    template <class T>
    T* elements(std::size_t count) {
        memory_.push_back(std::make_unique<std::byte[]>(count * sizeof(T)));
        return reinterpret_cast<T*>(memory_.back().get());
    }

    std::vector<std::unique_ptr<std::byte[]>> memory_;
};

class Checker : public Pattern {
  public:
    /// List data has to lie in [block, block + size), when a block is given.
    Checker(Amount amount, const void* block, std::size_t size)
        : Pattern(amount), block_(static_cast<const std::byte*>(block)), size_(size) {}

    template <class T>
    void value(const T& found) {
        if constexpr (std::is_pointer_v<T>) {
            expect_inside(found);
            EXPECT_STREQ(found, next_text(20).c_str());
        } else if constexpr (std::is_array_v<T>) {
            EXPECT_STREQ(found, next_text(sizeof(T) - 1).c_str());
        } else if constexpr (std::is_enum_v<T>) {
            std::int32_t number = 0;
            std::memcpy(&number, &found, sizeof number);
            EXPECT_EQ(number, next_number());
        } else if constexpr (std::is_floating_point_v<T>) {
            EXPECT_EQ(found, static_cast<T>(next_number() % 1024));
        } else {
            EXPECT_EQ(found, static_cast<T>(next_number()));
        }
    }

    template <class Count, class Elements, class Visit>
    void list(const Count& count, Elements& array, Visit visit) {
        if constexpr (std::is_array_v<Elements>) {
            ASSERT_EQ(count, next_count(std::extent_v<Elements>));
        } else {
            ASSERT_EQ(count, next_count(kMostListElements));
            if (count > 0) {
                expect_inside(array);
            } else {
                EXPECT_EQ(array, nullptr);
            }
        }
        for (Count i = 0; i < count; ++i) visit(array[i]);
    }

  private:
    void expect_inside(const void* pointer) {
        const auto* at = static_cast<const std::byte*>(pointer);
        EXPECT_TRUE(block_ == nullptr || (at >= block_ && at < block_ + size_))
            << "list data outside of the buffer";
    }

    const std::byte* block_;
    std::size_t size_;
};

}  // namespace ctiengine::wire_test
