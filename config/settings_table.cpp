#include "config/settings_table.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace ctiengine::config {
namespace {

constexpr auto kEngine = SettingsFileKind::Engine;
constexpr auto kLogger = SettingsFileKind::ClientLogger;
constexpr auto kText = SettingType::Text;
constexpr auto kInteger = SettingType::Integer;
constexpr auto kBytes = SettingType::Bytes;
constexpr auto kChoice = SettingType::Choice;
constexpr std::int64_t kMiB = 1024 * 1024;

// One row, one line, however long: this is the table the whole product reads.
// clang-format off
constexpr std::array kRows = {
    SettingRow{"PORT", kEngine, kInteger, "8090", 0, 65535, "", "", kGateway, false, "TCP port of the secure WebSocket; 0 lets the system choose (tests)", "R-088"},
    SettingRow{"LISTENADDRESS", kEngine, kText, "::", 1, 64, "", "", kGateway, false, "Address to listen on; :: takes IPv6 and IPv4", "ours"},
    SettingRow{"CERTIFICATE", kEngine, kText, "certificates/certificate.crt", 1, 4096, "", "", kGateway, false, "PEM file: the server certificate first, then its intermediates in order", "R-076, R-081"},
    SettingRow{"PRIVATEKEY", kEngine, kText, "certificates/private_key.pem", 1, 4096, "", "", kGateway, false, "PEM file: the unencrypted private key of CERTIFICATE", "R-074, R-076"},
    SettingRow{"CONNECTIONTIMEOUT", kEngine, kInteger, "60", 1, 1440, "", "min", kGateway, false, "A session whose client sent no message for this long is ended", "R-089..R-091"},
    SettingRow{"SESSIONDURATION", kEngine, kInteger, "3600", 30, 86400, "", "s", kGateway, false, "Longest session timer that is granted to a client", "ours, ECMA-354"},
    SettingRow{"MESSAGESIZE", kEngine, kBytes, "64K", 1024, kMiB, "", "bytes", kGateway, false, "Largest message a client may send; a longer one closes the connection with 1009", "ours"},
    SettingRow{"SENDQUEUE", kEngine, kInteger, "1000", 10, 100000, "", "messages", kGateway, false, "Messages that may wait for one slow client before it is closed with 1013", "ours"},
    SettingRow{"MAXCONNECTIONS", kEngine, kInteger, "12000", 1, 1000000, "", "", kGateway, false, "Connections at once on all ports; further ones are refused with HTTP 503, or just closed on ANNEXJPORT", "ours"},
    SettingRow{"ANNEXJ", kEngine, kChoice, "Off", 0, 0, "Off,TCP,TLS", "", kGateway, false, "Second port for programs written for Avaya's XML interface: Off, TCP in the clear, or TLS with CERTIFICATE", "ours, ECMA-323 annex J"},
    SettingRow{"ANNEXJPORT", kEngine, kInteger, "4722", 0, 65535, "", "", kGateway, false, "TCP port of ANNEXJ; 0 lets the system choose (tests)", "ours"},
    SettingRow{"REQUESTTIMEOUT", kEngine, kInteger, "10", 1, 120, "", "s", kGateway, false, "Longest wait for the switch's answer to one request", "ours"},
    SettingRow{"THREADS", kEngine, kInteger, "2", 1, 64, "", "", kGateway, false, "Threads that serve connections", "ours"},
    SettingRow{"SOFTPHONEDIRECTORY", kEngine, kText, "", 0, 4096, "", "", kGateway, false, "Folder served at /softphone/; empty serves nothing", "ours"},
    SettingRow{"WORKERADDRESS", kEngine, kText, "unix:/run/ctiengine/worker.sock", 1, 1024, "", "", kGateway | kWorker, false, "Where the worker listens for gateways: unix:PATH or HOST:PORT", "ours"},
    SettingRow{"TSAPIPRIMARYLINK", kEngine, kText, "", 0, 48, "", "", kWorker, false, "Primary TLink, e.g. AVAYA#CM1#CSTA#AESRV1; used whenever it is there at connect", "R-100"},
    SettingRow{"TSAPISECONDARYLINK", kEngine, kText, "", 0, 48, "", "", kWorker, false, "Secondary TLink, tried when the primary fails; empty = none", "R-101"},
    SettingRow{"TSAPIUSERNAME", kEngine, kText, "", 0, 48, "", "", kWorker, false, "CT user for AE Services", "R-102"},
    SettingRow{"TSAPIPASSWORD", kEngine, SettingType::Secret, "", 0, 1024, "", "", kWorker, false, "Password of the CT user; {plain}text is taken only with --dev", "R-103"},
    SettingRow{"TSAPILIBRARY", kEngine, kText, "/usr/lib/libcsta.so", 1, 4096, "", "", kWorker, false, "The vendor's TSAPI library", "ours"},
    SettingRow{"TSAPIPRIVATELIBRARY", kEngine, kText, "/usr/lib/libattpriv.so", 1, 4096, "", "", kWorker, false, "The vendor's private data library", "ours"},
    SettingRow{"ANIMASKING", kEngine, kChoice, "A", 0, 0, "A,B,C", "", kWorker, false, "How the switch takes the number a called party shall see: A old and no SIP trunks, B Communication Manager 6, C late 6 and 7; B and C are unproven", "R-105..R-107"},
    SettingRow{"ANILAYOUT", kEngine, kText, "", 0, 1024, "", "", kWorker, false, "In place of ANIMASKING: octets in hexadecimal and the places {ascii} {bcd} {count} {length} {presentation} {plan}, e.g. 2A 21 {ascii}; empty = none", "ours"},
    SettingRow{"TSAPIMAXREQUESTS", kEngine, kInteger, "100", 1, 10000, "", "", kWorker, false, "Requests to AE Services that may be unanswered at once", "ours"},
    SettingRow{"TSAPIREQUESTRATE", kEngine, kInteger, "200", 1, 10000, "", "1/s", kWorker, false, "Requests to AE Services in one second", "ours"},
    SettingRow{"TSAPIRECONNECT", kEngine, kInteger, "60", 1, 3600, "", "s", kWorker, false, "Longest pause between two attempts to open the link; the first comes after a second", "Q-20"},
    SettingRow{"MONITORLINGER", kEngine, kInteger, "30", 0, 3600, "", "s", kWorker, false, "A monitor nobody watches any more is kept for this long", "ours"},
    SettingRow{"AGENTPOLL", kEngine, kInteger, "30", 1, 3600, "", "s", kWorker, false, "Pause between two looks at the state of one agent", "ours"},
    SettingRow{"JOURNALSIZE", kEngine, kBytes, "64M", 64 * 1024, 4096 * kMiB, "", "bytes", kWorker, false, "Events kept for gateways that come back: at most this much", "ours"},
    SettingRow{"JOURNALAGE", kEngine, kInteger, "10", 1, 1440, "", "min", kWorker, false, "Events kept for gateways that come back: at most this old", "ours"},
    SettingRow{"LOGSEVERITY", kEngine, kChoice, "Low", 0, 0, "Low,High", "", kGateway | kWorker, false, "Low for normal work, High for diagnosis", "R-108"},
    SettingRow{"LOGDIRECTORY", kEngine, kText, "", 0, 4096, "", "", kGateway | kWorker, false, "Folder of the log files; empty writes to standard error only", "R-147"},
    SettingRow{"LOGSIZE", kEngine, kBytes, "10M", 64 * 1024, 4096 * kMiB, "", "bytes", kGateway | kWorker, false, "A log file that reaches this size is followed by the next one", "R-109"},
    SettingRow{"LOGRETENTION", kEngine, kInteger, "30", 1, 3650, "", "days", kGateway | kWorker, false, "Log files older than this are removed", "R-110"},
    SettingRow{"PORT", kLogger, kInteger, "9090", 0, 65535, "", "", kClientLogger, false, "TCP port of the secure WebSocket", "R-125"},
    SettingRow{"CONNECTIONTIMEOUT", kLogger, kInteger, "60", 1, 1440, "", "min", kClientLogger, false, "A session whose client sent no message for this long is ended", "R-126"},
    SettingRow{"LOGSIZE", kLogger, kBytes, "10M", 64 * 1024, 4096 * kMiB, "", "bytes", kClientLogger, false, "A log file that reaches this size is followed by the next one", "R-128"},
    SettingRow{"LOGRETENTION", kLogger, kInteger, "30", 1, 3650, "", "days", kClientLogger, false, "Log files older than this are removed", "R-128"},
};
// clang-format on

bool same_tag(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
        return std::toupper(x) == std::toupper(y);
    });
}

}  // namespace

std::span<const SettingRow> settings_table() {
    return kRows;
}

const SettingRow* find_setting(SettingsFileKind file, std::string_view tag) {
    for (const auto& row : kRows) {
        if (row.file == file && same_tag(row.tag, tag)) return &row;
    }
    return nullptr;
}

}  // namespace ctiengine::config
