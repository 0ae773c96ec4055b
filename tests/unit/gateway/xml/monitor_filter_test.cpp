#include "gateway/xml/filter_items.hpp"
#include "gateway/xml/monitoring_reader.hpp"
#include "gateway/xml/response_writer.hpp"
#include "gateway/xml/system_reader.hpp"
#include "tests/fakes/schema_validator/schema_validator.hpp"

#include <gtest/gtest.h>

#include <set>

namespace ctiengine::gateway {
namespace {

MonitorFilter filter_from(const std::string& filter, const std::string& avaya_events = "") {
    const auto message = IncomingMessage::parse(
        "<MonitorStart><monitorObject><deviceObject>1</deviceObject></monitorObject>" + filter +
        "<extensions><privateData><private>" + avaya_events +
        "</private></privateData></extensions></MonitorStart>"
    );
    DeviceForms forms;
    const auto request = read_monitor_start(*message, forms);
    if (!request) {
        ADD_FAILURE() << request.error().detail;
        return {};
    }
    return request->filter;
}

const std::string kInvert = "<AvayaEvents><invertFilter>true</invertFilter></AvayaEvents>";

const std::string kInvertWithDigits =
    "<AvayaEvents><invertFilter>true</invertFilter><callControlPrivate><enteredDigits>true</enteredDigits>"
    "</callControlPrivate></AvayaEvents>";

TEST(MonitorFilter, EveryEventKindHasItsItem) {
    std::set<EventKind> kinds = {EventKind::EnteredDigits};  // in Avaya's private data
    for (const auto& item : kFilterItems) {
        if (item.kind) kinds.insert(*item.kind);
    }
    EXPECT_EQ(kinds.size(), kEventKinds);
}

TEST(MonitorFilter, WithoutOneEverythingIsSent) {
    EXPECT_TRUE(filter_from("").sent.all());
    EXPECT_TRUE(filter_from("", kInvert).sent.all());
    EXPECT_TRUE(filter_from("<requestedMonitorFilter/>").sent.all());
}

TEST(MonitorFilter, TrueKeepsAnEventBack) {
    for (const auto& item : kFilterItems) {
        if (!item.kind) continue;
        const auto open = std::string("<requestedMonitorFilter><") + item.group + "><" + item.name + ">";
        const auto close = std::string("</") + item.name + "></" + item.group + "></requestedMonitorFilter>";
        const auto kept_back = filter_from(open + "true" + close);
        EXPECT_FALSE(kept_back.sends(*item.kind)) << item.name;
        EXPECT_EQ(kept_back.sent.count(), kEventKinds - 1) << item.name;
        EXPECT_TRUE(filter_from(open + "false" + close).sent.all()) << item.name;
        const auto inverted = filter_from(open + "true" + close, kInvert);
        EXPECT_TRUE(inverted.sends(*item.kind)) << item.name;
        EXPECT_EQ(inverted.sent.count(), 1U) << item.name;
        EXPECT_TRUE(filter_from(open + "false" + close, kInvert).sent.none()) << item.name;
    }
}

TEST(MonitorFilter, EnteredDigitsHaveTheirItemInAvayasData) {
    const auto events = [](const std::string& content) {
        return "<AvayaEvents>" + content + "</AvayaEvents>";
    };
    const auto digits = [](const std::string& flag) {
        return "<callControlPrivate><enteredDigits>" + flag + "</enteredDigits></callControlPrivate>";
    };
    const std::string invert = "<invertFilter>true</invertFilter>";
    EXPECT_FALSE(filter_from("", events(digits("true"))).sends(EventKind::EnteredDigits));
    EXPECT_TRUE(filter_from("", events(digits("false"))).sent.all());
    EXPECT_TRUE(filter_from("", events(invert + digits("true"))).sent.all());
    EXPECT_FALSE(filter_from("", events(invert + digits("false"))).sends(EventKind::EnteredDigits));
    EXPECT_FALSE(filter_from("<requestedMonitorFilter/>", events(invert)).sends(EventKind::EnteredDigits));
    MonitorStarted started{"17", {}, true};
    started.filter.inverted = true;
    const auto text = write_monitor_start_response(started, {});
    EXPECT_EQ(ctiengine::test::validate(text), std::nullopt) << text;
    EXPECT_NE(text.find("<enteredDigits>true<"), std::string::npos) << text;
}

TEST(MonitorFilter, TheAnswerSaysTheSameInTheClientsReading) {
    for (bool inverted : {false, true}) {
        for (const auto kind :
             {EventKind::Held, EventKind::AgentReady, EventKind::CallCleared, EventKind::Forwarding,
              EventKind::OutOfService}) {
            MonitorStarted started{"17", {}, true};
            started.filter.inverted = inverted;
            started.filter.set(kind, false);
            auto text = write_monitor_start_response(started, {});
            ASSERT_EQ(ctiengine::test::validate(text), std::nullopt) << text;
            for (std::string_view end : {"<", "</"}) {
                const std::string actual = std::string(end) + "actualMonitorFilter";
                text.replace(text.find(actual), actual.size(), std::string(end) + "requestedMonitorFilter");
            }
            const auto start = text.find("<requestedMonitorFilter");
            const auto stop = text.find("<monitorExistingCalls");
            EXPECT_EQ(
                filter_from(text.substr(start, stop - start), inverted ? kInvertWithDigits : ""),
                started.filter
            );
            EXPECT_EQ(text.find("<usedFilter>") != std::string::npos, inverted);
        }
    }
}

TEST(MonitorFilter, EventsThatNobodySendsShowAsKeptBack) {
    const auto text = write_monitor_start_response({"17", {}, true}, {});
    EXPECT_NE(text.find("<callcontrol><bridged>true</bridged><digitsDialed>true"), std::string::npos) << text;
    EXPECT_EQ(text.find("logicalDeviceFeature"), std::string::npos);
}

StatusFilter status_filter_from(const std::string& filter, const std::string& extensions = "") {
    const auto message =
        IncomingMessage::parse("<SystemRegister><requestTypes/>" + filter + extensions + "</SystemRegister>");
    const auto request = read_system_register(*message);
    return request ? request->filter : StatusFilter();
}

TEST(StatusFilter, HasBothReadings) {
    const std::string invert =
        "<extensions><privateData><private><SystemRegisterPrivateData><invertFilter>true</invertFilter>"
        "</SystemRegisterPrivateData></private></privateData></extensions>";
    const std::string enabled = "<requestedStatusFilter><enabled>true</enabled></requestedStatusFilter>";
    EXPECT_TRUE(status_filter_from("").sent.all());
    EXPECT_TRUE(status_filter_from("", invert).sent.all());
    EXPECT_EQ(status_filter_from(enabled).sent.count(), 7U);
    EXPECT_FALSE(status_filter_from(enabled).sends(csta::SystemStatus::Enabled));
    EXPECT_EQ(status_filter_from(enabled, invert).sent.count(), 1U);
    EXPECT_TRUE(status_filter_from(enabled, invert).sends(csta::SystemStatus::Enabled));
}

}  // namespace
}  // namespace ctiengine::gateway
