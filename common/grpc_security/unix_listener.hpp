#pragma once
#include "common/grpc_security/unix_connection.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/steady_timer.hpp>

#include <sys/stat.h>

#include <functional>
#include <memory>
#include <mutex>

namespace ctiengine::grpc_security {

/// A Unix socket that only processes of known users get past. gRPC's own listener never asks the kernel who
/// connects (its "local" credentials neither), so we accept, look and hand the connection over.
///
/// The file has mode 0660. Any thread may call; handlers run on the executor, never after stop() has
/// returned, and must not call stop().
class UnixListener : public std::enable_shared_from_this<UnixListener> {
  public:
    struct Handlers {
        std::function<void(Descriptor)> accepted;             ///< does not block, closed on exec
        std::function<void(const PeerProcess&)> turned_away;  ///< already closed
    };

    /// Binds and listens. A socket file that nobody listens on any more is replaced. InvalidSettings for a
    /// folder that is not safe (check_socket_folder), Io when it cannot listen, with what to do.
    static Result<std::shared_ptr<UnixListener>> open(
        boost::asio::any_io_executor executor, std::string path, AllowedUsers users
    );
    ~UnixListener();

    /// From now on connections are taken; those that came since open() first.
    void start(Handlers handlers);

    /// No more connections; the file is removed unless somebody else's lies there by now. More than once is
    /// harmless.
    void stop();

  private:
    using Protocol = boost::asio::local::stream_protocol;

    UnixListener(boost::asio::any_io_executor executor, std::string path, AllowedUsers users);
    Result<void> listen();
    void accept_next();
    void accepted(const boost::system::error_code& failed, Protocol::socket socket);
    void pause();
    void look_at(Descriptor socket);

    std::string path_;
    AllowedUsers users_;
    std::mutex mutex_;
    Protocol::acceptor acceptor_;
    boost::asio::steady_timer pause_;
    Handlers handlers_;
    dev_t device_ = 0;  // of our file, to know it again
    ino_t inode_ = 0;
    bool stopped_ = false;
};

}  // namespace ctiengine::grpc_security
