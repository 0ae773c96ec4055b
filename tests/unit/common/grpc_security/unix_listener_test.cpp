#include "common/grpc_security/unix_listener.hpp"

#include "tests/unit/common/grpc_security/test_folder.hpp"

#include <boost/asio/io_context.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fcntl.h>
#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ctiengine::grpc_security {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

constexpr uid_t kStranger = 65534;

class UnixListenerTest : public testing::Test {
  protected:
    std::shared_ptr<UnixListener> open(const std::vector<std::string>& users = {}) {
        auto opened = UnixListener::open(io.get_executor(), path, AllowedUsers(users));
        if (!opened) throw std::runtime_error(opened.error().detail);
        UnixListener::Handlers handlers;
        handlers.accepted = [this](Descriptor connection) { accepted.push_back(std::move(connection)); };
        handlers.turned_away = [this](const PeerProcess& who) { strangers.push_back(who); };
        (*opened)->start(std::move(handlers));
        return *opened;
    }
    void run_until(const std::function<bool()>& done) {
        auto end = std::chrono::steady_clock::now() + 5s;
        while (!done() && std::chrono::steady_clock::now() < end) {
            io.restart();
            io.run_one_for(10ms);
        }
    }

    /// Connects as another user and returns what read() then gives: 0 = closed, -1 = still open.
    static int connect_as_stranger(const std::string& path) {
        auto child = ::fork();
        if (child != 0) return child;
        auto address = unix_address(path);
        int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        if (::setgroups(0, nullptr) != 0 || ::setgid(kStranger) != 0 || ::setuid(kStranger) != 0) ::_exit(10);
        if (::connect(socket, reinterpret_cast<const sockaddr*>(&*address), sizeof *address) != 0)
            ::_exit(11);
        char byte = 0;
        ::_exit(::read(socket, &byte, 1) == 0 ? 0 : 12);
    }
    static int exit_status(pid_t child) {
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    /// So that the file's mode and folder let the stranger in, and only the check of his user is left.
    void let_everybody_reach() const {
        ASSERT_EQ(::chmod(folder.path.c_str(), 0711), 0);
        ASSERT_EQ(::chmod(path.c_str(), 0666), 0);
    }

    TestFolder folder;
    std::string path = (folder.path / "peer.sock").string();
    boost::asio::io_context io;
    std::vector<Descriptor> accepted;
    std::vector<PeerProcess> strangers;
};

TEST_F(UnixListenerTest, HandsOverAConnectionOfOurOwnUser) {
    auto listener = open();
    auto client = connect_to_peer(path, AllowedUsers({}));
    ASSERT_TRUE(client) << client.error().detail;
    run_until([&] { return !accepted.empty(); });
    ASSERT_EQ(accepted.size(), 1U);
    EXPECT_NE(::fcntl(accepted[0].get(), F_GETFL) & O_NONBLOCK, 0);
    EXPECT_NE(::fcntl(accepted[0].get(), F_GETFD) & FD_CLOEXEC, 0);
    EXPECT_EQ(::write(accepted[0].get(), "x", 1), 1);
    char byte = 0;
    EXPECT_EQ(::read(client->get(), &byte, 1), 1);
    EXPECT_TRUE(strangers.empty());
    listener->stop();
}

TEST_F(UnixListenerTest, TurnsAStrangerAway) {
    if (::geteuid() != 0) GTEST_SKIP() << "only root can become another user";
    auto listener = open();
    let_everybody_reach();
    auto child = connect_as_stranger(path);
    run_until([&] { return !strangers.empty(); });
    EXPECT_EQ(exit_status(child), 0) << "the connection was not closed";
    ASSERT_EQ(strangers.size(), 1U);
    EXPECT_EQ(strangers[0].user, kStranger);
    EXPECT_EQ(strangers[0].process, child);
    EXPECT_TRUE(accepted.empty());
    listener->stop();
}

TEST_F(UnixListenerTest, TakesAUserThatIsNamed) {
    if (::geteuid() != 0) GTEST_SKIP() << "only root can become another user";
    auto listener = open({"nobody"});
    let_everybody_reach();
    auto child = connect_as_stranger(path);
    run_until([&] { return !accepted.empty(); });
    EXPECT_EQ(accepted.size(), 1U);
    EXPECT_TRUE(strangers.empty());
    accepted.clear();
    EXPECT_EQ(exit_status(child), 0);
    listener->stop();
}

TEST_F(UnixListenerTest, HasAFileForOwnerAndGroupThatGoesWithIt) {
    auto listener = open();
    struct stat found {};
    ASSERT_EQ(::stat(path.c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777, 0660U);
    listener->stop();
    EXPECT_NE(::stat(path.c_str(), &found), 0);
    auto refused = connect_to_peer(path, AllowedUsers({}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::NotConnected);
}

TEST_F(UnixListenerTest, LeavesTheFileOfASuccessor) {
    auto first = open();
    ASSERT_EQ(::unlink(path.c_str()), 0);
    auto second = open();
    first->stop();
    EXPECT_TRUE(connect_to_peer(path, AllowedUsers({})));
    second->stop();
}

TEST_F(UnixListenerTest, ReplacesAFileThatNobodyListensOn) {
    {
        Descriptor dead(::socket(AF_UNIX, SOCK_STREAM, 0));
        auto address = unix_address(path);
        ASSERT_EQ(::bind(dead.get(), reinterpret_cast<const sockaddr*>(&*address), sizeof *address), 0);
    }
    auto listener = open();
    EXPECT_TRUE(connect_to_peer(path, AllowedUsers({})));
    listener->stop();
}

TEST_F(UnixListenerTest, DoesNotTakeTheFileOfALivingOne) {
    auto first = open();
    auto second = UnixListener::open(io.get_executor(), path, AllowedUsers({}));
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, Errc::Io);
    EXPECT_THAT(second.error().detail, HasSubstr("another process listens there"));
    EXPECT_TRUE(connect_to_peer(path, AllowedUsers({}))) << "the first one's file is gone";
    first->stop();
}

TEST_F(UnixListenerTest, StopsInTheMiddleOfAnything) {
    auto listener = open();
    auto waiting = connect_to_peer(path, AllowedUsers({}));
    listener->stop();
    listener->stop();
    io.restart();
    io.run_for(5s);
    EXPECT_TRUE(accepted.empty());
    EXPECT_TRUE(io.stopped()) << "work is left after stop()";
}

TEST(UnixAddress, HasALongestLength) {
    EXPECT_TRUE(unix_address(std::string(107, 'x')));
    EXPECT_FALSE(unix_address(std::string(108, 'x')));
    EXPECT_FALSE(unix_address(""));
}

/// A socket that a stranger made in our place.
TEST_F(UnixListenerTest, IsNotTrustedByAClientWhenAStrangerListens) {
    if (::geteuid() != 0) GTEST_SKIP() << "only root can become another user";
    ASSERT_EQ(::chown(folder.path.c_str(), kStranger, kStranger), 0);
    int ready[2], done[2];
    ASSERT_EQ(::pipe(ready) | ::pipe(done), 0);
    auto child = ::fork();
    if (child == 0) {
        ::close(done[1]);
        auto address = unix_address(path);
        int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        bool listening = ::setgid(kStranger) == 0 && ::setuid(kStranger) == 0 &&
                         ::bind(socket, reinterpret_cast<const sockaddr*>(&*address), sizeof *address) == 0 &&
                         ::listen(socket, 1) == 0;
        char byte = listening ? 'y' : 'n';
        ::_exit(::write(ready[1], &byte, 1) == 1 && ::read(done[0], &byte, 1) == 0 ? 0 : 1);
    }
    ::close(done[0]);
    char byte = 0;
    ASSERT_EQ(::read(ready[0], &byte, 1), 1);
    ASSERT_EQ(byte, 'y');
    auto refused = connect_to_peer(path, AllowedUsers({}));
    auto allowed = connect_to_peer(path, AllowedUsers({"nobody"}));
    ::close(done[1]);
    EXPECT_EQ(exit_status(child), 0);
    ::close(ready[0]);
    ::close(ready[1]);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::Refused);
    EXPECT_THAT(refused.error().detail, HasSubstr("user 65534"));
    EXPECT_TRUE(allowed);
}

}  // namespace
}  // namespace ctiengine::grpc_security
