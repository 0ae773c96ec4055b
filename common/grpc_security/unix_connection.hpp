#pragma once
#include "common/grpc_security/allowed_users.hpp"
#include "common/result/result.hpp"

#include <sys/socket.h>
#include <sys/un.h>

#include <string>
#include <string_view>
#include <utility>

namespace ctiengine::grpc_security {

inline constexpr std::string_view kUnixPrefix = "unix:";

/// A file descriptor with an owner.
class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor();
    Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    int get() const { return number_; }
    int release() { return std::exchange(number_, -1); }
    explicit operator bool() const { return number_ >= 0; }

  private:
    int number_;
};

/// The process at the other end of a Unix socket, as the kernel knows it (SO_PEERCRED in unix(7)): for an
/// accepted socket who called connect(), for a connected one who called listen().
struct PeerProcess {
    uid_t user = 0;
    pid_t process = 0;
};

Result<PeerProcess> peer_process(int socket);

/// Where a Unix socket lies. InvalidSettings when the path is empty or longer than the kernel takes.
Result<sockaddr_un> unix_address(const std::string& path);

/// A connection to the socket file `path` whose other end belongs to one of `users`; it does not block and is
/// closed on exec. NotConnected when nobody listens, Refused when a stranger does. Never waits.
Result<Descriptor> connect_to_peer(const std::string& path, const AllowedUsers& users);

}  // namespace ctiengine::grpc_security
