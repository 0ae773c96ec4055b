// Who gets into a real worker: by user over a Unix socket, by certificate and role over TCP.
#include "common/grpc_security/peer_channel.hpp"
#include "common/grpc_security/peer_server.hpp"
#include "common/grpc_security/unix_connection.hpp"
#include "ctiengine/tsapi/v1/telephony.grpc.pb.h"
#include "tests/fakes/peer_certificates/peer_certificates.hpp"
#include "tests/integration/harness/engine_under_test.hpp"
#include "tests/integration/harness/softphone.hpp"

#include <boost/asio/io_context.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <grp.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

namespace ctiengine::tests {
namespace {

namespace fs = std::filesystem;
namespace pb = tsapi::v1;
using namespace std::chrono_literals;
using grpc_security::Role;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr uid_t kStranger = 65534;
constexpr char kAttached[] = "worker link: attached";

/// An engine whose worker listens on TCP. The processes read certificates from `folder()/peers`.
class TcpEngine : public EngineUnderTest {
  public:
    explicit TcpEngine(const std::string& name)
        : EngineUnderTest(name, {{"WORKERADDRESS", "127.0.0.1:0"}, {"PEERCA", "peers/authority.pem"}}),
          certificates(folder() / "peers") {}

    void use(const std::string& role) {
        set("PEERCERTIFICATE", "peers/" + role + ".pem");
        set("PEERPRIVATEKEY", "peers/" + role + ".key");
    }
    void start_tcp_worker() {
        use("worker");
        start_worker();
        auto line = worker().output().substr(worker().output().find("ready: ") + 7);
        address = line.substr(0, line.find('\n'));
        set("WORKERADDRESS", address);
    }
    void start_tcp_gateway() {
        use("gateway");
        start_gateway();
    }
    void wait_attached() {
        ASSERT_TRUE(gateway().wait_for_line(kAttached, 30s * patience())) << gateway().output();
    }
    std::shared_ptr<grpc::Channel> channel_as(const std::string& name, Role role) {
        auto peer =
            grpc_security::PeerChannel::open(address, role, Role::Worker, certificates.of(name)).value();
        return peer->channel().value();
    }
    /// The serial number of the certificate that a new connection gets from the worker.
    std::string serial_shown_by_worker() {
        auto log = (folder() / "shown").string();
        auto line = "openssl s_client -connect " + address + " -alpn h2 </dev/null 2>/dev/null | " +
                    "openssl x509 -noout -serial >" + log + " 2>/dev/null";
        if (std::system(line.c_str()) != 0) return {};
        std::ifstream in(log);
        std::string serial;
        std::getline(in, serial);
        return serial;
    }

    PeerCertificates certificates;
    std::string address;
};

std::string play_a_call(std::uint16_t port) {
    Softphone caller(port), callee(port);
    caller.log_in("4001");
    callee.log_in("4002");
    auto call = caller.make_call("4002").at("callingDevice/callID");
    callee.event("DeliveredEvent");
    callee.answer_call(call);
    caller.event("EstablishedEvent");
    caller.clear_connection(call);
    caller.pump_until([&] { return caller.calls().empty(); });
    callee.pump_until([&] { return callee.calls().empty(); });
    return call;
}

grpc::Status attach(const std::shared_ptr<grpc::Channel>& channel, pb::WorkerMessage* first) {
    auto stub = pb::Telephony::NewStub(channel);
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + 20s);
    auto stream = stub->Attach(&context);
    pb::GatewayMessage hello;
    hello.mutable_hello()->set_gateway_id("a test");
    stream->Write(hello);
    if (stream->Read(first)) context.TryCancel();
    return stream->Finish();
}

std::uint64_t epoch_by_status(const std::shared_ptr<grpc::Channel>& channel) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + 20s);
    pb::WorkerStatus status;
    auto done = pb::WorkerAdmin::NewStub(channel)->GetStatus(&context, {}, &status);
    EXPECT_TRUE(done.ok()) << done.error_message();
    return status.epoch();
}

TEST(PeersByTcp, PlayARequestFromBrowserToSwitch) {
    TcpEngine engine("peers-tcp");
    engine.start_switch();
    engine.start_tcp_worker();
    engine.start_tcp_gateway();
    engine.wait_link_up();
    engine.wait_attached();
    EXPECT_NE(play_a_call(engine.port()), "");
    engine.stop_all();
}

TEST(PeersByTcp, MayCallWhatTheirRoleMay) {
    TcpEngine engine("peers-roles");
    engine.start_tcp_worker();
    pb::WorkerMessage first;
    attach(engine.channel_as("gateway", Role::Gateway), &first);
    EXPECT_TRUE(first.has_welcome()) << "a gateway may attach";

    first.Clear();
    auto admin = engine.channel_as("admin", Role::Admin);
    auto refused = attach(admin, &first);
    EXPECT_EQ(refused.error_code(), grpc::StatusCode::PERMISSION_DENIED) << refused.error_message();
    EXPECT_FALSE(first.has_welcome());
    EXPECT_TRUE(engine.worker().wait_for_line("spiffe://ctiengine/admin may not call", 5s * patience()));

    EXPECT_NE(epoch_by_status(admin), 0U);
    admin.reset();  // a client without a call does not notice that the server goes, which waits for it
    engine.stop_all();
}

/// Neither a worker that the gateway does not believe, nor, when the gateway believes everybody, the other
/// way round.
TEST(PeersByTcp, DoNotGetInWithAnotherAuthority) {
    TcpEngine engine("peers-authority");
    PeerCertificates others(engine.folder() / "others");
    engine.start_tcp_worker();
    engine.set("PEERCA", "others/authority.pem");
    engine.set("PEERCERTIFICATE", "others/gateway.pem");
    engine.set("PEERPRIVATEKEY", "others/gateway.key");
    engine.start_gateway();
    EXPECT_TRUE(engine.gateway().wait_for_line("certificate verify failed", 30s * patience()));
    EXPECT_THAT(engine.gateway().output(), Not(HasSubstr(kAttached)));
    engine.gateway().stop();

    std::ofstream both(others.folder() / "authority.pem", std::ios::app);
    both << std::ifstream(engine.certificates.of("worker").authority).rdbuf();
    both.close();
    engine.start_gateway();
    EXPECT_TRUE(engine.worker().wait_for_line("grpc: Handshake failed", 30s * patience()));
    EXPECT_THAT(engine.gateway().output(), Not(HasSubstr(kAttached)));
    engine.stop_all();
}

TEST(PeersByTcp, DoNotBelieveAServerWithAGatewaysCertificate) {
    TcpEngine engine("peers-impostor");
    boost::asio::io_context io;
    audit::NoAudit audit;
    pb::Telephony::Service everything;
    grpc_security::PeerServerSettings settings;
    settings.address = "127.0.0.1:0";
    settings.own = Role::Gateway;
    settings.peers = engine.certificates.of("gateway");
    settings.rules.allow(pb::Telephony::service_full_name(), {Role::Gateway});
    auto impostor =
        grpc_security::PeerServer::open(io.get_executor(), settings, {&everything}, audit).value();
    engine.set("WORKERADDRESS", impostor->address());
    engine.start_tcp_gateway();
    EXPECT_TRUE(engine.gateway().wait_for_line("is not that of spiffe://ctiengine/worker", 30s * patience()))
        << engine.gateway().output();
    engine.stop_all();
}

/// Both ends take up new files: the worker shows the new certificate, and the gateway, attached all the time,
/// comes back with its own when the worker believes only the new authority.
TEST(PeersByTcp, TakeNewCertificatesWithoutARestart) {
    TcpEngine engine("peers-renewal");
    engine.start_switch();
    engine.start_tcp_worker();
    engine.start_tcp_gateway();
    engine.wait_link_up();
    engine.wait_attached();
    Softphone phone(engine.port());
    phone.log_in("4001");
    auto before = engine.serial_shown_by_worker();
    ASSERT_NE(before, "");

    PeerCertificates renewed(engine.folder() / "renewed");
    for (const char* file : {"worker.key", "worker.pem", "gateway.key", "gateway.pem", "authority.pem"}) {
        fs::rename(renewed.folder() / file, engine.folder() / "peers" / file);
    }
    auto end = std::chrono::steady_clock::now() + 30s * patience();
    auto shown = before;
    while ((shown == before || shown.empty()) && std::chrono::steady_clock::now() < end) {
        shown = engine.serial_shown_by_worker();
    }
    EXPECT_NE(shown, before) << "the worker still shows its old certificate";
    EXPECT_EQ(phone.request(csta("RequestSystemStatus")).at("systemStatus"), "normal");
    EXPECT_THAT(engine.gateway().output(), Not(HasSubstr("waiting for the worker")))
        << "the stream was dropped";

    engine.gateway().forget_output();
    engine.worker().stop();
    engine.use("worker");
    engine.start_worker();
    engine.wait_attached();
    engine.stop_all();
}

/// What a process says that does not start.
std::string complaint(const std::function<void()>& start) {
    try {
        start();
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "it started";
}

TEST(PeersByTcp, NeedCertificates) {
    EngineUnderTest engine("peers-none", {{"WORKERADDRESS", "127.0.0.1:0"}});
    EXPECT_THAT(
        complaint([&] { engine.start_worker(); }),
        AllOf(HasSubstr("WORKERADDRESS: PEERCERTIFICATE is not set"), HasSubstr("unix:PATH"))
    );
    EXPECT_THAT(
        complaint([&] { engine.start_gateway(); }), HasSubstr("WORKERADDRESS: PEERCERTIFICATE is not set")
    );
}

TEST(PeersByTcp, SayWhatIsWrongWithTheirCertificates) {
    TcpEngine engine("peers-faults");
    engine.use("gateway");
    EXPECT_THAT(
        complaint([&] { engine.start_worker(); }),
        AllOf(HasSubstr("PEERCERTIFICATE"), HasSubstr("has to hold URI:spiffe://ctiengine/worker"))
    );
    engine.certificates.renew({{"-days 365", "-days 0"}});
    engine.use("worker");
    EXPECT_THAT(
        complaint([&] { engine.start_worker(); }),
        AllOf(HasSubstr("PEERCERTIFICATE"), HasSubstr("certificate has expired"))
    );
    engine.use("gateway");
    EXPECT_THAT(
        complaint([&] { engine.start_gateway(); }),
        AllOf(HasSubstr("PEERCERTIFICATE"), HasSubstr("certificate has expired"))
    );
    engine.set("PEERPRIVATEKEY", "peers/gone.key");
    EXPECT_THAT(complaint([&] { engine.start_gateway(); }), HasSubstr("PEERPRIVATEKEY"));
}

/// Connects as another user, past the file's mode and the folder's; true when the server then speaks (a
/// server of HTTP/2 speaks first), false when it closes.
bool is_let_in_as_stranger(const fs::path& socket) {
    ::chmod(socket.parent_path().c_str(), 0711);
    ::chmod(socket.c_str(), 0666);
    auto address = grpc_security::unix_address(socket.string()).value();
    auto child = ::fork();
    if (child == 0) {
        if (::setgroups(0, nullptr) != 0 || ::setgid(kStranger) != 0 || ::setuid(kStranger) != 0) ::_exit(10);
        int end = ::socket(AF_UNIX, SOCK_STREAM, 0);
        if (::connect(end, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) ::_exit(11);
        char byte = 0;
        ::_exit(::read(end, &byte, 1) == 1 ? 1 : 0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) < 2) << "the stranger could not connect at all";
    return WEXITSTATUS(status) == 1;
}

/// Listens as another user until it is destroyed.
class Impostor {
  public:
    explicit Impostor(const fs::path& socket) {
        EXPECT_EQ(::chown(socket.parent_path().c_str(), kStranger, kStranger), 0);
        auto address = grpc_security::unix_address(socket.string()).value();
        child_ = ::fork();
        if (child_ != 0) return;
        int end = ::socket(AF_UNIX, SOCK_STREAM, 0);
        bool listening = ::setgid(kStranger) == 0 && ::setuid(kStranger) == 0 &&
                         ::bind(end, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
                         ::listen(end, 10) == 0;
        while (listening) ::pause();
        ::_exit(1);
    }
    ~Impostor() {
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
    }

  private:
    pid_t child_ = -1;
};

TEST(PeersByUnixSocket, AreNotBelievedAsAnotherUser) {
    if (::geteuid() != 0) GTEST_SKIP() << "only root can become another user";
    EngineUnderTest engine("peers-listener");
    auto folder = engine.folder() / "theirs";
    fs::create_directory(folder);
    ::chmod(engine.folder().c_str(), 0711);
    engine.set("WORKERADDRESS", "unix:" + (folder / "worker.sock").string());
    Impostor impostor(folder / "worker.sock");
    engine.start_gateway();
    EXPECT_TRUE(engine.gateway().wait_for_line("is a stranger: user 65534", 30s * patience()))
        << engine.gateway().output();
    engine.stop_all();
}

TEST(PeersByUnixSocket, AreRefusedAsAnotherUser) {
    if (::geteuid() != 0) GTEST_SKIP() << "only root can become another user";
    EngineUnderTest engine("peers-stranger");
    engine.start_worker();
    EXPECT_FALSE(is_let_in_as_stranger(engine.folder() / "worker.sock"));
    EXPECT_TRUE(engine.worker().wait_for_line("a connection of user 65534, process ", 5s * patience()));
    engine.stop_all();
}

TEST(PeersByUnixSocket, AreLetInWhenTheSettingsNameThem) {
    if (::geteuid() != 0) GTEST_SKIP() << "only root can become another user";
    EngineUnderTest engine("peers-named", {{"PEERUSERS", "nobody"}});
    engine.start_worker();
    EXPECT_TRUE(is_let_in_as_stranger(engine.folder() / "worker.sock"));
    EXPECT_THAT(engine.worker().output(), Not(HasSubstr("user 65534")));
    engine.stop_all();
}

TEST(PeersByUnixSocket, NeedAFolderThatOthersCannotWriteTo) {
    EngineUnderTest engine("peers-folder");
    auto open = engine.folder() / "open";
    fs::create_directory(open);
    ASSERT_EQ(::chmod(open.c_str(), 0777), 0);
    engine.set("WORKERADDRESS", "unix:" + (open / "worker.sock").string());
    EXPECT_THAT(
        complaint([&] { engine.start_worker(); }),
        AllOf(HasSubstr(open.string()), HasSubstr("mode 0777"), HasSubstr("chmod 0750"))
    );
    ASSERT_EQ(::chmod(open.c_str(), 0750), 0);
    engine.start_worker();
    engine.stop_all();
    EXPECT_FALSE(fs::exists(open / "worker.sock")) << "the socket is left behind";
}

}  // namespace
}  // namespace ctiengine::tests
