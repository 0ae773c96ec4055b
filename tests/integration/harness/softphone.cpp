#include "tests/integration/harness/softphone.hpp"

#include "tests/fakes/schema_validator/schema_validator.hpp"
#include "tests/integration/harness/engine_under_test.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <stdexcept>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

testing::WssOptions options(std::uint16_t port, std::vector<std::string> subprotocols) {
    testing::WssOptions wss;
    wss.port = port;
    wss.subprotocols = std::move(subprotocols);
    return wss;
}

Received parse(std::string invoke, std::string text) {
    Received received{std::move(invoke), std::move(text), std::make_shared<pugi::xml_document>()};
    auto problem = test::validate(received.text);
    EXPECT_EQ(problem, std::nullopt) << received.text;
    received.document->load_buffer(received.text.data(), received.text.size());
    return received;
}

bool is_event(const std::string& root) {
    return root.size() > 5 && root.ends_with("Event");
}

}  // namespace

std::string connection_xml(const std::string& element, const std::string& call, const std::string& device) {
    return "<" + element + "><callID>" + call + "</callID><deviceID>" + device + "</deviceID></" + element +
           ">";
}

std::string csta(const std::string& root, const std::string& content) {
    return "<" + root + " xmlns=\"" + kCsta + "\">" + content + "</" + root + ">";
}

Softphone::Softphone(std::uint16_t port, std::vector<std::string> subprotocols)
    : socket_(options(port, std::move(subprotocols))) {}

std::string Softphone::send(const std::string& xml) {
    char invoke[8];
    std::snprintf(invoke, sizeof invoke, "%04d", last_invoke_ = last_invoke_ % 9998 + 1);
    socket_.send_text(invoke + xml);
    return invoke;
}

bool Softphone::receive_one(std::chrono::milliseconds limit) {
    auto message = socket_.receive(limit);
    if (!message) return false;
    auto received = parse(message->payload.substr(0, 4), message->payload.substr(4));
    if (received.invoke != "9999") {
        auto invoke = received.invoke;
        EXPECT_TRUE(answers_.emplace(invoke, std::move(received)).second) << "a second answer to " << invoke;
        return true;
    }
    history_.push_back(received.root() + " " + received.at("monitorCrossRefID"));
    if (is_event(received.root())) keep_view(received);
    if (auto epoch = received.at("extensions/privateData/private/EventId/epoch"); !epoch.empty()) {
        event_numbers_.emplace_back(
            epoch, std::stol(received.at("extensions/privateData/private/EventId/seq"))
        );
    }
    events_.push_back(std::move(received));
    return true;
}

Received Softphone::answer(const std::string& invoke) {
    auto deadline = Clock::now() + 20s * patience();
    while (!answers_.contains(invoke)) {
        if (Clock::now() > deadline || socket_.closed())
            throw std::runtime_error("no answer to request " + invoke);
        receive_one(250ms);
    }
    return std::move(answers_.extract(invoke).mapped());
}

Received Softphone::request(const std::string& xml) {
    return answer(send(xml));
}

Received Softphone::event(
    const std::string& root,
    const std::function<bool(const Received&)>& accept,
    std::chrono::milliseconds limit
) {
    auto deadline = Clock::now() + limit * patience();
    for (;;) {
        while (!events_.empty()) {
            auto next = std::move(events_.front());
            events_.pop_front();
            if (next.root() == root && (!accept || accept(next))) return next;
        }
        if (Clock::now() > deadline || socket_.closed())
            throw std::runtime_error(extension_ + ": no " + root + " came");
        receive_one(250ms);
    }
}

void Softphone::pump_until(const std::function<bool()>& done, std::chrono::milliseconds limit) {
    auto deadline = Clock::now() + limit * patience();
    while (!done()) {
        if (Clock::now() > deadline || socket_.closed())
            throw std::runtime_error(extension_ + ": waited in vain");
        receive_one(50ms);
    }
}

void Softphone::start_session(
    const std::string& user, const std::string& extra, const std::string& password
) {
    auto started = request(
        std::string("<StartApplicationSession xmlns=\"") + kSession +
        "\"><applicationInfo><applicationID>test</applicationID><applicationSpecificInfo><SessionLoginInfo "
        "xmlns=\"http://www.avaya.com/csta\"><userName>" +
        user + "</userName><password>" + password + "</password></SessionLoginInfo>" + extra +
        "</applicationSpecificInfo></applicationInfo><requestedProtocolVersions><protocolVersion>" + kCsta +
        "</protocolVersion></requestedProtocolVersions><requestedSessionDuration>600</"
        "requestedSessionDuration>"
        "</StartApplicationSession>"
    );
    if (started.root() != "StartApplicationSessionPosResponse")
        throw std::runtime_error("no session: " + started.text);
    session_ = started.at("sessionID");
}

void Softphone::stop_session() {
    auto stopped = request(
        std::string("<StopApplicationSession xmlns=\"") + kSession + "\"><sessionID>" + session_ +
        "</sessionID><sessionEndReason><definedEndReason>normal</definedEndReason></sessionEndReason>"
        "</StopApplicationSession>"
    );
    EXPECT_EQ(stopped.root(), "StopApplicationSessionPosResponse") << stopped.text;
}

void Softphone::log_in(const std::string& extension, const std::string& extra) {
    extension_ = extension;
    start_session("user" + extension, extra);
    auto monitored = request(
        csta("MonitorStart", "<monitorObject><deviceObject>" + extension + "</deviceObject></monitorObject>")
    );
    if (monitored.root() != "MonitorStartResponse") throw std::runtime_error("no monitor: " + monitored.text);
    monitor_ = monitored.at("monitorCrossRefID");
    events_before_monitor_ = history_.size();
}

void Softphone::keep_view(const Received& event) {
    auto local = event.at("localConnectionInfo");
    auto root = event.document->document_element();
    if (event.root() == "TransferedEvent" || event.root() == "ConferencedEvent") {
        calls_.erase(event.at("primaryOldCall/callID"));
        auto call = event.at("secondaryOldCall/callID");
        if (local == "null")
            calls_.erase(call);
        else
            calls_[call] = local;
        return;
    }
    for (const auto& child :
         root.children()) {  // the one connection of the event comes right behind the monitor
        auto call = std::string(child.child("callID").text().get());
        if (call.empty()) continue;
        bool own_end =
            event.root() == "ConnectionClearedEvent" && child.child("deviceID").text().get() == extension_;
        if (own_end || local == "null" || event.root() == "CallClearedEvent")
            calls_.erase(call);
        else if (!local.empty())
            calls_[call] = local;
        return;
    }
}

std::string Softphone::two(const char* root, const char* element, const std::string& call) const {
    return csta(root, connection_xml(element, call, extension_));
}

Received Softphone::make_call(const std::string& to, const std::string& extra) {
    return request(csta(
        "MakeCall", "<callingDevice>" + extension_ + "</callingDevice><calledDirectoryNumber>" + to +
                        "</calledDirectoryNumber><autoOriginate>doNotPrompt</autoOriginate>" + extra
    ));
}
Received Softphone::answer_call(const std::string& call) {
    return request(two("AnswerCall", "callToBeAnswered", call));
}
Received Softphone::clear_connection(const std::string& call) {
    return request(two("ClearConnection", "connectionToBeCleared", call));
}
Received Softphone::hold(const std::string& call) {
    return request(two("HoldCall", "callToBeHeld", call));
}
Received Softphone::retrieve(const std::string& call) {
    return request(two("RetrieveCall", "callToBeRetrieved", call));
}

}  // namespace ctiengine::tests
