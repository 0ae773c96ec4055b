#include "common/annexj_server/byte_stream.hpp"
#include "common/tls/client_certificate.hpp"
#include "common/tls/tls_stream.hpp"
#include "common/tls/tls_teardown.hpp"

#include <boost/asio/write.hpp>

namespace ctiengine::annexj_server {
namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;

class TlsByteStream final : public ByteStream {
  public:
    TlsByteStream(tcp::socket socket, std::shared_ptr<const tls::TlsContext> tls)
        : tls_(std::move(tls)), stream_(std::move(socket), tls_->native_handle(), tls::TlsRole::Server) {}

    Task<error_code> handshake() override {
        auto [failed] = co_await stream_.async_handshake(as_result);
        co_return failed;
    }

    Task<std::pair<error_code, std::size_t>> read_some(asio::mutable_buffer room) override {
        auto [failed, size] = co_await stream_.async_read_some(room, as_result);
        co_return std::pair(failed, size);
    }

    Task<error_code> write(asio::const_buffer bytes) override {
        auto [failed, size] = co_await asio::async_write(stream_, bytes, as_result);
        co_return failed;
    }

    Task<void> end() override {
        error_code ignored;
        stream_.next_layer().cancel(ignored);
        auto [stopped] = co_await tls::async_end(stream_, as_result);
        (void)stopped;
    }

    std::vector<std::string> peer_names() override {
        return tls::names_of_client(stream_.engine().native_handle());
    }

    void cut() override {
        error_code ignored;
        stream_.next_layer().close(ignored);
    }

  private:
    std::shared_ptr<const tls::TlsContext> tls_;
    tls::TlsStream stream_;
};

}  // namespace

std::unique_ptr<ByteStream> make_tls_stream(tcp::socket socket, std::shared_ptr<const tls::TlsContext> tls) {
    return std::make_unique<TlsByteStream>(std::move(socket), std::move(tls));
}

}  // namespace ctiengine::annexj_server
