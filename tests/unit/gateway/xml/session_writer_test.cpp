#include "gateway/xml/session_writer.hpp"

#include "tests/fakes/schema_validator/schema_validator.hpp"

#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

using namespace std::chrono_literals;
using ctiengine::test::validate;

const std::string kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
const std::string kSession = " xmlns=\"http://www.ecma-international.org/standards/ecma-354/appl_session\"";

void expect_valid(const std::string& text) {
    EXPECT_EQ(validate(text), std::nullopt) << text;
}

TEST(SessionWriter, StartsASession) {
    const auto text = write_session_started({"5F21C0", "http://x/ed3/priv5", 180s, std::nullopt});
    EXPECT_EQ(
        text,
        kHead + "<StartApplicationSessionPosResponse" + kSession +
            "><sessionID>5F21C0</sessionID><actualProtocolVersion>http://x/ed3/priv5</actualProtocolVersion>"
            "<actualSessionDuration>180</actualSessionDuration></StartApplicationSessionPosResponse>"
    );
    expect_valid(text);
}

TEST(SessionWriter, TellsHowAClientResumes) {
    for (const auto& [outcome, word] :
         {std::pair(ResumeOutcome::NothingMissed, "nothingMissed"),
          std::pair(ResumeOutcome::Replayed, "replayed"), std::pair(ResumeOutcome::Snapshot, "snapshot")}) {
        const auto text = write_session_started({"1", "v", 30s, ResumeReport{outcome, {7, 1234}}});
        expect_valid(text);
        EXPECT_NE(
            text.find(
                std::string("<extensions><EventResume xmlns=\"urn:ctiengine:1\"><outcome>") + word +
                "</outcome><epoch>7</epoch><seq>1234</seq></EventResume></extensions>"
            ),
            std::string::npos
        ) << text;
    }
}

TEST(SessionWriter, RefusesWithTheWordsOfTheStandardAndASentence) {
    for (auto why :
         {StartRefusal::InvalidApplicationInfo, StartRefusal::RequestedProtocolVersionNotSupported,
          StartRefusal::ServerResourcesBusy, StartRefusal::MaxNumberSessions}) {
        expect_valid(write_session_not_started(why, ""));
        expect_valid(write_session_not_started(why, "a <reason> & more"));
    }
    EXPECT_EQ(
        write_session_not_started(StartRefusal::InvalidApplicationInfo, "no"),
        kHead + "<StartApplicationSessionNegResponse" + kSession +
            "><errorCode><definedError>invalidApplicationInfo</definedError></errorCode><extensions>"
            "<Detail xmlns=\"urn:ctiengine:1\">no</Detail></extensions></StartApplicationSessionNegResponse>"
    );
    for (auto why : {ResetRefusal::InvalidSessionId, ResetRefusal::ServerCannotResetSessionTimer}) {
        expect_valid(write_timer_not_reset(why, "why"));
    }
    expect_valid(write_session_not_stopped("why"));
}

TEST(SessionWriter, StopsAndResets) {
    expect_valid(write_session_stopped());
    const auto text = write_timer_reset(3600s);
    expect_valid(text);
    EXPECT_NE(text.find("<actualSessionDuration>3600</actualSessionDuration>"), std::string::npos);
}

TEST(SessionWriter, TellsWhyItTerminates) {
    const auto expired = write_session_terminated("1", Termination::SessionTimerExpired);
    expect_valid(expired);
    EXPECT_NE(expired.find("<definedTermReason>sessionTimerExpired</definedTermReason>"), std::string::npos);
    expect_valid(write_session_terminated("1", Termination::ResourceLimitation));
    const auto own = write_session_terminated("1", "no activity for 60 minutes");
    expect_valid(own);
    EXPECT_NE(own.find("<serverTermReason>no activity"), std::string::npos);
}

}  // namespace
}  // namespace ctiengine::gateway
