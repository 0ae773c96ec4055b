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
constexpr auto kYesNo = SettingType::YesNo;
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
    SettingRow{"MESSAGESIZE", kEngine, kBytes, "256K", 1024, kMiB, "", "bytes", kGateway, false, "Largest message a client may send; a longer one closes the connection with 1009", "ours"},
    SettingRow{"FRAMESIZE", kEngine, kBytes, "64K", 1024, kMiB, "", "bytes", kGateway, false, "Largest WebSocket frame a client may send; a longer one closes the connection with 1009", "ours"},
    SettingRow{"HEADERSIZE", kEngine, kBytes, "16K", 1024, 64 * 1024, "", "bytes", kGateway, false, "Largest HTTP header block; a longer one is answered with 431", "ours"},
    SettingRow{"HEADERCOUNT", kEngine, kInteger, "64", 8, 1000, "", "", kGateway, false, "HTTP headers of one request; more are answered with 431", "ours"},
    SettingRow{"HANDSHAKETIMEOUT", kEngine, kInteger, "5", 1, 60, "", "s", kGateway, false, "A client that has not finished its TLS handshake by then is cut", "ours"},
    SettingRow{"UPGRADETIMEOUT", kEngine, kInteger, "5", 1, 60, "", "s", kGateway, false, "A client that has not sent its HTTP request by then is cut", "ours"},
    SettingRow{"LOGINTIMEOUT", kEngine, kInteger, "10", 1, 3600, "", "s", kGateway, false, "A connection that has started no session by then is closed with 1008", "ours"},
    SettingRow{"PINGINTERVAL", kEngine, kInteger, "25", 1, 3600, "", "s", kGateway, false, "A silent client is asked for a sign of life after this time", "ours"},
    SettingRow{"PONGTIMEOUT", kEngine, kInteger, "10", 1, 600, "", "s", kGateway, false, "A client that gives no sign of life for this long after the question is cut", "ours"},
    SettingRow{"SENDQUEUE", kEngine, kInteger, "1000", 10, 100000, "", "messages", kGateway, false, "Messages that may wait for one slow client before it is closed with 1013", "ours"},
    SettingRow{"SENDQUEUESIZE", kEngine, kBytes, "1M", 64 * 1024, 64 * kMiB, "", "bytes", kGateway, false, "Bytes that may wait for one slow client before it is closed with 1013", "ours"},
    SettingRow{"REQUESTRATE", kEngine, kInteger, "20", 1, 100000, "", "1/s", kGateway, false, "Requests of one session in a second, in the long run; more are refused, and a client that goes on is closed with 1013", "ours"},
    SettingRow{"REQUESTBURST", kEngine, kInteger, "40", 1, 100000, "", "", kGateway, false, "Requests a session may send at once before REQUESTRATE counts", "ours"},
    SettingRow{"LOGINSPERUSER", kEngine, kInteger, "5", 1, 100000, "", "1/min", kGateway, false, "Log-ins for one user or extension in a minute; more are refused with 429 or 1013", "ours"},
    SettingRow{"LOGINSPERSOURCE", kEngine, kInteger, "30", 1, 1000000, "", "1/min", kGateway, false, "Log-ins from one address in a minute; more are refused with 429 or 1013", "ours"},
    SettingRow{"MAXUNAUTHENTICATED", kEngine, kInteger, "200", 1, 1000000, "", "", kGateway, false, "Connections without a session at once; further ones are refused with 503", "ours"},
    SettingRow{"MAXUNAUTHENTICATEDPERSOURCE", kEngine, kInteger, "20", 1, 1000000, "", "", kGateway, false, "Connections without a session from one address at once; further ones are refused with 429", "ours"},
    SettingRow{"MAXPERSOURCE", kEngine, kInteger, "1", 0, 1000000, "", "", kGateway, false, "Connections from one address; a further one replaces a dead one or is refused with 409; 0 = no limit", "R-097"},
    SettingRow{"LOADBALANCER", kEngine, kText, "", 0, 4096, "", "", kGateway, false, "Addresses and networks of load balancers, comma separated (192.0.2.7, 2001:db8::/64): exempt from MAXPERSOURCE, and believed in what they say of their clients", "R-097..R-099"},
    SettingRow{"LIMITBEHINDLB", kEngine, kYesNo, "n", 0, 0, "", "", kGateway, false, "y: MAXPERSOURCE counts the clients behind a load balancer by the address it reports", "ours"},
    SettingRow{"PROXYPROTOCOL", kEngine, kYesNo, "n", 0, 0, "", "", kGateway, false, "y: load balancers of LOADBALANCER begin each connection with a PROXY protocol header, version 1 or 2; nobody else may", "ours"},
    SettingRow{"ORIGINS", kEngine, kText, "", 0, 8192, "", "", kGateway, false, "Web origins whose pages may connect, comma separated (https://desk.company.test); empty = the names of the certificate on ports 443, PORT and 9090", "ours"},
    SettingRow{"ALLOWMISSINGORIGIN", kEngine, kYesNo, "n", 0, 0, "", "", kGateway, false, "y: programs that send no Origin may connect without a token or client certificate", "ours"},
    SettingRow{"AUTHENTICATION", kEngine, kText, "users", 1, 64, "", "", kGateway, false, "How users are recognised, comma separated, tried in this order: users (USERSFILE), token (TOKENKEYS), certificate (CLIENTCA); or trusted alone: nobody is checked", "ours"},
    SettingRow{"USERSFILE", kEngine, kText, "users.json", 1, 4096, "", "", kGateway, false, "Users with their password hashes, extensions, agent IDs and roles", "ours"},
    SettingRow{"TOKENKEYS", kEngine, kText, "", 0, 4096, "", "", kGateway, false, "JSON Web Key Set that signs the users' tokens: a file, or an https address", "ours"},
    SettingRow{"TOKENKEYSCA", kEngine, kText, "", 0, 4096, "", "", kGateway, false, "PEM file with the authority of the server of TOKENKEYS; empty = those of the host", "ours"},
    SettingRow{"TOKENISSUER", kEngine, kText, "", 0, 1024, "", "", kGateway, false, "The iss claim that a token must have", "ours"},
    SettingRow{"TOKENAUDIENCE", kEngine, kText, "", 0, 1024, "", "", kGateway, false, "The aud claim that a token must have", "ours"},
    SettingRow{"TOKENALGORITHMS", kEngine, kText, "RS256,PS256,ES256,EdDSA", 1, 64, "", "", kGateway, false, "Signature algorithms that are accepted in a token", "ours"},
    SettingRow{"TOKENUSERCLAIM", kEngine, kText, "sub", 1, 128, "", "", kGateway, false, "Claim that names the user", "ours"},
    SettingRow{"TOKENEXTENSIONCLAIM", kEngine, kText, "extension", 1, 128, "", "", kGateway, false, "Claim with the user's extension or a list of them", "ours"},
    SettingRow{"TOKENAGENTCLAIM", kEngine, kText, "agent_id", 1, 128, "", "", kGateway, false, "Claim with the user's agent ID or a list of them", "ours"},
    SettingRow{"TOKENROLECLAIM", kEngine, kText, "role", 1, 128, "", "", kGateway, false, "Claim with the user's role: agent, supervisor or admin; absent = agent", "ours"},
    SettingRow{"CLIENTCA", kEngine, kText, "", 0, 4096, "", "", kGateway, false, "PEM file with the authority of client certificates; empty = none is asked for", "ours"},
    SettingRow{"TLSCIPHERS", kEngine, kText, "", 0, 1024, "", "", kGateway, false, "OpenSSL names of the TLS 1.2 ciphers, or PROFILE=SYSTEM; empty = the list in docs/ops/security.md", "ours"},
    SettingRow{"SESSIONTICKETS", kEngine, kYesNo, "y", 0, 0, "", "", kGateway, false, "y: clients may resume a TLS session for up to 12 hours, with keys that are in memory only and change as often; an older ticket means a whole handshake", "ours"},
    SettingRow{"LOGOUTONTIMEOUT", kEngine, kYesNo, "n", 0, 0, "", "", kGateway, false, "y: at CONNECTIONTIMEOUT the engine tries to log the user's agent out of the ACD", "R-093..R-096"},
    SettingRow{"AUDITDIRECTORY", kEngine, kText, "log", 0, 4096, "", "", kGateway, false, "Folder of the audit log; empty writes none", "ours"},
    SettingRow{"AUDITRETENTION", kEngine, kInteger, "365", 1, 36500, "", "days", kGateway | kLicenseService, false, "Audit logs older than this are removed", "ours"},
    SettingRow{"METRICSADDRESS", kEngine, kText, "", 0, 128, "", "", kGateway, false, "HOST:PORT where Prometheus may read counters, e.g. 127.0.0.1:9464; empty = nowhere", "ours"},
    SettingRow{"MAXCONNECTIONS", kEngine, kInteger, "12000", 1, 1000000, "", "", kGateway, false, "Connections at once on all ports; further ones are refused with HTTP 503, or just closed on ANNEXJPORT", "ours"},
    SettingRow{"ANNEXJ", kEngine, kChoice, "Off", 0, 0, "Off,TCP,TLS", "", kGateway, false, "Second port for programs written for Avaya's XML interface: Off, TCP in the clear, or TLS with CERTIFICATE", "ours, ECMA-323 annex J"},
    SettingRow{"ANNEXJPORT", kEngine, kInteger, "4722", 0, 65535, "", "", kGateway, false, "TCP port of ANNEXJ; 0 lets the system choose (tests)", "ours"},
    SettingRow{"REQUESTTIMEOUT", kEngine, kInteger, "10", 1, 120, "", "s", kGateway, false, "Longest wait for the switch's answer to one request", "ours"},
    SettingRow{"THREADS", kEngine, kInteger, "2", 1, 64, "", "", kGateway, false, "Threads that serve connections", "ours"},
    SettingRow{"SOFTPHONEDIRECTORY", kEngine, kText, "", 0, 4096, "", "", kGateway, false, "Folder served at /softphone/; empty serves nothing", "ours"},
    SettingRow{"WORKERADDRESS", kEngine, kText, "unix:/run/ctiengine/worker.sock", 1, 1024, "", "", kGateway | kWorker, false, "Where the worker listens for gateways: unix:PATH or HOST:PORT", "ours"},
    SettingRow{"PEERCERTIFICATE", kEngine, kText, "", 0, 4096, "", "", kGateway | kWorker | kLicenseService, false, "PEM file with this process's certificate for addresses of HOST:PORT; its subjectAltName tells its role, e.g. spiffe://ctiengine/gateway", "ours"},
    SettingRow{"PEERPRIVATEKEY", kEngine, kText, "", 0, 4096, "", "", kGateway | kWorker | kLicenseService, false, "PEM file with the unencrypted private key of PEERCERTIFICATE", "ours"},
    SettingRow{"PEERCA", kEngine, kText, "", 0, 4096, "", "", kGateway | kWorker | kLicenseService, false, "PEM file with the authority that signed the certificates of all processes", "ours"},
    SettingRow{"PEERUSERS", kEngine, kText, "avaya", 0, 1024, "", "", kGateway | kWorker | kLicenseService, false, "Users of this host, comma separated, whose processes may connect by Unix socket; root and the process's own user always may", "ours"},
    SettingRow{"TSAPIPRIMARYLINK", kEngine, kText, "", 0, 48, "", "", kWorker, false, "Primary TLink, e.g. AVAYA#CM1#CSTA#AESRV1; used whenever it is there at connect", "R-100"},
    SettingRow{"TSAPISECONDARYLINK", kEngine, kText, "", 0, 48, "", "", kWorker, false, "Secondary TLink, tried when the primary fails; empty = none", "R-101"},
    SettingRow{"TSAPIUSERNAME", kEngine, kText, "", 0, 48, "", "", kWorker, false, "CT user for AE Services", "R-102"},
    SettingRow{"TSAPIPASSWORD", kEngine, SettingType::Secret, "", 0, 1024, "", "", kWorker, false, "Password of the CT user; {plain}text is taken only with --dev", "R-103"},
    SettingRow{"TSAPIPASSWORDFILE", kEngine, kText, "", 0, 4096, "", "", kWorker, false, "File that holds the password of the CT user in place of TSAPIPASSWORD; readable by the service's user only", "ours"},
    SettingRow{"KEYRING", kEngine, kText, "keys/secrets.keyring", 1, 4096, "", "", kWorker, false, "Keys of the encrypted settings; made by aes-encryption", "ours"},
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
    SettingRow{"GATEWAYNAME", kEngine, kText, "", 0, 128, "", "", kGateway, false, "Name of this gateway, unlike that of any other: license-svc knows by it whose seats are free after a restart; empty = host name and PORT", "ours"},
    SettingRow{"LICENSEADDRESS", kEngine, kText, "unix:/run/ctiengine/license.sock", 1, 1024, "", "", kGateway | kLicenseService, false, "Where license-svc listens for gateways: unix:PATH or HOST:PORT", "ours"},
    SettingRow{"SEATLINGER", kEngine, kInteger, "15", 0, 60, "", "s", kGateway, false, "A user whose connection was lost keeps his seat for this long", "ours"},
    SettingRow{"PRIMARYCTI", kEngine, kYesNo, "y", 0, 0, "", "", kLicenseService, false, "y: this is the primary server and USERS count; n: a stand-by, HA_USERS count", "R-113"},
    SettingRow{"USERS", kEngine, kInteger, "0", 0, 100000, "", "", kLicenseService, false, "Concurrent users to take from the licence; 0 on a stand-by", "R-114..R-116"},
    SettingRow{"HA_USERS", kEngine, kInteger, "0", 0, 100000, "", "", kLicenseService, false, "Concurrent users to take from the licence on a stand-by; 0 on a primary server", "R-117, R-118"},
    SettingRow{"WEBLMURL", kEngine, kText, "", 0, 4096, "", "", kLicenseService, false, "WebLM server, e.g. https://weblm.company.test:52233/WebLM/LicenseServer; several, comma separated, are tried in order; not asked while there is a licence file", "R-039, R-111"},
    SettingRow{"WEBLMCA", kEngine, kText, "", 0, 4096, "", "", kLicenseService, false, "PEM file with the authority of the WebLM server; empty = those of the host", "ours"},
    SettingRow{"WEBLMPIN", kEngine, kText, "", 0, 128, "", "", kLicenseService, false, "sha256//BASE64 of the WebLM server's public key; empty = any that WEBLMCA vouches for", "ours"},
    SettingRow{"WEBLMUSERSKEYWORD", kEngine, kText, "VALUE_AESO_OPEN_USERS", 1, 64, "", "", kLicenseService, false, "Licence keyword of the base users", "Q-5"},
    SettingRow{"WEBLMPROVIDER", kEngine, kChoice, "xml", 0, 0, "xml,adapter", "", kLicenseService, false, "xml: WEBLMURL is asked; adapter: a process of the site at WEBLMADAPTER asks", "ours"},
    SettingRow{"WEBLMADAPTER", kEngine, kText, "unix:/run/ctiengine/weblm-adapter.sock", 1, 1024, "", "", kLicenseService, false, "Where the adapter listens: unix:PATH", "ours"},
    SettingRow{"LICENSEFILE", kEngine, kText, "ctienginelicense", 1, 4096, "", "", kLicenseService, false, "Licence file; while it is there it alone counts, good or bad", "R-038..R-044"},
    SettingRow{"LICENSEPUBLICKEY", kEngine, kText, "certificates/license_public_key.pem", 1, 4096, "", "", kLicenseService, false, "PEM file with the supplier's public key, by which LICENSEFILE is verified", "R-045"},
    SettingRow{"LICENSEMACINTERFACE", kEngine, kText, "", 0, 15, "", "", kLicenseService, false, "Network interface whose MAC address a licence file names; empty = that of the default route", "R-041"},
    SettingRow{"LICENSESTATE", kEngine, kText, "state/license.db", 1, 4096, "", "", kLicenseService, false, "File that keeps seats and the grace period; its folder belongs to license-svc alone", "ours"},
    SettingRow{"LICENSEAUDITDIRECTORY", kEngine, kText, "log/license", 0, 4096, "", "", kLicenseService, false, "Folder of the audit log of license-svc, another one than AUDITDIRECTORY; empty writes none", "ours"},
    SettingRow{"LICENSEMETRICSADDRESS", kEngine, kText, "", 0, 128, "", "", kLicenseService, false, "HOST:PORT where Prometheus may read the counters of license-svc; empty = nowhere", "ours"},
    SettingRow{"LOGSEVERITY", kEngine, kChoice, "Low", 0, 0, "Low,High", "", kGateway | kWorker | kLicenseService, false, "Low for normal work, High for diagnosis", "R-108"},
    SettingRow{"LOGDIRECTORY", kEngine, kText, "", 0, 4096, "", "", kGateway | kWorker | kLicenseService, false, "Folder of the log files; empty writes to standard error only", "R-147"},
    SettingRow{"LOGSIZE", kEngine, kBytes, "10M", 64 * 1024, 4096 * kMiB, "", "bytes", kGateway | kWorker | kLicenseService, false, "A log file that reaches this size is followed by the next one", "R-109"},
    SettingRow{"LOGRETENTION", kEngine, kInteger, "30", 1, 3650, "", "days", kGateway | kWorker | kLicenseService, false, "Log files older than this are removed", "R-110"},
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
