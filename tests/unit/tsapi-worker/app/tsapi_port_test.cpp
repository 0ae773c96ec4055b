#include "tsapi-worker/app/tsapi_port.hpp"

#include <boost/asio/io_context.hpp>
#include <gmock/gmock.h>

namespace ctiengine::worker {
namespace {

using ::testing::IsEmpty;
using tsapi::SwitchRequest;

/// Keeps what the port sends; the test plays the switch.
class FakeSwitchLibrary final : public tsapi::SwitchLibrary {
  public:
    struct Sent {
        std::uint32_t invoke_id;
        SwitchRequest request;
    };
    std::vector<Sent> sent;
    tsapi::SwitchListener listener;

    Result<void> load() override { return {}; }
    std::unique_ptr<tsapi::SwitchStream> open(tsapi::StreamSettings, tsapi::SwitchListener to) override {
        listener = std::move(to);
        return std::make_unique<Stream>(*this);
    }

  private:
    struct Stream final : tsapi::SwitchStream {
        explicit Stream(FakeSwitchLibrary& owner) : library(owner) {}
        std::optional<csta::Failure> send(std::uint32_t id, const SwitchRequest& request) override {
            library.sent.push_back({id, request});
            return std::nullopt;
        }
        FakeSwitchLibrary& library;
    };
};

class TsapiPortTest : public testing::Test {
  protected:
    TsapiPortTest() {
        port.on_input([this](telephony::SwitchInput input) { inputs.push_back(std::move(input)); });
        port.open("AVAYA#CM1#CSTA#AES1");
        library.listener(tsapi::StreamOpened{"AVAYA#CM1#CSTA#AES1", "", "", 9});
        opening.swap(library.sent);
        inputs.clear();
    }
    void confirm(std::size_t which, csta::Response response) {
        library.listener(tsapi::Confirmation{opening.at(which).invoke_id, std::move(response)});
    }

    boost::asio::io_context io;
    FakeSwitchLibrary library;
    Result<Secret> password = Secret("password");
    TsapiPort port{
        io.get_executor(),
        library,
        {"user", [this] { return password; }},
        ani::NumberLayout::parse("2A 21 {ascii}").value()};
    std::vector<telephony::SwitchInput> inputs;
    std::vector<FakeSwitchLibrary::Sent> opening;  // what the port sent of its own
};

TEST_F(TsapiPortTest, AsksForTheStateOfTheLinkAndItsChangesWhenAStreamIsOpen) {
    ASSERT_EQ(opening.size(), 2u);
    EXPECT_TRUE(std::holds_alternative<tsapi::WatchSystemStatus>(opening[0].request));
    const auto& asked = std::get<csta::Request>(opening[1].request);
    EXPECT_TRUE(std::holds_alternative<csta::RequestSystemStatus>(asked));
}

TEST_F(TsapiPortTest, SaysWhyThePasswordCannotBeRead) {
    password = Error{Errc::InvalidSettings, "the file is gone"};
    port.open("AVAYA#CM1#CSTA#AES1");
    EXPECT_THAT(inputs, IsEmpty()) << "not from inside open()";
    io.restart();
    io.run();
    ASSERT_EQ(inputs.size(), 1U);
    EXPECT_EQ(std::get<telephony::StreamFailed>(inputs[0]).reason, "the file is gone");
}

TEST_F(TsapiPortTest, TellsTheStateAsAReportAndNotAsSomebodysAnswer) {
    confirm(0, csta::Done());
    EXPECT_THAT(inputs, IsEmpty());
    confirm(1, csta::SystemStatusAnswer{csta::SystemStatus::Disabled});
    ASSERT_EQ(inputs.size(), 1u);
    EXPECT_EQ(std::get<telephony::SystemStatusReported>(inputs[0]).status, csta::SystemStatus::Disabled);
}

TEST_F(TsapiPortTest, KeepsARefusedQuestionToItself) {
    confirm(0, csta::Failure{});
    confirm(1, csta::Failure{});
    EXPECT_THAT(inputs, IsEmpty());
}

TEST_F(TsapiPortTest, EncodesTheNumberToShow) {
    csta::MakeCall call;
    call.shown_number = "0301";
    EXPECT_EQ(port.send(100, call), std::nullopt);
    ASSERT_EQ(library.sent.size(), 1u);
    const auto& sent = std::get<csta::MakeCall>(std::get<csta::Request>(library.sent[0].request));
    EXPECT_EQ(sent.user_data->octets, "*!0301");
    call.shown_number = "x";
    EXPECT_TRUE(port.send(101, call));
    EXPECT_EQ(library.sent.size(), 1u);
}

TEST_F(TsapiPortTest, PassesMonitorsAndRoutesOn) {
    const csta::MonitorObject vdn{csta::MonitorObject::Kind::ViaDevice, "5000"};
    port.start_monitor(100, vdn);
    port.register_route(101, "5000");
    port.cancel_route(102, 3);
    port.answer_route(103, 3, csta::RouteEnd{});
    ASSERT_EQ(library.sent.size(), 4u);
    EXPECT_EQ(std::get<tsapi::StartMonitor>(library.sent[0].request).object, vdn);
    EXPECT_EQ(std::get<tsapi::RegisterRoute>(library.sent[1].request).routeing_device, "5000");
    EXPECT_EQ(std::get<tsapi::CancelRoute>(library.sent[2].request).register_id, 3);
    EXPECT_EQ(std::get<tsapi::AnswerRoute>(library.sent[3].request).register_id, 3);
    library.listener(tsapi::Confirmation{101, tsapi::RouteRegistered{3}});
    library.listener(tsapi::RouteReport{3, csta::RouteRegistrationEnded{}});
    EXPECT_EQ(std::get<telephony::RouteRegistered>(inputs.at(0)).register_id, 3);
    EXPECT_EQ(std::get<telephony::RouteReported>(inputs.at(1)).register_id, 3);
}

}  // namespace
}  // namespace ctiengine::worker
