#include "simulator/ctisim/control_client.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include <chrono>

namespace ctiengine::simulator {
namespace {

using boost::asio::ip::tcp;
using ErrorCode = boost::system::error_code;
constexpr std::chrono::seconds kPatience{10};
constexpr std::size_t kMaxAnswerBytes = 64 * 1024 * 1024;

/// One question and its answer on a connection of its own.
class Dialog {
  public:
    explicit Dialog(std::string question) : question_(std::move(question)) {}

    Result<std::string> run(const ControlAddress& address) {
        ErrorCode failed;
        tcp::resolver resolver(context_);
        const auto endpoints = resolver.resolve(address.host, address.port, failed);
        if (failed) return Error{Errc::NotConnected, "cannot find " + address.host + ": " + failed.message()};
        boost::asio::async_connect(socket_, endpoints, [this](ErrorCode error, const tcp::endpoint&) {
            if (error) return finish(Errc::NotConnected, error);
            write();
        });
        context_.run_for(kPatience);
        if (!done_) return Error{Errc::DeadlineExceeded, "no answer in time"};
        if (problem_.empty()) return answer_;
        return Error{code_, problem_};
    }

  private:
    void write() {
        boost::asio::async_write(
            socket_, boost::asio::buffer(question_),
            [this](ErrorCode error, std::size_t) {
                if (error) return finish(Errc::NotConnected, error);
                read();
            }
        );
    }

    void read() {
        boost::asio::async_read_until(
            socket_, boost::asio::dynamic_buffer(answer_, kMaxAnswerBytes), '\n',
            [this](ErrorCode error, std::size_t) {
                if (error) return finish(Errc::ProtocolViolation, error);
                done_ = true;
            }
        );
    }

    void finish(Errc code, const ErrorCode& error) {
        done_ = true;
        code_ = code;
        problem_ = error.message();
    }

    boost::asio::io_context context_;
    tcp::socket socket_{context_};
    std::string question_;
    std::string answer_;
    bool done_ = false;
    Errc code_ = Errc::NotConnected;
    std::string problem_;
};

}  // namespace

Result<ControlAddress> parse_control_address(const std::string& text) {
    const auto colon = text.rfind(':');
    const bool two_parts = colon != std::string::npos && colon > 0 && colon + 1 < text.size();
    if (!two_parts || text.find_first_not_of("0123456789", colon + 1) != std::string::npos) {
        return Error{Errc::InvalidValue, "'" + text + "' is no address like 127.0.0.1:4711"};
    }
    return ControlAddress{text.substr(0, colon), text.substr(colon + 1)};
}

Result<nlohmann::json> ask_switch(const ControlAddress& address, const nlohmann::json& command) {
    auto answer = Dialog(command.dump() + "\n").run(address);
    if (!answer) return answer.error();
    auto reply = nlohmann::json::parse(*answer, nullptr, false);
    if (!reply.is_object() || !reply.contains("ok")) {
        return Error{Errc::ProtocolViolation, "the answer is not that of a switch-sim"};
    }
    return Result<nlohmann::json>(boost::system::in_place_value, std::move(reply));
}

}  // namespace ctiengine::simulator
