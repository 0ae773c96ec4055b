#include "gateway/xml/agent_reader.hpp"
#include "gateway/xml/call_control_reader.hpp"
#include "gateway/xml/monitoring_reader.hpp"
#include "gateway/xml/session_reader.hpp"
#include "tests/fakes/schema_validator/schema_validator.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace ctiengine::gateway {
namespace {

std::string sample(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

IncomingMessage parsed(const char* name) {
    return *IncomingMessage::parse(sample(std::filesystem::path(CTIENGINE_SAMPLES) / name));
}

TEST(Samples, AllOfThemAreValid) {
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(CTIENGINE_SAMPLES)) {
        EXPECT_EQ(ctiengine::test::validate(sample(entry.path())), std::nullopt) << entry.path();
        ++count;
    }
    EXPECT_EQ(count, 11);
}

TEST(SchemaValidator, FindsFaults) {
    EXPECT_NE(ctiengine::test::validate("hello"), std::nullopt);
    EXPECT_NE(ctiengine::test::validate("<Nobody/>"), std::nullopt);
    auto text = sample(std::filesystem::path(CTIENGINE_SAMPLES) / "delivered-event.xml");
    const auto replace = [](std::string in, std::string_view what, std::string_view by) {
        return in.replace(in.find(what), what.size(), by);
    };
    EXPECT_EQ(ctiengine::test::validate(replace(text, "csta/ed3", "csta/ed5")), std::nullopt);
    EXPECT_NE(ctiengine::test::validate(replace(text, "csta/ed3", "csta/ed2")), std::nullopt);
    EXPECT_NE(ctiengine::test::validate(replace(text, "<cause>newCall</cause>", "")), std::nullopt);
    EXPECT_NE(ctiengine::test::validate(replace(text, "newCall", "newcall")), std::nullopt);
    EXPECT_NE(ctiengine::test::validate(replace(text, "av:trunkMember>3", "av:trunkGroup>3")), std::nullopt);
}

TEST(Samples, ClientMessagesAreReadAsTheyStand) {
    DeviceForms forms;
    const auto call = read_make_call(parsed("make-call.xml"), forms);
    ASSERT_TRUE(call) << call.error().detail;
    EXPECT_EQ(call->calling, "4001");
    EXPECT_EQ(call->called, "4002");
    EXPECT_EQ(*forms.find("4001"), "4001:CM1::0");
    const auto monitor = read_monitor_start(parsed("monitor-start.xml"), forms);
    ASSERT_TRUE(monitor);
    EXPECT_EQ(monitor->object, (std::variant<csta::Device, csta::Connection>("4001")));
    const auto agent = read_set_agent_state(parsed("set-agent-state.xml"), forms);
    ASSERT_TRUE(agent);
    EXPECT_EQ(agent->reason_code, 3);
    EXPECT_TRUE(agent->enable_pending);
    const auto session = read_start_application_session(parsed("start-application-session.xml"));
    ASSERT_TRUE(session);
    EXPECT_EQ(session->login->user, "ctiuser");
}

}  // namespace
}  // namespace ctiengine::gateway
