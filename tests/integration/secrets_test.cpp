#include "tests/integration/harness/engine_under_test.hpp"
#include "tests/integration/harness/softphone.hpp"
#include "tests/integration/secrets/process_view.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <fstream>

/// "strings on core dumps, logs and /proc of running processes shows no password": the processes do their
/// work with passwords that are found nowhere by chance; then everything is searched for them.
namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;
using ::testing::IsEmpty;

const Secrets kSecrets = {
    {"the CT user's password", "Krokodil-Ananas-4711"},
    {"a wrong password of the CT user", "Pelikan-Rosine-0815"},
    {"a user's password", "Schnabeltier,Kiwi.99"},
    {"a user's short password", "Yq7#vZ!x2w"},
    {"an agent's password", "87315946"},
    {"an agent's wrong password", "60429713"},
};
const auto& secret(const char* name) {
    return kSecrets.at(name);
}

/// What a helper may know, and what we write to start the engine.
const std::vector<std::string> kTheTestsOwn = {"plan.json", ".xml"};

class Folder {
  public:
    Folder() {
        auto pattern = (std::filesystem::temp_directory_path() / "ctiengine-secrets-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// What aes-encryption prints for a password.
std::string encrypted(const std::string& password, const std::filesystem::path& ring) {
    auto in = ring.parent_path().parent_path() / "password.json";
    std::ofstream(in) << password << "\n";
    auto command = std::string(CTIENGINE_AES_ENCRYPTION) + " --stdin --keyring " + ring.string() + " < " +
                   in.string() + " 2>/dev/null";
    auto* pipe = ::popen(command.c_str(), "r");
    std::array<char, 1024> line{};
    if (pipe == nullptr || std::fgets(line.data(), line.size(), pipe) == nullptr) return "";
    std::filesystem::remove(in);
    EXPECT_EQ(::pclose(pipe), 0);
    std::string text(line.data());
    return text.substr(0, text.find('\n'));
}

class SecretsInUse : public ::testing::Test {
  protected:
    static std::filesystem::path write_plan(const Folder& folder) {
        nlohmann::json plan = {
            {"tlinks", {{{"name", "AVAYA#CM1#CSTA#AESSIM1"}}}},
            {"users", {{{"login", "ctiuser"}, {"password", secret("the CT user's password")}}}},
            {"stations", {{{"extension", "4001-4010"}, {"name", "Station"}}}},
            {"agents",
             {{{"agentId", "2001-2010"}, {"name", "Agent"}, {"password", secret("an agent's password")}}}}};
        auto file = folder.path() / "plan.json";
        std::ofstream(file) << plan.dump();
        return file;
    }
    std::map<std::string, std::string> settings(const std::string& password) const {
        auto ring = folder_.path() / "keys" / "ring";
        return {
            {"TSAPIPASSWORD", encrypted(password, ring)},
            {"KEYRING", ring.string()},
            {"LOGDIRECTORY", "log"},
            {"LOGSEVERITY", "High"}};
    }
    /// Nothing in what gateway and worker have written or show.
    void expect_clean(EngineUnderTest& engine, const char* when) {
        EXPECT_THAT(found_in_files(engine.folder(), kSecrets, kTheTestsOwn), IsEmpty()) << when;
        for (auto* process : {&engine.gateway(), &engine.worker()}) {
            EXPECT_THAT(found_in_proc(process->pid(), kSecrets), IsEmpty()) << when;
            expect_clean_memory(*process, when);
        }
    }
    static void expect_clean_memory(ChildProcess& process, const char* when) {
        if (patience() > 1) return;  // a sanitizer keeps freed memory to tell who uses it
        if (::geteuid() != 0) {
            std::ifstream memory("/proc/" + std::to_string(process.pid()) + "/mem");
            EXPECT_FALSE(memory.good()) << "nobody but root may look";
            return;
        }
        EXPECT_THAT(found_in_memory(process.pid(), kSecrets), IsEmpty()) << when;
    }

    Folder folder_;
};

std::string hex(const std::string& text) {
    std::string digits;
    for (unsigned char octet : text) {
        std::array<char, 3> two{};
        std::snprintf(two.data(), two.size(), "%02X", octet);
        digits += two.data();
    }
    return digits;
}

Received agent_logs_in(
    Softphone& phone, const std::string& station, const std::string& agent, const char* password
) {
    return phone.request(csta(
        "SetAgentState", "<device>" + station +
                             "</device><requestedAgentState>loggedOn</requestedAgentState><agentID>" + agent +
                             "</agentID><password>" + hex(secret(password)) + "</password>"
    ));
}

/// gRPC reads what comes from the gateway into blocks that it gives back when they are full. An agent's
/// password lies in one until then.
void make_traffic(Softphone& phone, const std::string& station) {
    const auto snapshot = csta("SnapshotDevice", "<snapshotObject>" + station + "</snapshotObject>");
    for (int count = 0; count < 500; ++count) {
        EXPECT_EQ(phone.request(snapshot).root(), "SnapshotDeviceResponse");
    }
}

TEST_F(SecretsInUse, AreNowhereWhenTheyHaveDoneTheirWork) {
    EngineUnderTest engine(
        "secrets", settings(secret("the CT user's password")), write_plan(folder_).string()
    );
    engine.start_all();
    {
        Softphone first(engine.port());
        first.start_session("user4001", {}, secret("a user's password"));
        Softphone second(engine.port());
        second.start_session("user4002", {}, secret("a user's short password"));
        EXPECT_EQ(
            agent_logs_in(first, "4001", "2001", "an agent's password").root(), "SetAgentStateResponse"
        );
        EXPECT_EQ(agent_logs_in(second, "4002", "2002", "an agent's wrong password").root(), "CSTAErrorCode");
        make_traffic(first, "4001");
        expect_clean(engine, "while the sessions live");
        first.stop_session();
        second.stop_session();
        expect_clean(engine, "after the sessions");
    }
    engine.stop_all();
}

TEST_F(SecretsInUse, AreNowhereWhenAeServicesRefusesThem) {
    EngineUnderTest engine(
        "secrets-wrong", settings(secret("a wrong password of the CT user")), write_plan(folder_).string()
    );
    engine.start_switch();
    engine.start_worker();
    ASSERT_TRUE(engine.worker().wait_for_line("TSAPIPASSWORD", 20s * patience())) << engine.worker().output();
    engine.start_gateway();
    expect_clean(engine, "after the refusal");
    engine.stop_all();
}

TEST_F(SecretsInUse, CannotLeaveByACoreFile) {
    if (patience() > 1) GTEST_SKIP() << "processes under a sanitizer are not hardened: it looks at them";
    EngineUnderTest engine(
        "secrets-core", settings(secret("the CT user's password")), write_plan(folder_).string()
    );
    engine.start_all();
    for (auto* process : {&engine.gateway(), &engine.worker()}) {
        std::ifstream limits("/proc/" + std::to_string(process->pid()) + "/limits");
        std::string text(std::istreambuf_iterator<char>(limits), {});
        EXPECT_THAT(text, ::testing::ContainsRegex("Max core file size +0 +0 "));
        struct stat owner {};
        ASSERT_EQ(::stat(("/proc/" + std::to_string(process->pid()) + "/environ").c_str(), &owner), 0);
        EXPECT_EQ(owner.st_uid, 0U) << "not the process's user: nobody but root may look";
        process->signal(SIGABRT);
        process->wait_for_line("never printed: waits for the end", 20s * patience());
    }
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::current_path()))
        EXPECT_FALSE(
            entry.path().filename().string().starts_with("core.") || entry.path().filename() == "core"
        );
}

}  // namespace
}  // namespace ctiengine::tests
