#include "license-svc/weblm/adapter_provider.hpp"

#include "common/grpc_security/peer_server.hpp"
#include "ctiengine/weblm/v1/provider.grpc.pb.h"
#include "tests/fakes/certificates/certificates.hpp"
#include "tests/fakes/task_runner/task_runner.hpp"
#include "tests/unit/license-svc/weblm/answers.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <mutex>

namespace ctiengine::license {
namespace {

namespace pb = weblm::v1;
using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// Answers every verb as the test says.
class FakeAdapter final : public pb::Provider::CallbackService {
  public:
    grpc::ServerUnaryReactor* Describe(
        grpc::CallbackServerContext* at, const pb::Request* in, pb::Response* out
    ) override {
        return answer("Describe", at, in, out);
    }
    grpc::ServerUnaryReactor* Acquire(
        grpc::CallbackServerContext* at, const pb::Request* in, pb::Response* out
    ) override {
        return answer("Acquire", at, in, out);
    }
    grpc::ServerUnaryReactor* Renew(grpc::CallbackServerContext* at, const pb::Request* in, pb::Response* out)
        override {
        return answer("Renew", at, in, out);
    }
    grpc::ServerUnaryReactor* Release(
        grpc::CallbackServerContext* at, const pb::Request* in, pb::Response* out
    ) override {
        return answer("Release", at, in, out);
    }

    /// Ends the calls that `hang` has left open.
    void end_calls() {
        const std::lock_guard lock(mutex_);
        for (auto* reactor : open_) reactor->Finish(grpc::Status::OK);
        open_.clear();
    }
    std::size_t open_calls() {
        const std::lock_guard lock(mutex_);
        return open_.size();
    }

    pb::Response response{};
    grpc::Status status{};
    bool hang = false;
    pb::Request asked{};
    std::string verb{};

  private:
    grpc::ServerUnaryReactor* answer(
        const char* name, grpc::CallbackServerContext* at, const pb::Request* in, pb::Response* out
    ) {
        const std::lock_guard lock(mutex_);
        verb = name;
        asked = *in;
        *out = response;
        auto* reactor = at->DefaultReactor();
        if (hang) {
            open_.push_back(reactor);
        } else {
            reactor->Finish(status);
        }
        return reactor;
    }

    std::mutex mutex_;
    std::vector<grpc::ServerUnaryReactor*> open_;
};

pb::Response proto_grant() {
    pb::Response response;
    response.set_request_id("r-1");
    response.set_server_id("weblm-1");
    response.set_server_time(1'767'230'000);
    response.set_code(pb::RESULT_CODE_PARTIAL);
    response.set_text("80 of 100");
    response.set_session("s-1");
    response.set_lease_seconds(600);
    response.set_renew_seconds(180);
    response.mutable_product()->set_name("CTI_Engine");
    response.mutable_product()->set_sid("42");
    auto* grant = response.add_grants();
    grant->set_keyword("VALUE_AESO_OPEN_USERS");
    grant->set_name("Users");
    grant->set_requested(100);
    grant->set_granted(80);
    grant->set_capacity(90);
    grant->set_in_use(85);
    grant->set_expires("2027-01-01");
    grant = response.add_grants();
    grant->set_keyword("FEAT_AESO_BASE");
    grant->set_on(true);
    return response;
}

weblm::Response same_grant() {
    auto response = testing::refusal(weblm::ResultCode::Partial, "80 of 100");
    response.request_id = "r-1";
    response.session = "s-1";
    response.lease = 600s;
    response.renew = 180s;
    response.product = weblm::Product{"CTI_Engine", "", "", "42"};
    auto users = testing::seats("VALUE_AESO_OPEN_USERS", 100, 80);
    users.name = "Users";
    users.capacity = 90;
    users.in_use = 85;
    users.expires = "2027-01-01";
    response.grants = {users, testing::flag("FEAT_AESO_BASE")};
    return response;
}

weblm::Request request_of(weblm::Verb verb) {
    weblm::Request request;
    request.request_id = "r-1";
    request.client = {"cte-host1", "start-1", 17, "CTI_Engine", "4.5", "08-00-27-08-BC-E4"};
    request.verb = verb;
    request.session = "s-0";
    request.features = {{"VALUE_AESO_OPEN_USERS", 100, false}, {"FEAT_AESO_CALLCENTER", std::nullopt, true}};
    return request;
}

class Adapter : public ::testing::Test {
  protected:
    Adapter() {
        settings_.address = "unix:" + (folder_.path() / "adapter.sock").string();
        fake_.response = proto_grant();
    }
    void start() {
        grpc_security::PeerServerSettings server;
        server.address = settings_.address;
        server_ = grpc_security::PeerServer::open(runner_.executor(), server, {&fake_}, audit_).value();
    }
    Result<weblm::Response> ask(weblm::Verb verb = weblm::Verb::Acquire) {
        auto provider = AdapterProvider::open(settings_).value();
        return runner_.run(provider->exchange(request_of(verb)));
    }
    std::string why_not() {
        auto answer = ask();
        if (answer) return "it answered";
        return std::string(to_string(answer.error().code)) + ": " + answer.error().detail;
    }

    ctiengine::testing::TemporaryDirectory folder_;
    audit::NoAudit audit_;
    FakeAdapter fake_;
    AdapterProviderSettings settings_;
    ctiengine::testing::TaskRunner runner_;
    std::unique_ptr<grpc_security::PeerServer> server_;
};

TEST_F(Adapter, IsAskedEveryVerbByItsName) {
    start();
    using weblm::Verb;
    for (const auto verb : {Verb::Describe, Verb::Acquire, Verb::Renew, Verb::Release}) {
        EXPECT_EQ(ask(verb).value(), same_grant());
        EXPECT_EQ(fake_.verb, weblm::to_string(verb));
    }
}

TEST_F(Adapter, HearsTheWholeRequest) {
    start();
    ASSERT_TRUE(ask());
    EXPECT_EQ(fake_.asked.request_id(), "r-1");
    EXPECT_EQ(fake_.asked.session(), "s-0");
    const auto& client = fake_.asked.client();
    EXPECT_EQ(client.id(), "cte-host1");
    EXPECT_EQ(client.instance(), "start-1");
    EXPECT_EQ(client.incarnation(), 17U);
    EXPECT_EQ(client.product(), "CTI_Engine");
    EXPECT_EQ(client.release(), "4.5");
    EXPECT_EQ(client.host_id(), "08-00-27-08-BC-E4");
    ASSERT_EQ(fake_.asked.features_size(), 2);
    EXPECT_EQ(fake_.asked.features(0).keyword(), "VALUE_AESO_OPEN_USERS");
    EXPECT_EQ(fake_.asked.features(0).count(), 100U);
    EXPECT_FALSE(fake_.asked.features(0).optional_feature());
    EXPECT_FALSE(fake_.asked.features(1).has_count());
    EXPECT_TRUE(fake_.asked.features(1).optional_feature());
}

TEST_F(Adapter, T14_TellsEveryCode) {
    start();
    fake_.response.clear_session();
    for (int code = pb::RESULT_CODE_OK; code <= pb::ResultCode_MAX; ++code) {
        fake_.response.set_code(static_cast<pb::ResultCode>(code));
        const auto answer = ask();
        ASSERT_TRUE(answer) << answer.error().detail;
        EXPECT_EQ(
            "RESULT_CODE_" + std::string(weblm::to_string(answer->code)),
            pb::ResultCode_Name(static_cast<pb::ResultCode>(code))
        );
    }
}

TEST_F(Adapter, MustSayWhatTheProtocolKnows) {
    start();
    fake_.response.set_code(pb::RESULT_CODE_UNSPECIFIED);
    EXPECT_THAT(why_not(), HasSubstr("result code 0"));
    fake_.response = proto_grant();
    fake_.response.set_lease_seconds(0);
    EXPECT_THAT(why_not(), HasSubstr("leaseSeconds"));
    fake_.response = proto_grant();
    fake_.response.mutable_grants(0)->set_keyword("a b");
    EXPECT_THAT(why_not(), HasSubstr("keyword"));
    fake_.response = proto_grant();
    fake_.response.set_text("two\nlines");
    EXPECT_THAT(why_not(), HasSubstr("text"));
}

TEST_F(Adapter, T15_MayBeAbsent) {
    EXPECT_THAT(why_not(), StartsWith("NotConnected: no licence adapter listens there: No such file"));
}

TEST_F(Adapter, T15_MayComeAndGo) {
    start();
    EXPECT_TRUE(ask());
    server_.reset();
    EXPECT_THAT(why_not(), StartsWith("NotConnected: "));
    start();
    EXPECT_TRUE(ask());
}

TEST_F(Adapter, T15_MayFail) {
    start();
    fake_.status = {grpc::StatusCode::INTERNAL, "the library fell over"};
    EXPECT_THAT(why_not(), StartsWith("Io: the licence adapter failed: the library fell over"));
    fake_.status = {grpc::StatusCode::UNAVAILABLE, "not now"};
    EXPECT_THAT(why_not(), StartsWith("NotConnected: the licence adapter is not available: not now"));
    fake_.status = {grpc::StatusCode::UNIMPLEMENTED, ""};
    EXPECT_THAT(why_not(), HasSubstr("ctiengine.weblm.v1.Provider"));
}

TEST_F(Adapter, T15_IsWaitedForNoLongerThanTheBudget) {
    start();
    fake_.hang = true;
    settings_.budget = 100ms;
    EXPECT_EQ(why_not(), "DeadlineExceeded: the licence adapter did not answer within 100 ms");
    fake_.end_calls();
}

TEST_F(Adapter, IsNotWaitedForAnyMoreWhenWeStop) {
    start();
    fake_.hang = true;
    auto provider = AdapterProvider::open(settings_).value();
    boost::asio::cancellation_signal stop;
    std::optional<Result<weblm::Response>> answer;
    boost::asio::co_spawn(
        runner_.executor(), provider->exchange(request_of(weblm::Verb::Renew)),
        boost::asio::bind_cancellation_slot(
            stop.slot(), [&answer](const std::exception_ptr&, Result<weblm::Response> got) { answer = got; }
        )
    );
    runner_.run_until([this] {
        boost::asio::post(runner_.executor(), [] {});  // keep looking
        return fake_.open_calls() == 1;
    });
    stop.emit(boost::asio::cancellation_type::terminal);
    runner_.run_until([&answer] { return answer.has_value(); });
    EXPECT_EQ(answer->error().code, Errc::Cancelled);
    fake_.end_calls();
}

TEST_F(Adapter, NeedsAUnixSocketForAnAddress) {
    for (const char* address : {"", "127.0.0.1:4000", "unix:", "https://weblm.test/"}) {
        settings_.address = address;
        const auto provider = AdapterProvider::open(settings_);
        ASSERT_FALSE(provider) << address;
        EXPECT_EQ(provider.error().code, Errc::InvalidSettings);
    }
}

}  // namespace
}  // namespace ctiengine::license
