#include "tests/integration/harness/gateway_alone.hpp"

#include "tests/integration/harness/metrics_page.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace ctiengine::tests {
namespace {

std::string audit_text(const std::filesystem::path& folder) {
    std::ostringstream all;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
        if (file.is_regular_file()) all << std::ifstream(file.path()).rdbuf();
    }
    return all.str();
}

Settings with_metrics(Settings settings) {
    settings.try_emplace("METRICSADDRESS", "127.0.0.1:0");
    return settings;
}

}  // namespace

GatewayAlone::GatewayAlone(const Settings& settings) : engine_("gateway-alone", with_metrics(settings)) {
    engine_.start_gateway();
}

testing::WssOptions GatewayAlone::client(const std::string& source) const {
    testing::WssOptions options;
    options.port = engine_.port();
    options.subprotocols = {"csta-xml"};
    options.source = source;
    return options;
}

unsigned GatewayAlone::status(const testing::WssOptions& options) const {
    try {
        return testing::refused_upgrade(options).status;
    } catch (const std::runtime_error& error) {
        return std::string(error.what()).find("accepted") == std::string::npos ? 0 : 101;
    }
}

void GatewayAlone::expect_line(const std::string& text) {
    EXPECT_TRUE(engine_.gateway().wait_for_line(text, std::chrono::seconds(10) * patience()))
        << "not on the log: " << text << "\n"
        << engine_.gateway().output();
}

void GatewayAlone::expect_refused(const std::string& label) {
    expect_line("refused (" + label + ")");
    EXPECT_GE(rejected(engine_.gateway(), label), 1.0) << label << " was not counted";
}

void GatewayAlone::expect_audited(const std::string& label) {
    expect_refused(label);
    engine_.stop_all();
    const auto folder = engine_.folder() / "audit";
    const auto text = audit_text(folder);
    EXPECT_NE(text.find("\"" + label + "\""), std::string::npos) << text;
    const auto command = std::string(CTIENGINE_ADMIN) + " audit verify '" + folder.string() + "' >/dev/null";
    EXPECT_EQ(std::system(command.c_str()), 0) << text;
}

}  // namespace ctiengine::tests
