#pragma once
#include "tests/fakes/certificates/certificates.hpp"

#include <openssl/ssl.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace ctiengine::testing {

/// An HTTPS server on 127.0.0.1 with a thread of its own; one request per connection, one at a time.
class HttpsServer {
  public:
    struct Request {
        std::string path;
        std::string header;  ///< from the request line to the empty line
        std::string body;
    };
    /// The whole HTTP answer; empty: none. Runs on the server's thread.
    using Answer = std::function<std::string(const Request& request)>;

    HttpsServer(const Identity& identity, Answer answer);
    ~HttpsServer();

    std::string address(const std::string& path, const std::string& host = "localhost") const {
        return "https://" + host + ":" + std::to_string(port_) + path;
    }
    int requests() const { return requests_; }

    static std::string ok(const std::string& body) {
        return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) +
               "\r\n\r\n" + body;
    }
    static std::string status(const std::string& line) {
        return "HTTP/1.1 " + line + "\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
    }
    static std::string redirect(const std::string& to) {
        return "HTTP/1.1 302 Found\r\nConnection: close\r\nContent-Length: 0\r\nLocation: " + to + "\r\n\r\n";
    }

  private:
    void serve();
    void serve_one(int socket);
    static bool read_request(SSL* tls, Request& request);

    std::shared_ptr<SSL_CTX> context_;
    Answer answer_;
    int listener_ = -1;
    std::uint16_t port_ = 0;
    std::atomic<int> requests_{0};
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

}  // namespace ctiengine::testing
