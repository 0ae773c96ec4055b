#pragma once
#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

namespace ctiengine {

/// A password, a token or a key. Cannot be printed; its memory is overwritten when it is destroyed, assigned
/// to or moved from. A value type; different objects may be used by different threads.
class Secret {
  public:
    Secret() noexcept = default;
    /// Copies `text`, which the caller cleanses if it is his.
    explicit Secret(std::string_view text);
    explicit Secret(const char* text) : Secret(std::string_view(text)) {}
    /// Copies `text` and cleanses it.
    explicit Secret(std::string&& text);
    Secret(const Secret& other);
    Secret(Secret&& other) noexcept;
    Secret& operator=(const Secret& other);
    Secret& operator=(Secret&& other) noexcept;
    ~Secret();

    /// The text, for as long as this object lives unchanged. Never hand it to a log or an error.
    std::string_view reveal() const { return {data_, size_}; }
    bool empty() const { return size_ == 0; }
    std::size_t size() const { return size_; }
    /// Overwrites and empties it.
    void clear() noexcept;

    /// Takes time that depends on the lengths only.
    friend bool operator==(const Secret& a, const Secret& b);

  private:
    char* data_ = nullptr;
    std::size_t size_ = 0;
};

/// A secret is not printed.
std::ostream& operator<<(std::ostream&, const Secret&) = delete;

/// Keeps secrets made from now on in locked memory that no core file holds. Once, before any thread; false
/// when the limits of the process do not allow it (secrets then lie in ordinary memory).
bool use_locked_memory();

}  // namespace ctiengine
