#include "common/metrics/metrics_server.hpp"

#include "common/metrics/refusal_metrics.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::metrics {
namespace {

using ::testing::HasSubstr;

std::string page_of(int port) {
    boost::asio::io_context io;
    boost::asio::ip::tcp::socket socket(io);
    socket.connect({boost::asio::ip::address_v4::loopback(), static_cast<std::uint16_t>(port)});
    const std::string request = "GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    boost::asio::write(socket, boost::asio::buffer(request));
    std::string page;
    boost::system::error_code end;
    boost::asio::read(socket, boost::asio::dynamic_buffer(page), end);
    return page;
}

TEST(MetricsServer, TellsWhatIsSoWhenItIsAsked) {
    Metrics metrics;
    double connections = 3;
    metrics.add_gauge("ctiengine_ws_connections", "Open connections", {}, [&] { return connections; });
    const auto server = MetricsServer::open("127.0.0.1:0", metrics);
    ASSERT_TRUE(server) << server.error().detail;
    EXPECT_THAT(page_of((*server)->port()), HasSubstr("\nctiengine_ws_connections 3"));
    connections = 4;
    EXPECT_THAT(page_of((*server)->port()), HasSubstr("\nctiengine_ws_connections 4"));
}

TEST(MetricsServer, HasASeriesForEachRefusal) {
    audit::NoAudit trail;
    const auto book = std::make_shared<refusals::RefusalBook>(trail);
    book->note(refusals::Refusal::OriginNotAllowed, {});
    Metrics metrics;
    add_refusals(metrics, "gateway", book);
    const auto server = MetricsServer::open("127.0.0.1:0", metrics);
    ASSERT_TRUE(server);
    const auto page = page_of((*server)->port());
    EXPECT_THAT(page, HasSubstr("# TYPE ctiengine_ws_rejected_total counter"));
    EXPECT_THAT(page, HasSubstr("ctiengine_ws_rejected_total{reason=\"origin\",service=\"gateway\"} 1"));
    for (const auto& row : refusals::refusal_table()) {
        EXPECT_THAT(page, HasSubstr("reason=\"" + std::string(row.label) + "\""));
    }
}

TEST(MetricsServer, SaysThatItsPortIsTaken) {
    const Metrics metrics;
    const auto first = MetricsServer::open("127.0.0.1:0", metrics);
    ASSERT_TRUE(first);
    const auto second = MetricsServer::open("127.0.0.1:" + std::to_string((*first)->port()), metrics);
    ASSERT_FALSE(second);
    EXPECT_THAT(second.error().detail, HasSubstr("METRICSADDRESS"));
}

}  // namespace
}  // namespace ctiengine::metrics
