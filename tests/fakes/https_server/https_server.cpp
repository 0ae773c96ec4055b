#include "tests/fakes/https_server/https_server.hpp"

#include <openssl/pem.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <stdexcept>

namespace ctiengine::testing {
namespace {

std::shared_ptr<SSL_CTX> make_context(const Identity& identity) {
    std::shared_ptr<SSL_CTX> context(::SSL_CTX_new(::TLS_server_method()), &::SSL_CTX_free);
    const auto certificate = identity.certificate_pem();
    const auto key = identity.key_pem();
    BIO* in = ::BIO_new_mem_buf(certificate.data(), static_cast<int>(certificate.size()));
    X509* x509 = ::PEM_read_bio_X509(in, nullptr, nullptr, nullptr);
    ::BIO_free(in);
    in = ::BIO_new_mem_buf(key.data(), static_cast<int>(key.size()));
    EVP_PKEY* pkey = ::PEM_read_bio_PrivateKey(in, nullptr, nullptr, nullptr);
    ::BIO_free(in);
    ::SSL_CTX_use_certificate(context.get(), x509);
    ::SSL_CTX_use_PrivateKey(context.get(), pkey);
    ::X509_free(x509);
    ::EVP_PKEY_free(pkey);
    return context;
}

}  // namespace

HttpsServer::HttpsServer(const Identity& identity, Answer answer)
    : context_(make_context(identity)), answer_(std::move(answer)) {
    std::signal(SIGPIPE, SIG_IGN);
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener_, plain, size) != 0 || ::listen(listener_, 8) != 0)
        throw std::runtime_error("no port");
    ::getsockname(listener_, plain, &size);
    port_ = ::ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
}

HttpsServer::~HttpsServer() {
    stopping_ = true;
    ::shutdown(listener_, SHUT_RDWR);  // wakes accept
    thread_.join();
    ::close(listener_);
}

void HttpsServer::serve() {
    while (!stopping_) {
        const int socket = ::accept(listener_, nullptr, nullptr);
        if (socket < 0) continue;
        serve_one(socket);
        ::close(socket);
    }
}

void HttpsServer::serve_one(int socket) {
    const std::unique_ptr<SSL, decltype(&::SSL_free)> tls(::SSL_new(context_.get()), &::SSL_free);
    ::SSL_set_fd(tls.get(), socket);
    if (::SSL_accept(tls.get()) != 1) return;
    Request request;
    if (!read_request(tls.get(), request)) return;
    ++requests_;
    const auto answer = answer_(request);
    if (!answer.empty()) ::SSL_write(tls.get(), answer.data(), static_cast<int>(answer.size()));
    ::SSL_shutdown(tls.get());
}

bool HttpsServer::read_request(SSL* tls, Request& request) {
    std::string text;
    std::size_t wanted = std::string::npos;  // bytes in all, once the header is there
    while (text.size() < wanted) {
        std::array<char, 4096> block{};
        const int size = ::SSL_read(tls, block.data(), static_cast<int>(block.size()));
        if (size <= 0) return false;
        text.append(block.data(), static_cast<std::size_t>(size));
        const auto end = text.find("\r\n\r\n");
        if (wanted != std::string::npos || end == std::string::npos) continue;
        request.header = text.substr(0, end + 2);
        const auto length = request.header.find("\r\nContent-Length: ");
        wanted = end + 4 + (length == std::string::npos ? 0 : std::stoul(request.header.substr(length + 18)));
    }
    const auto begin = text.find(' ') + 1;
    request.path = text.substr(begin, text.find(' ', begin) - begin);
    request.body = text.substr(request.header.size() + 2);
    return true;
}

}  // namespace ctiengine::testing
