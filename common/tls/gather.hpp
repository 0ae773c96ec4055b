#pragma once
#include <boost/asio/buffer.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>

namespace ctiengine::tls::detail {

inline constexpr std::size_t kRecordBytes = 16 * 1024;  ///< the most one TLS record carries

/// One per thread; its content is used up before anything else can run on the thread.
inline std::array<char, kRecordBytes>& record_scratch() {
    thread_local std::array<char, kRecordBytes> scratch;
    return scratch;
}

/// What one TLS record takes from the front of `buffers`. Small pieces (frame header, payload) are joined, so
/// that they leave as one record; a first piece that fills a record is not copied. Empty = nothing to write.
template <class Buffers>
boost::asio::const_buffer gather(const Buffers& buffers) {
    auto& scratch = record_scratch();
    boost::asio::const_buffer only;
    std::size_t used = 0;
    bool joined = false;
    const auto end = boost::asio::buffer_sequence_end(buffers);
    for (auto each = boost::asio::buffer_sequence_begin(buffers); each != end && used < scratch.size();
         ++each) {
        const boost::asio::const_buffer piece(*each);
        if (piece.size() == 0) continue;
        if (only.size() == 0 && !joined) {
            if (piece.size() >= scratch.size()) return piece;
            only = piece;
            continue;
        }
        if (!joined) {
            std::memcpy(scratch.data(), only.data(), only.size());
            used = only.size();
            joined = true;
        }
        const auto part = std::min(piece.size(), scratch.size() - used);
        std::memcpy(scratch.data() + used, piece.data(), part);
        used += part;
    }
    return joined ? boost::asio::const_buffer(scratch.data(), used) : only;
}

}  // namespace ctiengine::tls::detail
