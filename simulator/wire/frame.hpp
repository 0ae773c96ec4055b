#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ctiengine::wire {

/// Longest frame on the wire in bytes, its length field included.
inline constexpr std::size_t kMaxFrameBytes = std::size_t{64} * 1024;

/// Longest vendor name; PrivateData_t.vendor has room for one more, the final zero.
inline constexpr std::size_t kMaxVendorBytes = 31;

/// One TSAPI message between the stand-in library and the switch.
struct Frame {
    std::uint16_t event_class = 0;  ///< ACSREQUEST … CSTAEVENTREPORT
    std::uint16_t type = 0;         ///< ACS_… or CSTA_… message number
    /// Invoke ID (classes 0, 2, 3, 5), monitor cross reference (class 4), otherwise 0.
    std::uint32_t reference = 0;
    std::vector<std::uint8_t> body;          ///< the PDU's fields, made by encode_pdu
    std::string vendor;                      ///< vendor of the private data; empty: there is none
    std::vector<std::uint8_t> private_data;  ///< PrivateData_t.data as it is

    bool operator==(const Frame&) const = default;
};

/// Appends the frame to `out`. False, with `out` unchanged, when the vendor name, the private data or the
/// whole is too long.
[[nodiscard]] bool write_frame(const Frame& frame, std::vector<std::uint8_t>& out);

/// Cuts a byte stream into frames. Not thread-safe. After each append() call next() until it says NeedMore:
/// what is kept in memory is then less than `max_frame_bytes` plus one append.
class FrameReader {
  public:
    enum class State {
        NeedMore,  ///< no whole frame yet
        Ready,     ///< the frame was taken out
        Broken     ///< the peer does not speak this protocol: close the connection; error() says why
    };

    explicit FrameReader(std::size_t max_frame_bytes = kMaxFrameBytes) : max_frame_bytes_(max_frame_bytes) {}

    void append(std::span<const std::uint8_t> bytes);
    [[nodiscard]] State next(Frame& frame);

    /// Valid in state Broken: what was wrong, and at which byte of the stream the bad frame starts.
    [[nodiscard]] std::string_view error() const { return error_; }

  private:
    State broken(std::string_view why);
    void drop_consumed();

    std::size_t max_frame_bytes_;
    std::vector<std::uint8_t> buffer_;
    std::size_t consumed_ = 0;         // bytes of buffer_ that are handled
    std::uint64_t stream_offset_ = 0;  // position of buffer_[0] in the stream
    std::string error_;
};

}  // namespace ctiengine::wire
