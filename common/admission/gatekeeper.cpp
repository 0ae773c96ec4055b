#include "common/admission/gatekeeper.hpp"

#include <array>
#include <utility>

namespace ctiengine::admission {
namespace {

using refusals::Refusal;

Verdict refused(Refusal refusal, std::string detail = {}) {
    Verdict verdict;
    verdict.refusal = refusal;
    verdict.detail = std::move(detail);
    return verdict;
}

refusals::RefusedClient client_of(const connection::ConnectionInfo& info) {
    refusals::RefusedClient client;
    client.log.session = info.id;
    client.source = info.client_address;
    return client;
}

/// Names by which people have put secrets into addresses.
bool names_a_secret(std::string_view query) {
    constexpr std::array<std::string_view, 6> kNames{"token",  "access_token", "password",
                                                     "ticket", "jwt",          "bearer"};
    while (!query.empty()) {
        const auto pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        const auto name = pair.substr(0, pair.find('='));
        for (const auto secret : kNames) {
            const bool same = name.size() == secret.size() &&
                              std::equal(name.begin(), name.end(), secret.begin(), [](char a, char b) {
                                  return (a | 0x20) == b || a == b;
                              });
            if (same) return true;
        }
    }
    return false;
}

}  // namespace

Gatekeeper::Gatekeeper(GatekeeperSettings settings, Parts parts)
    : settings_(std::move(settings)), parts_(std::move(parts)) {
    if (settings_.most_per_source == 0) return;
    auto tell = [book = parts_.book](const connection::ConnectionInfo& info) {
        book->note(
            Refusal::Replaced, client_of(info),
            "it gave no sign of life, and another one came from its address"
        );
    };
    sources_ = std::make_shared<SourceTable>(settings_.most_per_source, settings_.patience, std::move(tell));
}

Task<Verdict> Gatekeeper::decide(Attempt& attempt) {
    if (!attempt.peer_spoke_for_client) {
        const auto client = client_address::client_behind(attempt.peer, attempt.headers, settings_.balancers);
        attempt.info.client_address = client_address::address_text(client);
    }
    if (names_a_secret(attempt.info.query)) co_return noted(refused(Refusal::CredentialsInUrl), attempt);
    if (auto verdict = judge_origin(attempt)) co_return noted(std::move(*verdict), attempt);
    auto by_token = co_await judge_token(attempt);
    if (by_token) co_return noted(std::move(*by_token), attempt);
    auto verdict = co_await find_place(attempt);
    co_return noted(std::move(verdict), attempt);
}

/// Browsers always say where a page is from; a program that says nothing has to prove itself otherwise (5.1
/// of the security rules: a forged Origin proves nothing, an absent one even less).
std::optional<Verdict> Gatekeeper::judge_origin(const Attempt& attempt) const {
    if (!attempt.by_browser_protocol) return std::nullopt;
    const auto& info = attempt.info;
    if (info.origin) {
        if (parts_.origins.admits(*info.origin)) return std::nullopt;
        return refused(Refusal::OriginNotAllowed, "the origin '" + *info.origin + "' is not in ORIGINS");
    }
    const bool proven = !info.certificate_names.empty() || (!info.bearer_token.empty() && parts_.check_token);
    if (proven || settings_.allow_missing_origin) return std::nullopt;
    return refused(Refusal::OriginMissing);
}

Task<std::optional<Verdict>> Gatekeeper::judge_token(const Attempt& attempt) {
    const auto& info = attempt.info;
    if (info.bearer_token.empty()) co_return std::nullopt;
    if (!parts_.check_token)
        co_return refused(Refusal::BadToken, "nobody here takes tokens (AUTHENTICATION)");
    const auto now = std::chrono::steady_clock::now();
    if (!parts_.rates->source_may(info.client_address, now)) co_return refused(Refusal::LogInRateAtUpgrade);
    const auto checked = co_await parts_.check_token(info.bearer_token, info.client_address);
    if (checked) co_return std::nullopt;
    if (checked.error().code == Errc::Refused) co_return refused(Refusal::BadToken, checked.error().detail);
    co_return refused(Refusal::TokensUnchecked, checked.error().detail);
}

/// Balancers stand for many clients, so they have no limit of their own.
bool Gatekeeper::counts(const Attempt& attempt) const {
    if (!sources_) return false;
    return settings_.limit_behind_balancers || !settings_.balancers.contains(attempt.peer);
}

Task<Verdict> Gatekeeper::find_place(const Attempt& attempt) {
    Verdict verdict;
    if (!counts(attempt)) co_return verdict;
    auto place = co_await sources_->enter(attempt.info.client_address, attempt.connection);
    if (!place) co_return refused(Refusal::SourceInUse);
    verdict.place = std::move(place);
    co_return verdict;
}

Verdict Gatekeeper::noted(Verdict verdict, const Attempt& attempt) {
    if (verdict.refusal) parts_.book->note(*verdict.refusal, client_of(attempt.info), verdict.detail);
    return verdict;
}

}  // namespace ctiengine::admission
