#include "common/audit/audit_chain.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <openssl/evp.h>

#include <array>

namespace ctiengine::audit {
namespace {

using Json = nlohmann::ordered_json;

std::string rfc3339(std::chrono::system_clock::time_point when) {
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(when.time_since_epoch());
    const auto seconds = std::chrono::floor<std::chrono::seconds>(micros);
    return fmt::format(
        "{:%Y-%m-%dT%H:%M:%S}.{:06}Z", fmt::gmtime(static_cast<std::time_t>(seconds.count())),
        (micros - seconds).count()
    );
}

Error bad_line(std::string what) {
    return Error{Errc::InvalidValue, std::move(what)};
}

}  // namespace

std::string sha256(std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr);
    std::string hex;
    for (unsigned at = 0; at < size; ++at) hex += fmt::format("{:02x}", digest[at]);
    return hex;
}

std::string line_of(const AuditEntry& entry, const Link& before, std::chrono::system_clock::time_point when) {
    Json line;
    line["seq"] = before.seq + 1;
    line["time"] = rfc3339(when);
    line["event"] = entry.event;
    if (!entry.user.empty()) line["user"] = entry.user;
    if (!entry.session.empty()) line["session"] = entry.session;
    if (!entry.source.empty()) line["source"] = entry.source;
    if (!entry.fields.empty()) {
        auto& fields = line["fields"] = Json::object();
        for (const auto& [name, value] : entry.fields) fields[name] = value;
    }
    line["prev"] = before.hash;
    return line.dump(-1, ' ', true, Json::error_handler_t::replace);
}

Result<ReadLine> read_line(std::string_view line) {
    const auto json = Json::parse(line, nullptr, false);
    if (!json.is_object()) return bad_line("is no JSON object");
    const auto seq = json.find("seq");
    const auto prev = json.find("prev");
    const auto event = json.find("event");
    if (seq == json.end() || !seq->is_number_unsigned()) return bad_line("has no number");
    if (prev == json.end() || !prev->is_string()) return bad_line("does not name the line before it");
    if (event == json.end() || !event->is_string()) return bad_line("names no event");
    return ReadLine{
        {seq->get<std::uint64_t>(), sha256(line)}, prev->get<std::string>(), event->get<std::string>()};
}

}  // namespace ctiengine::audit
