#include "common/tls/last_read.hpp"

#include "common/secret_memory/cleanse.hpp"

#include <functional>

namespace ctiengine::tls {

void LastRead::note(void* data, std::size_t size) {
    auto* from = static_cast<char*>(data);
    if (from_ == nullptr || from != to_) from_ = from;
    to_ = from + size;
}

void LastRead::cleanse(std::string_view text, const void* room, std::size_t room_size) {
    if (from_ == nullptr || text.empty()) return;
    const auto* first = static_cast<const char*>(room);
    const std::less<const char*> before;
    if (before(from_, first + room_size) && before(first, to_)) return forget();
    const std::string_view read(from_, static_cast<std::size_t>(to_ - from_));
    auto place = read.find(text);
    if (place != std::string_view::npos) ctiengine::cleanse(from_ + place, text.size());
}

}  // namespace ctiengine::tls
