#include "tests/unit/tsapi-worker/rpc/rpc_fixture.hpp"

namespace ctiengine::rpc {
namespace {

namespace pb = tsapi::v1;

class AdminServiceTest : public RpcTest {
  protected:
    pb::WorkerStatus status() {
        grpc::ClientContext context;
        pb::WorkerStatus status;
        EXPECT_TRUE(stub->GetStatus(&context, {}, &status).ok());
        return status;
    }
    pb::ListMonitorsResponse monitors() {
        grpc::ClientContext context;
        pb::ListMonitorsResponse monitors;
        EXPECT_TRUE(stub->ListMonitors(&context, {}, &monitors).ok());
        return monitors;
    }
    std::unique_ptr<pb::WorkerAdmin::Stub> stub = pb::WorkerAdmin::NewStub(channel_);
};

TEST_F(AdminServiceTest, TellsTheStateOfTheLink) {
    EXPECT_EQ(status().link_state(), "connecting");
    link_up();
    auto up = status();
    EXPECT_EQ(up.link_state(), "up");
    EXPECT_EQ(up.server_id(), "AES");
    EXPECT_EQ(up.private_data_version(), "9");
    EXPECT_EQ(up.system_status(), 2);
    EXPECT_EQ(up.library(), "libcsta.so");
}

TEST_F(AdminServiceTest, TellsOfTheJournalAndTheGateways) {
    auto gateway = attach("g1");
    gateway->next();
    journal_events(3);
    auto now = status();
    EXPECT_EQ(now.epoch(), kEpoch);
    EXPECT_EQ(now.last_seq(), 3U);
    EXPECT_EQ(now.journal_events(), 3U);
    EXPECT_GT(now.journal_bytes(), 0U);
    EXPECT_EQ(now.gateways(), 1U);
}

TEST_F(AdminServiceTest, ListsTheMonitorsWithTheirStates) {
    link_up();
    auto gateway = attach("g1");
    gateway->next();
    gateway->request(1, csta::MonitorStart{csta::at_device("4001")});
    ASSERT_TRUE(eventually([this] { return port_.invoke_ids.size() == 1; }));
    ASSERT_EQ(monitors().monitors_size(), 1);
    EXPECT_EQ(monitors().monitors(0).state(), "starting");
    on_home([this] { port_.input(telephony::MonitorConfirmed{port_.invoke_ids[0], 77}); });
    auto active = monitors().monitors(0);
    EXPECT_EQ(active.object().device(), "4001");
    EXPECT_EQ(active.cross_ref_id(), 77);
    EXPECT_EQ(active.watchers(), 1U);
    EXPECT_EQ(active.state(), "active");
    gateway->request(2, csta::MonitorStop{csta::at_device("4001")});
    while (gateway->next() != "response 2") continue;
    EXPECT_EQ(monitors().monitors(0).state(), "lingering");
}

}  // namespace
}  // namespace ctiengine::rpc
