#pragma once
#include "common/annexj/header.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ctiengine::annexj {

/// Cuts a byte stream into frames: bytes go in as they come, whole frames come out. Knows no sockets and no
/// clock; belongs to one strand.
class FrameReader {
  public:
    /// Longer frames than `longest` (8 to 65,535 bytes, header included) are refused by their header alone,
    /// so that no more than this is ever kept.
    explicit FrameReader(std::size_t longest = kLongestFrame) : longest_(longest) {}

    void add(std::string_view bytes) { bytes_.append(bytes); }

    /// The next frame with its header; nothing = more bytes are needed. A fault is found in the header and is
    /// final, because nobody knows where the next frame begins: read_header()'s errors, or TooLarge.
    Result<std::optional<std::string>> next();

    /// Has a frame begun that is not whole yet?
    bool inside_frame() const { return used_ < bytes_.size(); }

  private:
    std::size_t longest_;
    std::string bytes_;
    std::size_t used_ = 0;  ///< of bytes_: frames that were handed out already
    std::optional<Error> broken_;
};

}  // namespace ctiengine::annexj
