#include "simulator/weblm/control/control_commands.hpp"

#include "common/weblm_messages/date_text.hpp"
#include "simulator/weblm/control/test_certificate.hpp"
#include "simulator/weblm/http/form.hpp"
#include "simulator/weblm/licence/licence_xml.hpp"

#include <array>
#include <charconv>

namespace ctiengine::weblm_sim {
namespace {

constexpr std::int64_t kHundredYears = 3155760000;

Error wrong(const std::string& what) {
    return Error{Errc::InvalidValue, what};
}

/// A whole number of a field; `fallback` when it is not there.
Result<std::int64_t> number(
    const CommandInput& input,
    const std::string& name,
    std::int64_t least,
    std::int64_t most,
    std::optional<std::int64_t> fallback = std::nullopt
) {
    const auto text = field(input.fields, name);
    if (text.empty() && fallback) return *fallback;
    std::int64_t value = 0;
    const auto* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec == std::errc() && read.ptr == end && value >= least && value <= most) return value;
    return wrong(
        name + " is to be a whole number from " + std::to_string(least) + " to " + std::to_string(most)
    );
}

std::chrono::milliseconds usual_delay(FaultKind kind) {
    if (kind == FaultKind::Late) return std::chrono::milliseconds(12000);  // clients wait for ten seconds
    if (kind == FaultKind::Drip) return std::chrono::milliseconds(200);
    return std::chrono::milliseconds(0);
}

}  // namespace

struct ControlCommands::Row {
    std::string_view name;
    Command command;
};

const ControlCommands::Row* ControlCommands::find(std::string_view name) {
    static constexpr std::array<Row, 12> kRows{{
        {"clock", &ControlCommands::turn_clock},
        {"fault", &ControlCommands::set_fault},
        {"clear", &ControlCommands::clear_faults},
        {"deny", &ControlCommands::deny},
        {"capacity", &ControlCommands::set_capacity},
        {"used", &ControlCommands::set_used},
        {"licence/install", &ControlCommands::install_licence},
        {"licence/remove", &ControlCommands::remove_licence},
        {"licence/expire", &ControlCommands::expire_licence},
        {"certificate", &ControlCommands::swap_certificate},
        {"forget", &ControlCommands::forget},
        {"reset", &ControlCommands::reset},
    }};
    for (const auto& row : kRows) {
        if (row.name == name) return &row;
    }
    return nullptr;
}

Result<void> ControlCommands::run(std::string_view name, const CommandInput& input) {
    const auto* const row = find(name);
    if (row) return (this->*row->command)(input);
    return Error{
        Errc::UnknownService,
        "no such command; there are clock, fault, clear, deny, capacity, used, licence/install, "
        "licence/remove, licence/expire, certificate, forget and reset"};
}

Result<void> ControlCommands::turn_clock(const CommandInput& input) {
    // In all: the host's clocks count nanoseconds and end in the year 2262.
    const auto seconds = number(input, "advance", 0, kHundredYears - parts_.clock.turned().count());
    if (!seconds) return seconds.error();
    parts_.clock.advance(std::chrono::seconds(*seconds));
    return {};
}

Result<void> ControlCommands::set_fault(const CommandInput& input) {
    const auto name = field(input.fields, "kind");
    if (name == "refuse") {
        port_wanted_ = false;
        return {};
    }
    if (name == "skew") {
        const auto seconds = number(input, "seconds", -kHundredYears, kHundredYears);
        if (!seconds) return seconds.error();
        parts_.faults.set_skew(std::chrono::seconds(*seconds));
        return {};
    }
    const auto kind = fault_kind_from(name);
    if (!kind) {
        return wrong(
            "kind is to be refuse, hang, reset, 503, code, drip, malformed, oversized, truncated, duplicate, "
            "late, "
            "stale or skew"
        );
    }
    const auto times = number(input, "times", 0, 1000000, 0);
    const auto delay = number(input, "ms", 0, 600000, usual_delay(*kind).count());
    if (!times) return times.error();
    if (!delay) return delay.error();
    Fault fault;
    fault.kind = *kind;
    fault.times = static_cast<unsigned>(*times);
    fault.delay = std::chrono::milliseconds(*delay);
    if (*kind == FaultKind::Code) {
        const auto code = weblm::result_code_from(field(input.fields, "code"));
        if (!code) return wrong("code is to be a result code of the protocol, e.g. BUSY");
        fault.code = *code;
    }
    parts_.faults.set(fault);
    return {};
}

Result<void> ControlCommands::clear_faults(const CommandInput&) {
    parts_.faults.clear();
    parts_.server.clear_denials();
    parts_.certificate.replace(parts_.first_certificate);
    port_wanted_ = true;
    return {};
}

Result<void> ControlCommands::deny(const CommandInput& input) {
    const auto keyword = field(input.fields, "keyword");
    const auto text = field(input.fields, "code");
    const auto code = text.empty() ? weblm::ResultCode::DeniedFeature : weblm::result_code_from(text);
    const bool fits = code == weblm::ResultCode::DeniedFeature || code == weblm::ResultCode::DeniedCapacity ||
                      code == weblm::ResultCode::Expired;
    if (keyword.empty()) return wrong("keyword is missing");
    if (!fits) return wrong("code is to be DENIED_FEATURE, DENIED_CAPACITY or EXPIRED");
    parts_.server.deny(keyword, *code);
    return {};
}

Result<void> ControlCommands::set_capacity(const CommandInput& input) {
    const auto seats = number(input, "seats", 0, weblm::kMostSeats);
    if (!seats) return seats.error();
    if (parts_.server.set_capacity(field(input.fields, "keyword"), static_cast<std::uint32_t>(*seats)))
        return {};
    return wrong("keyword is to be a feature with seats of the installed licence");
}

Result<void> ControlCommands::set_used(const CommandInput& input) {
    const auto seats = number(input, "seats", 0, weblm::kMostSeats);
    if (!seats) return seats.error();
    if (parts_.server.set_used_by_others(field(input.fields, "keyword"), static_cast<std::uint32_t>(*seats)))
        return {};
    return wrong("keyword is to be a feature with seats of the installed licence");
}

Result<void> ControlCommands::install_licence(const CommandInput& input) {
    if (input.body.empty()) {
        parts_.server.install(parts_.first_licence);
        return {};
    }
    auto licence = read_licence(input.body);
    if (!licence) return licence.error();
    parts_.server.install(std::move(*licence));
    return {};
}

Result<void> ControlCommands::remove_licence(const CommandInput&) {
    parts_.server.uninstall();
    return {};
}

/// Today, unless a date is given.
Result<void> ControlCommands::expire_licence(const CommandInput& input) {
    auto date = field(input.fields, "date");
    if (date.empty()) date = weblm::utc_text(unix_seconds(parts_.clock)).substr(0, 10);
    if (!weblm::seconds_of_date(date)) return wrong("date is to be like 2027-01-01");
    if (parts_.server.expire(date, field(input.fields, "keyword"))) return {};
    return wrong("keyword is to be a feature of the installed licence");
}

Result<void> ControlCommands::swap_certificate(const CommandInput& input) {
    auto loaded = load_test_certificate(field(input.fields, "chain"), field(input.fields, "key"));
    if (!loaded) return loaded.error();
    parts_.certificate.replace(std::move(*loaded));
    return {};
}

Result<void> ControlCommands::forget(const CommandInput&) {
    parts_.server.forget();
    return {};
}

Result<void> ControlCommands::reset(const CommandInput& input) {
    parts_.clock.reset();
    parts_.server.uninstall();
    parts_.server.install(parts_.first_licence);
    return clear_faults(input);
}

}  // namespace ctiengine::weblm_sim
