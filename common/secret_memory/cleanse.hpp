#pragma once
#include <cstddef>
#include <string>

namespace ctiengine {

/// Overwrites memory; no compiler leaves it out.
void cleanse(void* data, std::size_t size) noexcept;

/// Overwrites all the memory of `text`, also what lies behind its end, and empties it.
void cleanse(std::string& text) noexcept;

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
