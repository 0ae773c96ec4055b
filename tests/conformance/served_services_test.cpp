// The list of messages and the registry of services say the same.
#include "gateway/requests/request_registry.hpp"
#include "tests/conformance/conformance_table.hpp"

#include <gtest/gtest.h>

#include <set>

namespace ctiengine::conformance {
namespace {

using Kind = Message::Kind;

/// How Avaya's clients take over the monitors of a lost session: outside the levels, with tests of their own.
const std::set<std::string_view> kRecovery = {
    "GetDeviceIdList", "GetMonitorList", "GetSessionIdList", "SetSessionCharacteristics",
    "TransferMonitorObjects"};

/// ECMA-354 is served by the session itself.
const std::set<std::string_view> kBySession = {
    "StartApplicationSession", "StopApplicationSession", "ResetApplicationSessionTimer"};

TEST(ServedServices, AreThoseOfTheList) {
    std::set<std::string, std::less<>> served;
    for (const auto& message : read_messages(CTIENGINE_MESSAGES)) {
        const bool there = gateway::find_request(message.name) != nullptr;
        if (message.kind == Kind::Request || message.kind == Kind::Refused) {
            EXPECT_NE(there, kBySession.contains(message.name)) << message.name;
            served.insert(message.name);
        }
    }
    for (const auto& entry : gateway::request_registry()) {
        EXPECT_NE(served.contains(entry.name), kRecovery.contains(entry.name)) << entry.name << " has no row";
    }
}

}  // namespace
}  // namespace ctiengine::conformance
