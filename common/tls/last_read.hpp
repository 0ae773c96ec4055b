#pragma once
#include <cstddef>
#include <string_view>

namespace ctiengine::tls {

/// Where the last octets of a connection were read to. Beast decodes messages inside its own read buffer,
/// which lives as long as the connection and which nobody can reach; so a password would stay in it until a
/// longer message comes. Strand of the connection.
class LastRead {
  public:
    /// `size` octets were read to `data`. What lies directly behind the read before belongs to the same
    /// buffer.
    void note(void* data, std::size_t size);

    /// Overwrites `text`, a copy of something that was decoded, where it was read to. `room` is where the
    /// reader wanted it: if it was read directly to there, there is no buffer in between and nothing is done.
    void cleanse(std::string_view text, const void* room, std::size_t room_size);

    /// The buffer goes away, or may have.
    void forget() { from_ = to_ = nullptr; }

  private:
    char* from_ = nullptr;
    char* to_ = nullptr;
};

}  // namespace ctiengine::tls
