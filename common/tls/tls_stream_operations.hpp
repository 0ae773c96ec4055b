#pragma once
// The composed operations of TlsStream; included by tls_stream.hpp only. Each is a small state: it tries,
// waits for readiness, tries again, and completes from the event loop, never from inside the initiating call.
#include "common/tls/gather.hpp"
#include "common/tls/tls_stream.hpp"

namespace ctiengine::tls {

namespace detail {

/// A wait that ended by cancellation, or that was cancelled just after it had ended.
template <class Self>
boost::system::error_code wait_result(Self& self, boost::system::error_code error) {
    if (!error && self.cancelled() != boost::asio::cancellation_type::none)
        return boost::asio::error::operation_aborted;
    return error;
}

}  // namespace detail

/// Handshake and shutdown: repeat the step until it is finished and all it produced is sent.
struct TlsStream::StepOperation {
    TlsStream& stream;
    Step step;
    At at = At::Start;
    Want want = Want::Read;
    error_code result{};

    template <class Self>
    void operator()(Self& self, error_code error = {}) {
        if (at == At::Delivering) return self.complete(result);
        if (at == At::Waiting) {
            if (error = detail::wait_result(self, error); error) return self.complete(error);
            stream.engine_.transport().has_become_readable();
        }
        auto& transport = stream.engine_.transport();
        if (transport.flush() && want != Want::Nothing) want = (stream.engine_.*step)(result);
        const bool sent = transport.flush();
        if (!sent || want != Want::Nothing) {
            at = At::Waiting;
            return stream.wait(sent ? want : Want::Write, self);
        }
        if (!result) result = transport.error();
        if (at == At::Waiting) return self.complete(result);
        at = At::Delivering;
        boost::asio::post(stream.get_executor(), std::move(self));
    }
};

template <class Token>
auto TlsStream::async_handshake(Token&& token) {
    StepOperation operation{*this, &TlsEngine::handshake};
    return boost::asio::async_compose<Token, void(error_code)>(operation, token, socket_);
}

template <class Token>
auto TlsStream::async_shutdown(Token&& token) {
    StepOperation operation{*this, &TlsEngine::shutdown};
    return boost::asio::async_compose<Token, void(error_code)>(operation, token, socket_);
}

template <class Buffers>
struct TlsStream::ReadOperation {
    TlsStream& stream;
    Buffers buffers;
    At at = At::Start;
    error_code result{};
    std::size_t bytes = 0;

    template <class Self>
    void operator()(Self& self, error_code error = {}) {
        if (at == At::Delivering) return self.complete(result, bytes);
        if (at == At::Start) {
            self.reset_cancellation_state(boost::asio::enable_total_cancellation());
        } else {
            if (error = detail::wait_result(self, error); error) return self.complete(error, 0);
            stream.engine_.transport().has_become_readable();
        }
        stream.engine_.transport().flush();  // answers to key updates do not wait for our next write
        if (const Want want = stream.read_into(buffers, bytes, result); want != Want::Nothing) {
            at = At::Waiting;
            return stream.wait(want, self);
        }
        if (at == At::Waiting) return self.complete(result, bytes);
        at = At::Delivering;
        boost::asio::post(stream.get_executor(), std::move(self));
    }
};

template <class Buffers>
struct TlsStream::WriteOperation {
    TlsStream& stream;
    Buffers buffers;
    At at = At::Start;
    bool encrypted = false;
    error_code result{};
    std::size_t bytes = 0;

    template <class Self>
    void operator()(Self& self, error_code error = {}) {
        if (at == At::Delivering) return self.complete(result, bytes);
        if (at == At::Waiting) {
            if (error = detail::wait_result(self, error); error) return self.complete(error, bytes);
            if (!encrypted) stream.engine_.transport().has_become_readable();
        }
        if (const Want want = advance(); want != Want::Nothing) {
            at = At::Waiting;
            return stream.wait(want, self);
        }
        if (!result) result = stream.engine_.transport().error();
        if (at == At::Waiting) return self.complete(result, bytes);
        at = At::Delivering;
        boost::asio::post(stream.get_executor(), std::move(self));
    }

    /// Old bytes first, then one record of ours, then on until the kernel has it all.
    Want advance() {
        auto& transport = stream.engine_.transport();
        if (!transport.flush()) return Want::Write;
        if (!encrypted) {
            const auto chunk = detail::gather(buffers);
            if (chunk.size() == 0) return Want::Nothing;
            const Want want = stream.engine_.write(chunk, bytes, result);
            if (want != Want::Nothing) return want;  // before the handshake is done
            encrypted = true;
        }
        return transport.flush() ? Want::Nothing : Want::Write;
    }
};

/// Fills the buffers with what OpenSSL and the kernel have now; an error behind data is kept for the next
/// read.
template <class Buffers>
Want TlsStream::read_into(const Buffers& buffers, std::size_t& total, error_code& error) {
    if (deferred_) {
        error = std::exchange(deferred_, {});
        return Want::Nothing;
    }
    const auto end = boost::asio::buffer_sequence_end(buffers);
    for (auto each = boost::asio::buffer_sequence_begin(buffers); each != end; ++each) {
        boost::asio::mutable_buffer room(*each);
        while (room.size() > 0) {
            if (total > 0 && !engine_.has_pending_input()) return Want::Nothing;
            if (total == 0 && !engine_.input_possible()) return Want::Read;
            std::size_t got = 0;
            const Want want = engine_.read(room, got, total > 0 ? deferred_ : error);
            if (got == 0) return total > 0 ? Want::Nothing : want;
            total += got;
            room += got;
        }
    }
    return Want::Nothing;
}

}  // namespace ctiengine::tls
