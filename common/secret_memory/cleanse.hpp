#pragma once
#include <cstddef>
#include <string>

namespace ctiengine {

/// Overwrites memory; no compiler leaves it out.
void cleanse(void* data, std::size_t size) noexcept;

/// Overwrites all the memory of `text`, also what lies behind its end, and empties it.
void cleanse(std::string& text) noexcept;

/// Overwrites the vector registers and 32 KiB of stack below the caller: what functions that have returned
/// left there, such as copies of a secret that a library made. For threads whose stack has that much to
/// spare.
void cleanse_dead_stack() noexcept;

/// Cleanses a string when the scope is left.
class CleanseAtEnd {
  public:
    explicit CleanseAtEnd(std::string& text) : text_(text) {}
    ~CleanseAtEnd() { cleanse(text_); }
    CleanseAtEnd(const CleanseAtEnd&) = delete;
    CleanseAtEnd& operator=(const CleanseAtEnd&) = delete;

  private:
    std::string& text_;
};

}  // namespace ctiengine
