// Who gets a session: users of a file and users with tokens, against the real gateway. No switch is needed.
#include "common/password_hash/password_hash.hpp"
#include "tests/fakes/signing_keys/signing_keys.hpp"
#include "tests/integration/harness/engine_under_test.hpp"
#include "tests/integration/harness/softphone.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fcntl.h>
#include <unistd.h>

#include <chrono>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using ::testing::HasSubstr;

using Settings = std::map<std::string, std::string>;

void write_private(const std::filesystem::path& file, const std::string& text) {
    const auto next = file.string() + ".next";
    const int fd = ::open(next.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
    ASSERT_EQ(::write(fd, text.data(), text.size()), static_cast<ssize_t>(text.size()));
    ::close(fd);
    std::filesystem::rename(next, file);
}

std::string users_file(const std::string& user, const std::string& password) {
    return json{{"users", {{user, {{"passwordHash", password_hash::make(password).value()}}}}}}.dump();
}

/// What a new connection hears to this applicationSpecificInfo.
Received start(const EngineUnderTest& engine, const std::string& specific) {
    Softphone phone(engine.port());
    return phone.request(
        std::string("<StartApplicationSession xmlns=\"") + kSession +
        "\"><applicationInfo><applicationID>test</applicationID><applicationSpecificInfo>" + specific +
        "</applicationSpecificInfo></applicationInfo><requestedProtocolVersions><protocolVersion>" + kCsta +
        "</protocolVersion></requestedProtocolVersions><requestedSessionDuration>600"
        "</requestedSessionDuration></StartApplicationSession>"
    );
}
std::string by_password(const std::string& user, const std::string& password) {
    return "<SessionLoginInfo xmlns=\"http://www.avaya.com/csta\"><userName>" + user +
           "</userName><password>" + password + "</password></SessionLoginInfo>";
}
std::string by_token(const std::string& token) {
    return "<Token xmlns=\"urn:ctiengine:1\">" + token + "</Token>";
}

constexpr char kYes[] = "StartApplicationSessionPosResponse";
constexpr char kNo[] = "StartApplicationSessionNegResponse";

TEST(LogIn, IsForUsersOfTheFileWithTheirPasswords) {
    EngineUnderTest engine("users", Settings{{"AUTHENTICATION", "users"}});
    write_private(engine.folder() / "users.json", users_file("ann", "right"));
    engine.start_gateway();
    EXPECT_EQ(start(engine, by_password("ann", "right")).root(), kYes);
    const auto wrong = start(engine, by_password("ann", "wrong"));
    const auto unknown = start(engine, by_password("zoe", "right"));
    EXPECT_EQ(wrong.root(), kNo);
    EXPECT_EQ(wrong.text, unknown.text) << "a client does not learn which names exist";
    EXPECT_EQ(start(engine, by_password("ann", "")).root(), kNo);

    write_private(engine.folder() / "users.json", users_file("ben", "new"));
    const auto end = std::chrono::steady_clock::now() + 10s * patience();
    while (start(engine, by_password("ben", "new")).root() != kYes) {
        ASSERT_LT(std::chrono::steady_clock::now(), end) << "the new file is not seen";
    }
    EXPECT_EQ(start(engine, by_password("ann", "right")).root(), kNo) << "she is gone from the file";
    engine.stop_all();
}

TEST(LogIn, IsForUsersWithATokenOfTheProvider) {
    EngineUnderTest engine(
        "tokens",
        Settings{
            {"AUTHENTICATION", "token"},
            {"TOKENKEYS", "keys.json"},
            {"TOKENISSUER", "https://id.test"},
            {"TOKENAUDIENCE", "ctiengine"}}
    );
    const auto key = testing::SigningKey::elliptic();
    write_private(engine.folder() / "keys.json", testing::key_set({key.jwk("1")}));
    engine.start_gateway();
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    json claims{{"iss", "https://id.test"}, {"aud", "ctiengine"}, {"sub", "ann"}, {"exp", now + 600}};
    const json header{{"alg", "ES256"}, {"kid", "1"}};
    const auto good = key.token(header, claims.dump());
    EXPECT_EQ(start(engine, by_token(good)).root(), kYes);
    EXPECT_EQ(start(engine, by_password("ann", "") + by_token(good)).root(), kYes);
    EXPECT_EQ(start(engine, by_password("ben", "") + by_token(good)).root(), kNo);
    EXPECT_EQ(
        start(engine, by_token(testing::SigningKey::elliptic().token(header, claims.dump()))).root(), kNo
    );
    EXPECT_EQ(start(engine, by_password("ann", "x")).root(), kNo);
    EXPECT_THAT(start(engine, "").text, HasSubstr("userName is missing"));
    claims["exp"] = now - 600;
    EXPECT_EQ(start(engine, by_token(key.token(header, claims.dump()))).root(), kNo);
    engine.stop_all();
}

TEST(LogIn, IsNotPossibleWithoutTheFileOfUsers) {
    EngineUnderTest engine("no-users", Settings{{"AUTHENTICATION", "users"}});
    try {
        engine.start_gateway();
        FAIL() << "the gateway started";
    } catch (const std::runtime_error& refused) {
        EXPECT_THAT(refused.what(), HasSubstr("USERSFILE: "));
        EXPECT_THAT(refused.what(), HasSubstr("ctiengine-admin users add"));
    }
    EXPECT_EQ(engine.gateway().stop(), 3);
}

}  // namespace
}  // namespace ctiengine::tests
