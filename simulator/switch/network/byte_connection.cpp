#include "simulator/switch/network/byte_connection.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

namespace ctiengine::simulator {
namespace {

constexpr std::size_t kReadBytes = 16 * 1024;

}  // namespace

ByteConnection::ByteConnection(boost::asio::ip::tcp::socket socket, std::size_t max_unsent_bytes)
    : socket_(std::move(socket)), max_unsent_bytes_(max_unsent_bytes), room_(kReadBytes) {
    boost::system::error_code ignored;
    socket_.set_option(boost::asio::ip::tcp::no_delay(true), ignored);
    const auto remote = socket_.remote_endpoint(ignored);
    peer_ = remote.address().to_string() + ":" + std::to_string(remote.port());
}

void ByteConnection::start(OnBytes on_bytes, OnClosed on_closed) {
    on_bytes_ = std::move(on_bytes);
    on_closed_ = std::move(on_closed);
    read();
}

void ByteConnection::read() {
    socket_.async_read_some(
        boost::asio::buffer(room_),
        [self = shared_from_this()](const boost::system::error_code& failed, std::size_t count) {
            if (self->closed_) return;
            if (failed) {
                const bool ended = failed == boost::asio::error::eof;
                self->finish(ended ? "the peer closed the connection" : failed.message());
                return;
            }
            self->on_bytes_({self->room_.data(), count});
            if (!self->closed_) self->read();
        }
    );
}

void ByteConnection::send(std::span<const std::uint8_t> bytes) {
    if (closed_ || closing_) return;
    if (waiting_.size() + writing_.size() + bytes.size() > max_unsent_bytes_) {
        finish("the peer does not read: more than " + std::to_string(max_unsent_bytes_) + " bytes wait");
        return;
    }
    waiting_.insert(waiting_.end(), bytes.begin(), bytes.end());
    if (writing_.empty()) write();
}

void ByteConnection::write() {
    std::swap(writing_, waiting_);
    boost::asio::async_write(
        socket_, boost::asio::buffer(writing_),
        [self = shared_from_this()](const boost::system::error_code& failed, std::size_t) {
            if (self->closed_) return;
            self->writing_.clear();
            if (failed) {
                self->finish(failed.message());
            } else if (!self->waiting_.empty()) {
                self->write();
            } else if (self->closing_) {
                self->finish("closed");
            }
        }
    );
}

void ByteConnection::close_when_sent() {
    closing_ = true;
    if (writing_.empty()) finish("closed");
}

void ByteConnection::close(const std::string& why) {
    finish(why);
}

void ByteConnection::finish(const std::string& why) {
    if (closed_) return;
    closed_ = true;
    boost::system::error_code ignored;
    socket_.shutdown(boost::asio::ip::tcp::socket::shutdown_both, ignored);
    socket_.close(ignored);
    boost::asio::post(socket_.get_executor(), [self = shared_from_this(), why] {
        const auto on_closed = std::move(self->on_closed_);
        self->on_bytes_ = nullptr;
        self->on_closed_ = nullptr;
        if (on_closed) on_closed(why);
    });
}

}  // namespace ctiengine::simulator
