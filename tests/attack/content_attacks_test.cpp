// Attacks by what is in a message.
#include "tests/attack/under_attack.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;

class ContentAttack : public UnderAttack {};

struct XmlAttack {
    const char* name;
    std::string xml;
};
std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int count = 0; count < times; ++count) all += text;
    return all;
}

/// Inside a request that would be answered well without the attack.
std::string status(const std::string& content) {
    return csta("RequestSystemStatus", content);
}

/// One row for each way in which XML has been turned against those who read it.
std::vector<XmlAttack> xml_attacks() {
    return {
        {"BillionLaughs", "<!DOCTYPE a [<!ENTITY b 'c'><!ENTITY d '&b;&b;&b;&b;'>]>" + status("&d;")},
        {"ExternalEntity", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>" + status("&b;")},
        {"PublicEntity", "<!DOCTYPE a PUBLIC 'x' 'http://127.0.0.1/x.dtd'>" + status("")},
        {"UnknownEntity", status("&foo;")},
        {"NestedDoctypes", repeated("<!DOCTYPE a [", 3000)},
        {"NestedElementDeclarations", repeated("<!ELEMENT a ", 3000)},
        {"DeepNesting", status(repeated("<a>", 5000) + repeated("</a>", 5000))},
        {"ManyElements", status(repeated("<a/>", 12000))},
        {"ManyAttributes", status([] {
             std::string element = "<a";
             for (int count = 0; count < 3000; ++count) element += " b" + std::to_string(count) + "='c'";
             return element + "/>";
         }())},
        {"LongAttribute", status("<a b='" + std::string(50'000, 'c') + "'/>")},
        {"DuplicateAttribute", status("<a b='1' b='2'/>")},
        {"TwoRoots", status("") + status("")},
        {"TextBeforeTheRoot", "hello" + status("")},
        {"TextBehindTheRoot", status("") + "hello"},
        {"LessThanInAnAttribute", status("<a b='<c'/>")},
        {"ReferenceToNul", status("<a>A&#0;B</a>")},
        {"ReferenceToAControl", status("<a>&#1;</a>")},
        {"ReferenceToASurrogate", status("<a>&#xD800;</a>")},
        {"ReferenceBeyondUnicode", status("<a>&#x7fffffff;</a>")},
        {"RawControl", status("<a>\x01</a>")},
        {"Utf16Declaration", "<?xml version='1.0' encoding='UTF-16'?>" + status("")},
        {"Latin1Declaration", "<?xml version='1.0' encoding='ISO-8859-1'?>" + status("")},
        {"Utf7Declaration", "<?xml version='1.0' encoding='UTF-7'?>" + status("")},
        {"ProcessingInstruction", "<?php exit ?>" + status("")},
    };
}

TEST_F(ContentAttack, EveryXmlAttackIsAnsweredAndHarmsNobody) {
    run([this] {
        Softphone attacker(port());
        attacker.log_in("4051", provider().proof_of("4051"));
        for (const auto& attack : xml_attacks()) {
            const auto answer = attacker.request(attack.xml);
            EXPECT_EQ(answer.root(), "CSTAErrorCode") << attack.name << ": " << answer.text;
            EXPECT_THAT(answer.text, Not(HasSubstr("root:"))) << attack.name;
        }
        EXPECT_EQ(attacker.request(status("")).root(), "RequestSystemStatusResponse");
    });
}

/// Some clients leave out the declaration of a prefix (csta-subset: Avaya's SessionLoginInfo), so an element
/// is known by its name. Without a log-in that opens nothing.
TEST_F(ContentAttack, APrefixWithoutNamespaceOpensNothing) {
    run([this] {
        const std::string call =
            "<no:MakeCall><no:callingDevice>4052</no:callingDevice>"
            "<no:calledDirectoryNumber>4053</no:calledDirectoryNumber></no:MakeCall>";
        Softphone attacker(port());
        EXPECT_EQ(attacker.request(call).root(), "CSTAErrorCode");
        attacker.log_in("4051", provider().proof_of("4051"));
        EXPECT_EQ(attacker.request(status("<no:such/>")).root(), "RequestSystemStatusResponse");
        EXPECT_EQ(attacker.request("<no:NoSuchService/>").root(), "CSTAErrorCode");
    });
}

TEST_F(ContentAttack, BrokenUtf8ClosesTheConnection) {
    run(
        [this] {
            for (const std::string bytes :
                 {"\xff\xfe", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82"}) {
                Softphone attacker(port());
                attacker.socket().send_text("0001" + status("<a>" + bytes + "</a>"));
                EXPECT_EQ(attacker.socket().wait_closed(5s * patience()), 1007);
            }
        },
        {"invalid_text"}
    );
}

/// Lines that begin like one of the gateway's own but were written by a client.
std::size_t forged_lines(const std::string& log) {
    std::istringstream lines(log);
    std::size_t forged = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("FORGED") || line.starts_with("2026-01-01")) ++forged;
        for (const unsigned char byte : line) {
            if (byte < 0x20 && byte != '\t') {
                ++forged;
                break;
            }
        }
    }
    return forged;
}

std::string audit_log() {
    std::ostringstream all;
    for (const auto& file :
         std::filesystem::recursive_directory_iterator(AttackedEngine::engine().folder() / "audit")) {
        if (file.is_regular_file()) all << std::ifstream(file.path()).rdbuf();
    }
    return all.str();
}

TEST_F(ContentAttack, NoClientWritesLinesOfTheLog) {
    run(
        [this] {
            const std::string forged =
                "x\n2026-01-01 00:00:00.000 info gateway all is well\r\nFORGED \x1b[2J";
            auto with_headers = options();
            with_headers.headers = {
                {"User-Agent", "x\x1b[31mFORGED\x7f"}, {"Origin", "https://x\x1b]0;FORGED\x07"}};
            with_headers.path = "/\x1b[2JFORGED";
            try {
                testing::WssClient client(with_headers);
                client.close();
            } catch (const std::runtime_error&) {  // refusing it is fine as well
            }
            Softphone attacker(port());
            std::string escaped;
            for (const char byte : forged) {
                escaped += byte == '\n'     ? "&#10;"
                           : byte == '\r'   ? "&#13;"
                           : byte == '\x1b' ? "?"
                                            : std::string(1, byte);
            }
            EXPECT_THROW(attacker.start_session(escaped), std::runtime_error) << "there is no such user";
            attacker.start_session("user4051", provider().proof_of("4051"));
            attacker.request(csta(
                "MonitorStart", "<monitorObject><deviceObject>" + escaped + "</deviceObject></monitorObject>"
            ));
            attacker.request("<" + std::string("Nonsense&#10;FORGED") + "/>");
            attacker.stop_session();
            EXPECT_EQ(forged_lines(log()), 0U) << log();
            EXPECT_EQ(forged_lines(audit_log()), 0U) << audit_log();
            EXPECT_NE(audit_log().find("\"log_in\""), std::string::npos) << "the attempt itself is on record";
        },
        {"log_in", "malformed_request"}
    );
}

TEST_F(ContentAttack, StrangeExtensionsAreNumbersOrNothing) {
    run([this] {
        Softphone attacker(port());
        attacker.log_in("4052", provider().proof_of("4052"));
        for (const std::string device :
             {"../../etc/passwd", "..%2f..%2fetc", "4001&#9;", "4001'; drop table x;--", "4001\"",
              "$(reboot)", "%s%s%s%n", "4001/../4002", "./4001", "C:\\4001",
              "\xe2\x80\xae"
              "4001"}) {
            const auto answer = attacker.request(csta(
                "MonitorStart", "<monitorObject><deviceObject>" + device + "</deviceObject></monitorObject>"
            ));
            if (answer.root() != "CSTAErrorCode") {  // white space around a number is the number
                EXPECT_EQ(device, "4001&#9;") << answer.text;
            }
        }
        const auto long_name = attacker.request(csta(
            "MonitorStart",
            "<monitorObject><deviceObject>" + std::string(5000, '4') + "</deviceObject></monitorObject>"
        ));
        EXPECT_EQ(long_name.root(), "CSTAErrorCode");
    });
}

}  // namespace
}  // namespace ctiengine::tests
