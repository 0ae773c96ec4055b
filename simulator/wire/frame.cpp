#include "simulator/wire/frame.hpp"

#include "simulator/wire/bytes.hpp"

namespace ctiengine::wire {
namespace {

constexpr std::size_t kLengthBytes = 4;
constexpr std::size_t kMaxPrivateBytes = 0xffff;

// Everything of a frame but body, vendor and private data.
constexpr std::size_t kFixedBytes = kLengthBytes + 2 + 2 + 4 + 1 + 2;

bool parse(std::span<const std::uint8_t> payload, Frame& frame) {
    ByteReader in(payload);
    frame.event_class = in.u16();
    frame.type = in.u16();
    frame.reference = in.u32();
    const auto vendor_size = in.u8();
    const auto vendor = in.bytes(vendor_size);
    const auto private_size = in.u16();
    const auto private_data = in.bytes(private_size);
    if (!in.ok() || vendor_size > kMaxVendorBytes) return false;
    const auto body = in.bytes(in.left());
    frame.vendor.assign(vendor.begin(), vendor.end());
    frame.private_data.assign(private_data.begin(), private_data.end());
    frame.body.assign(body.begin(), body.end());
    return true;
}

}  // namespace

bool write_frame(const Frame& frame, std::vector<std::uint8_t>& out) {
    if (frame.vendor.size() > kMaxVendorBytes || frame.private_data.size() > kMaxPrivateBytes) return false;
    const auto whole = kFixedBytes + frame.vendor.size() + frame.private_data.size() + frame.body.size();
    if (whole > kMaxFrameBytes) return false;
    ByteWriter writer(out);
    writer.u32(static_cast<std::uint32_t>(whole - kLengthBytes));
    writer.u16(frame.event_class);
    writer.u16(frame.type);
    writer.u32(frame.reference);
    writer.u8(static_cast<std::uint8_t>(frame.vendor.size()));
    writer.bytes(frame.vendor.data(), frame.vendor.size());
    writer.u16(static_cast<std::uint16_t>(frame.private_data.size()));
    writer.bytes(frame.private_data.data(), frame.private_data.size());
    writer.bytes(frame.body.data(), frame.body.size());
    return true;
}

void FrameReader::append(std::span<const std::uint8_t> bytes) {
    drop_consumed();
    buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
}

FrameReader::State FrameReader::next(Frame& frame) {
    if (!error_.empty()) return State::Broken;
    const auto waiting = std::span<const std::uint8_t>(buffer_).subspan(consumed_);
    if (waiting.size() < kLengthBytes) return State::NeedMore;
    const std::size_t payload_size = ByteReader(waiting).u32();
    if (payload_size < kFixedBytes - kLengthBytes) return broken("frame shorter than its fixed part");
    if (payload_size > max_frame_bytes_ - kLengthBytes) return broken("frame longer than the limit");
    if (waiting.size() - kLengthBytes < payload_size) return State::NeedMore;
    if (!parse(waiting.subspan(kLengthBytes, payload_size), frame)) {
        return broken("vendor name or private data do not fit the frame");
    }
    consumed_ += kLengthBytes + payload_size;
    return State::Ready;
}

FrameReader::State FrameReader::broken(std::string_view why) {
    error_ = std::string(why) + ", at byte " + std::to_string(stream_offset_ + consumed_) + " of the stream";
    return State::Broken;
}

void FrameReader::drop_consumed() {
    buffer_.erase(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(consumed_));
    stream_offset_ += consumed_;
    consumed_ = 0;
}

}  // namespace ctiengine::wire
