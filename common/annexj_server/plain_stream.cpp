#include "common/annexj_server/byte_stream.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/write.hpp>

#include <array>

namespace ctiengine::annexj_server {
namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;

constexpr std::size_t kDrainedBytes = 256 * 1024;

class PlainStream final : public ByteStream {
  public:
    explicit PlainStream(tcp::socket socket) : socket_(std::move(socket)) {}

    Task<error_code> handshake() override { co_return error_code(); }

    Task<std::pair<error_code, std::size_t>> read_some(asio::mutable_buffer room) override {
        auto [failed, size] = co_await socket_.async_read_some(room, as_result);
        co_return std::pair(failed, size);
    }

    Task<error_code> write(asio::const_buffer bytes) override {
        auto [failed, size] = co_await asio::async_write(socket_, bytes, as_result);
        co_return failed;
    }

    /// A socket that is closed with unread input sends RST, which destroys what the peer has not read yet.
    Task<void> end() override {
        error_code failed;
        socket_.cancel(failed);
        socket_.shutdown(tcp::socket::shutdown_send, failed);
        std::array<char, 4096> scratch;
        for (std::size_t drained = 0; !failed && drained < kDrainedBytes;) {
            auto [ended, size] = co_await socket_.async_read_some(asio::buffer(scratch), as_result);
            failed = ended;
            drained += size;
        }
        cut();
    }

    void cut() override {
        error_code ignored;
        socket_.close(ignored);
    }

  private:
    tcp::socket socket_;
};

}  // namespace

std::unique_ptr<ByteStream> make_plain_stream(tcp::socket socket) {
    return std::make_unique<PlainStream>(std::move(socket));
}

}  // namespace ctiengine::annexj_server
