#include "common/tls/tls_stream.hpp"

#include "tests/unit/common/tls/tls_pair.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/write.hpp>
#include <gtest/gtest.h>
#include <openssl/ssl.h>

#include <array>
#include <memory>
#include <string>

namespace ctiengine::tls {
namespace {

namespace asio = boost::asio;
const boost::system::error_code kDone;

std::string pattern(std::size_t size) {
    std::string text(size, '\0');
    for (std::size_t at = 0; at < size; ++at) text[at] = static_cast<char>('a' + at % 26);
    return text;
}

TEST(TlsStream, CarriesBytesBothWays) {
    TlsPair pair;
    pair.handshake();
    pair.write_all(pair.client(), "hello");
    EXPECT_EQ(pair.read_all(pair.server(), 5), "hello");
    pair.write_all(pair.server(), "world");
    EXPECT_EQ(pair.read_all(pair.client(), 5), "world");
}

TEST(TlsStream, GivesARecordInAsManyReadsAsTheReaderWants) {
    TlsPair pair;
    pair.handshake();
    pair.write_all(pair.client(), "0123456789");
    std::string all;
    while (all.size() < 10) {
        std::string room(3, '\0');
        const auto outcome = pair.wait(pair.start_read(pair.server(), room));
        ASSERT_EQ(outcome.error, kDone);
        ASSERT_LE(outcome.bytes, 3U);
        all.append(room, 0, outcome.bytes);
    }
    EXPECT_EQ(all, "0123456789");
}

TEST(TlsStream, ReadsIntoSeveralBuffers) {
    TlsPair pair;
    pair.handshake();
    pair.write_all(pair.client(), "0123456789");
    std::string first(4, '\0');
    std::string second(20, '\0');
    const std::array<asio::mutable_buffer, 3> rooms{
        asio::buffer(first), asio::mutable_buffer(), asio::buffer(second)};
    std::size_t got = 0;
    pair.server().async_read_some(rooms, [&got](boost::system::error_code, std::size_t bytes) {
        got = bytes;
    });
    pair.runner().run_until([&got] { return got != 0; });
    EXPECT_EQ(got, 10U);
    EXPECT_EQ(first, "0123");
    EXPECT_EQ(second.substr(0, 6), "456789");
}

TEST(TlsStream, AReadOfNothingIsDoneAtOnce) {
    TlsPair pair;
    pair.handshake();
    std::string no_room;
    const auto outcome = pair.wait(pair.start_read(pair.server(), no_room));
    EXPECT_EQ(outcome.error, kDone);
    EXPECT_EQ(outcome.bytes, 0U);
}

TEST(TlsStream, JoinsSmallBuffersIntoOneRecord) {
    TlsPair pair;
    pair.handshake();
    const std::string header = "head";
    const std::string body = pattern(1000);
    const std::array<asio::const_buffer, 3> pieces{
        asio::buffer(header), asio::const_buffer(), asio::buffer(body)};
    std::size_t written = 0;
    pair.client().async_write_some(pieces, [&](boost::system::error_code, std::size_t bytes) {
        written = bytes;
    });
    pair.runner().run_until([&written] { return written != 0; });
    EXPECT_EQ(written, header.size() + body.size());
    EXPECT_EQ(pair.read_all(pair.server(), written), header + body);
}

TEST(TlsStream, WritesAtMostOneRecordAtATime) {
    TlsPair pair;
    pair.handshake();
    const auto text = pattern(40000);
    const auto stuck = pair.start_write(pair.client(), text);
    EXPECT_EQ(pair.read_all(pair.server(), 16384), text.substr(0, 16384));
    EXPECT_EQ(pair.wait(stuck).bytes, 16384U);
}

TEST(TlsStream, NeverCompletesInsideTheCallThatStartsIt) {
    TlsPair pair;
    pair.handshake();
    pair.write_all(pair.client(), "x");
    const auto write = pair.start_write(pair.client(), "y");
    EXPECT_FALSE(write->error.has_value());
    std::string room(1, '\0');
    const auto read = pair.start_read(pair.server(), room);
    EXPECT_FALSE(read->error.has_value());
    EXPECT_EQ(pair.wait(read).bytes, 1U);
    EXPECT_EQ(pair.wait(write).bytes, 1U);
}

TEST(TlsStream, AWriteWaitsForASlowReader) {
    TlsPair pair;
    pair.handshake();
    const auto block = pattern(16384);
    std::size_t written = 0;
    const auto stuck = pair.fill(pair.client(), block, written);
    const auto all = pair.read_all(pair.server(), written + block.size());
    EXPECT_EQ(pair.wait(stuck).error, kDone);
    for (std::size_t at = 0; at < all.size(); at += block.size())
        ASSERT_EQ(all.compare(at, block.size(), block), 0);
}

TEST(TlsStream, ReadsWhileAWriteIsStuck) {
    TlsPair pair;
    pair.handshake();
    const auto block = pattern(16384);
    std::size_t written = 0;
    const auto stuck = pair.fill(pair.server(), block, written);
    pair.write_all(pair.client(), "meanwhile");
    EXPECT_EQ(pair.read_all(pair.server(), 9), "meanwhile");
    pair.read_all(pair.client(), written + block.size());
    EXPECT_EQ(pair.wait(stuck).error, kDone);
}

/// The handshake happens inside the first write: OpenSSL asks to read while we write.
TEST(TlsStream, AWriteThatWantsToReadWaitsForInput) {
    TlsPair pair;
    const std::string text = "early";
    const auto write = pair.start_write(pair.client(), text);
    pair.runner().poll();
    EXPECT_FALSE(write->error.has_value());
    const auto far = pair.start_handshake(pair.server());
    EXPECT_EQ(pair.wait(write).error, kDone);
    EXPECT_EQ(pair.wait(far).error, kDone);
    EXPECT_EQ(pair.read_all(pair.server(), text.size()), text);
}

TEST(TlsStream, GoesOnThroughKeyUpdates) {
    TlsPair pair;
    pair.handshake();
    for (int round = 0; round < 5; ++round) {
        ASSERT_EQ(SSL_key_update(pair.client_ssl(), SSL_KEY_UPDATE_REQUESTED), 1);
        pair.write_all(pair.client(), "new key");
        EXPECT_EQ(pair.read_all(pair.server(), 7), "new key");
        pair.write_all(pair.server(), "answer");
        EXPECT_EQ(pair.read_all(pair.client(), 6), "answer");
    }
}

TEST(TlsStream, GoesOnThroughAKeyUpdateWhileAWriteIsStuck) {
    TlsPair pair;
    pair.handshake();
    const auto block = pattern(16384);
    std::size_t written = 0;
    const auto stuck = pair.fill(pair.server(), block, written);
    ASSERT_EQ(SSL_key_update(pair.client_ssl(), SSL_KEY_UPDATE_REQUESTED), 1);
    pair.write_all(pair.client(), "new key");
    EXPECT_EQ(pair.read_all(pair.server(), 7), "new key");  // its answer waits behind the stuck record
    pair.read_all(pair.client(), written + block.size());
    EXPECT_EQ(pair.wait(stuck).error, kDone);
    pair.write_all(pair.server(), "after");
    EXPECT_EQ(pair.read_all(pair.client(), 5), "after");
}

TEST(TlsStream, TellsCloseNotifyAsEndOfFile) {
    TlsPair pair;
    pair.handshake();
    pair.write_all(pair.client(), "last");
    EXPECT_EQ(pair.wait(pair.start_shutdown(pair.client())).error, kDone);
    EXPECT_EQ(pair.read_all(pair.server(), 4), "last");
    std::string room(10, '\0');
    EXPECT_EQ(pair.wait(pair.start_read(pair.server(), room)).error, asio::error::eof);
}

TEST(TlsStream, GivesTheDataThatCameTogetherWithTheEnd) {
    TlsPair pair;
    pair.handshake();
    pair.write_all(pair.client(), "last");
    pair.wait(pair.start_shutdown(pair.client()));
    std::string room(100, '\0');
    const auto data = pair.wait(pair.start_read(pair.server(), room));
    EXPECT_EQ(data.error, kDone);
    EXPECT_EQ(room.substr(0, data.bytes), "last");
    EXPECT_EQ(pair.wait(pair.start_read(pair.server(), room)).error, asio::error::eof);
}

TEST(TlsStream, TellsACloseWithoutCloseNotifyAsTruncation) {
    TlsPair pair;
    pair.handshake();
    pair.client().next_layer().shutdown(asio::ip::tcp::socket::shutdown_send);
    std::string room(10, '\0');
    EXPECT_EQ(pair.wait(pair.start_read(pair.server(), room)).error, asio::ssl::error::stream_truncated);
}

TEST(TlsStream, TellsAReset) {
    TlsPair pair;
    pair.handshake();
    pair.client().next_layer().set_option(asio::socket_base::linger(true, 0));
    pair.client().next_layer().close();
    std::string room(10, '\0');
    EXPECT_EQ(pair.wait(pair.start_read(pair.server(), room)).error, asio::error::connection_reset);
}

TEST(TlsStream, FailsOnceItsSocketIsClosed) {
    TlsPair pair;
    pair.handshake();
    std::string room(10, '\0');
    const auto read = pair.start_read(pair.server(), room);
    pair.runner().poll();
    pair.server().next_layer().close();
    EXPECT_EQ(pair.wait(read).error, asio::error::operation_aborted);
    EXPECT_EQ(pair.wait(pair.start_write(pair.server(), "x")).error, asio::error::bad_descriptor);
    EXPECT_TRUE(pair.wait(pair.start_read(pair.server(), room)).error.value_or(kDone));
}

TEST(TlsStream, RefusesWhatIsNotTls) {
    TlsPair pair;
    const std::string text = "GET / HTTP/1.1\r\n\r\n";
    asio::write(pair.client().next_layer(), asio::buffer(text));
    const auto outcome = pair.wait(pair.start_handshake(pair.server()));
    EXPECT_EQ(outcome.error->category(), asio::error::get_ssl_category());
}

TEST(TlsStream, ResumesASessionByItsTicket) {
    TlsPair pair;
    pair.handshake();
    pair.write_all(pair.server(), "x");  // the ticket is read together with data
    pair.read_all(pair.client(), 1);
    const std::unique_ptr<SSL_SESSION, void (*)(SSL_SESSION*)> session(
        SSL_get1_session(pair.client_ssl()), SSL_SESSION_free
    );
    pair.wait(pair.start_shutdown(pair.client()));
    pair.reconnect();
    SSL_set_session(pair.client_ssl(), session.get());
    pair.handshake();
    EXPECT_EQ(SSL_session_reused(pair.server_ssl()), 1);
}

TEST(TlsStream, GivesNoTicketWhenTheyAreOff) {
    TlsPair pair(false);
    pair.handshake();
    pair.write_all(pair.server(), "x");
    pair.read_all(pair.client(), 1);
    const std::unique_ptr<SSL_SESSION, void (*)(SSL_SESSION*)> session(
        SSL_get1_session(pair.client_ssl()), SSL_SESSION_free
    );
    EXPECT_EQ(SSL_SESSION_is_resumable(session.get()), 0);
}

// ---------------------------------------------------------------- cancellation, operation by operation

TEST(TlsStreamCancel, EndsAHandshake) {
    TlsPair pair;
    asio::cancellation_signal stop;
    const auto handshake = pair.start_handshake(pair.server(), stop.slot());
    pair.runner().poll();
    stop.emit(asio::cancellation_type::terminal);
    EXPECT_EQ(pair.wait(handshake).error, asio::error::operation_aborted);
}

TEST(TlsStreamCancel, EndsAReadAndTheStreamGoesOn) {
    for (const auto kind :
         {asio::cancellation_type::terminal, asio::cancellation_type::partial,
          asio::cancellation_type::total}) {
        TlsPair pair;
        pair.handshake();
        asio::cancellation_signal stop;
        std::string room(10, '\0');
        const auto read = pair.start_read(pair.server(), room, stop.slot());
        pair.runner().poll();
        stop.emit(kind);
        EXPECT_EQ(pair.wait(read).error, asio::error::operation_aborted);
        pair.write_all(pair.client(), "still");
        EXPECT_EQ(pair.read_all(pair.server(), 5), "still");
    }
}

TEST(TlsStreamCancel, EndsAWriteAndLosesNoByteOfTheStream) {
    TlsPair pair;
    pair.handshake();
    asio::cancellation_signal stop;
    const auto block = pattern(16384);
    std::size_t written = 0;
    const auto stuck = pair.fill(pair.client(), block, written, stop.slot());
    stop.emit(asio::cancellation_type::terminal);
    const auto outcome = pair.wait(stuck);
    EXPECT_EQ(outcome.error, asio::error::operation_aborted);
    EXPECT_EQ(outcome.bytes, block.size());  // encrypted: it will be delivered
    const std::string text = "after";
    const auto after = pair.start_write(pair.client(), text);
    const auto all = pair.read_all(pair.server(), written + outcome.bytes + text.size());
    EXPECT_EQ(pair.wait(after).error, kDone);
    EXPECT_EQ(all.substr(all.size() - text.size()), text);
}

TEST(TlsStreamCancel, EndsAShutdownThatIsStuck) {
    TlsPair pair;
    pair.handshake();
    asio::cancellation_signal stop_write;
    asio::cancellation_signal stop_shutdown;
    const auto block = pattern(16384);
    std::size_t written = 0;
    const auto stuck = pair.fill(pair.client(), block, written, stop_write.slot());
    stop_write.emit(asio::cancellation_type::terminal);
    pair.wait(stuck);
    const auto shutdown = pair.start_shutdown(pair.client(), stop_shutdown.slot());
    pair.runner().poll();
    EXPECT_FALSE(shutdown->error.has_value());
    stop_shutdown.emit(asio::cancellation_type::terminal);
    EXPECT_EQ(pair.wait(shutdown).error, asio::error::operation_aborted);
}

}  // namespace
}  // namespace ctiengine::tls
