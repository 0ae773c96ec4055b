#include "common/annexj/frame_reader.hpp"

namespace ctiengine::annexj {

Result<std::optional<std::string>> FrameReader::next() {
    if (broken_) return *broken_;
    const auto rest = std::string_view(bytes_).substr(used_);
    if (rest.size() >= kHeaderBytes) {
        const auto header = read_header(rest);
        if (!header) {
            broken_ = header.error();
        } else if (header->length > longest_) {
            broken_ = Error{
                Errc::TooLarge, "a frame of " + std::to_string(header->length) +
                                    " bytes is longer than the " + std::to_string(longest_) +
                                    " that are allowed here"};
        } else if (rest.size() >= header->length) {
            std::optional<std::string> frame(rest.substr(0, header->length));
            used_ += header->length;
            return frame;
        }
        if (broken_) return *broken_;
    }
    bytes_.erase(0, used_);  // what is left is the beginning of a frame, mostly nothing
    used_ = 0;
    if (bytes_.empty()) std::string().swap(bytes_);
    return std::optional<std::string>();
}

}  // namespace ctiengine::annexj
