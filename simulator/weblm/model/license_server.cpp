#include "simulator/weblm/model/license_server.hpp"

#include "simulator/weblm/model/turned_clock.hpp"

#include <algorithm>
#include <utility>

namespace ctiengine::weblm_sim {
namespace {

using weblm::Request;
using weblm::Response;
using weblm::ResultCode;

/// "4" of "4.5.1": releases of one major number share their licence.
std::string major_of(const std::string& release) {
    return release.substr(0, release.find('.'));
}

weblm::Grant description_of(const FeatureUse& use) {
    weblm::Grant line;
    line.keyword = use.feature.keyword;
    line.name = use.feature.name;
    line.capacity = use.feature.seats;
    line.expires = use.feature.expires;
    if (use.feature.seats) {
        line.in_use = static_cast<std::uint32_t>(std::min<std::uint64_t>(use.in_use, weblm::kMostSeats));
    } else {
        line.on = !use.expired;
    }
    return line;
}

}  // namespace

LicenseServer::LicenseServer(
    ServerSettings settings, const Clock& clock, std::function<std::string()> make_session_id
)
    : settings_(std::move(settings)),
      clock_(clock),
      make_session_id_(std::move(make_session_id)),
      clients_(settings_.most_clients),
      answers_(settings_.most_answers) {}

// ---------------------------------------------------------------- the protocol

Response LicenseServer::answer(const Request& request) {
    drop_lapsed();
    if (const auto* stored = answers_.find(request)) return *stored;
    auto answer = fresh_answer(request);
    if (answer.code != ResultCode::Busy) answers_.keep(request, answer);  // that one is to be asked again
    return answer;
}

Response LicenseServer::plain_answer(std::string request_id, ResultCode code, std::string text) const {
    Response answer;
    answer.request_id = std::move(request_id);
    answer.server_id = settings_.server_id;
    answer.server_time = unix_seconds(clock_);
    answer.code = code;
    answer.text = std::move(text);
    return answer;
}

Response LicenseServer::fresh_answer(const Request& request) {
    if (auto refused = refusal(request)) return std::move(*refused);
    switch (request.verb) {
        case weblm::Verb::Describe: return describe(request);
        case weblm::Verb::Acquire: return acquire(request);
        case weblm::Verb::Renew: return renew(request);
        case weblm::Verb::Release: return release(request);
    }
    return plain_answer(request.request_id, ResultCode::Unsupported, "unknown verb");
}

/// What makes any verb fail.
std::optional<Response> LicenseServer::refusal(const Request& request) {
    const auto refuse = [&](ResultCode code, std::string text) {
        return plain_answer(request.request_id, code, std::move(text));
    };
    const auto* const known = clients_.find(request.client.id);
    if (known && known->id.incarnation > request.client.incarnation) {
        return refuse(
            ResultCode::StaleClient, "incarnation " + std::to_string(known->id.incarnation) +
                                         " of this client was here: do two hosts use the same client id?"
        );
    }
    if (!installed_ || installed_->licence.product != request.client.product)
        return refuse(ResultCode::NoLicense, "no licence for this product is installed");
    if (!host_fits()) {
        return refuse(
            ResultCode::HostMismatch,
            "the licence is not for host " + settings_.host_id + ": install one that is"
        );
    }
    const auto& release = installed_->licence.release;
    if (major_of(release) != major_of(request.client.release))
        return refuse(ResultCode::ReleaseMismatch, "the licence is for release " + release);
    return std::nullopt;
}

Response LicenseServer::describe(const Request& request) {
    auto answer = plain_answer(request.request_id, ResultCode::Ok, "");
    const auto& licence = installed_->licence;
    answer.product = weblm::Product{licence.product, licence.display, licence.release, licence.sid};
    for (const auto& use : feature_uses()) answer.grants.push_back(description_of(use));
    return answer;
}

Response LicenseServer::acquire(const Request& request) {
    if (!request.session.empty() && !holder_of(request))
        return plain_answer(request.request_id, ResultCode::UnknownSession, "acquire without a session");
    auto session = request.session.empty() ? make_session_id_() : request.session;
    return grant(request, request.features, std::move(session));
}

Response LicenseServer::renew(const Request& request) {
    auto* const client = holder_of(request);
    if (!client)
        return plain_answer(request.request_id, ResultCode::UnknownSession, "acquire without a session");
    const auto demand = request.features.empty() ? client->holding->demand : request.features;
    return grant(request, demand, request.session);
}

Response LicenseServer::release(const Request& request) {
    auto* const client = holder_of(request);
    if (!client) return plain_answer(request.request_id, ResultCode::UnknownSession, "nothing to release");
    client->holding.reset();
    return plain_answer(request.request_id, ResultCode::Ok, "");
}

/// What the client held before is replaced, also by nothing. A demand that makes no sense changes nothing.
Response LicenseServer::grant(
    const Request& request, const std::vector<weblm::FeatureDemand>& demand, std::string session
) {
    auto* const client = clients_.enter(request.client);
    if (!client) return plain_answer(request.request_id, ResultCode::Busy, "too many clients");
    auto decision = decide(demand, context_for(request.client.id));
    if (decision.code != ResultCode::BadRequest) client->holding.reset();
    const bool granted = decision.granted();
    auto answer = plain_answer(request.request_id, decision.code, std::move(decision.text));
    answer.grants = std::move(decision.grants);
    if (!granted) return answer;
    Holding holding;
    holding.session = answer.session = std::move(session);
    holding.demand = demand;
    for (const auto& each : answer.grants) {
        if (each.granted) holding.seats[each.keyword] = *each.granted;
    }
    holding.renewed = clock_.now();
    holding.lease_end = holding.renewed + settings_.lease;
    client->holding = std::move(holding);
    answer.lease = settings_.lease;
    answer.renew = settings_.renew;
    return answer;
}

/// The client if it holds what the request's session names; null otherwise.
Client* LicenseServer::holder_of(const Request& request) {
    auto* const client = clients_.find(request.client.id);
    return client && client->holding && client->holding->session == request.session ? client : nullptr;
}

DemandContext LicenseServer::context_for(const std::string& client) const {
    return {
        installed_->licence, denials_, unix_seconds(clock_),
        [this, client](const LicensedFeature& feature) { return seats_in_use(feature, client); }};
}

// ---------------------------------------------------------------- the operator

void LicenseServer::install(Licence licence) {
    installed_ = InstalledLicence{std::move(licence), unix_seconds(clock_)};
}

void LicenseServer::uninstall() {
    installed_.reset();
    forget();
}

bool LicenseServer::host_fits() const {
    if (!installed_) return true;
    const auto& ids = installed_->licence.host_ids;
    return std::find(ids.begin(), ids.end(), settings_.host_id) != ids.end();
}

std::uint64_t LicenseServer::seats_in_use(const LicensedFeature& feature, const std::string& except) const {
    return feature.used_by_others + clients_.seats_in_use(feature.keyword, except);
}

std::vector<FeatureUse> LicenseServer::feature_uses() {
    drop_lapsed();
    std::vector<FeatureUse> uses;
    if (!installed_) return uses;
    for (const auto& feature : installed_->licence.features) {
        uses.push_back({feature, seats_in_use(feature), is_expired(feature, unix_seconds(clock_))});
    }
    return uses;
}

std::vector<const Client*> LicenseServer::holders() {
    drop_lapsed();
    return clients_.holders();
}

// ---------------------------------------------------------------- for tests of clients

LicensedFeature* LicenseServer::feature_with_seats(const std::string& keyword) {
    if (!installed_) return nullptr;
    for (auto& feature : installed_->licence.features) {
        if (feature.keyword == keyword && feature.seats) return &feature;
    }
    return nullptr;
}

bool LicenseServer::set_capacity(const std::string& keyword, std::uint32_t seats) {
    auto* const feature = feature_with_seats(keyword);
    if (feature) feature->seats = seats;
    return feature != nullptr;
}

bool LicenseServer::set_used_by_others(const std::string& keyword, std::uint32_t seats) {
    auto* const feature = feature_with_seats(keyword);
    if (feature) feature->used_by_others = seats;
    return feature != nullptr;
}

bool LicenseServer::expire(const std::string& date, const std::string& keyword) {
    bool found = false;
    if (!installed_) return found;
    for (auto& feature : installed_->licence.features) {
        if (!keyword.empty() && feature.keyword != keyword) continue;
        feature.expires = date;
        found = true;
    }
    return found;
}

void LicenseServer::forget() {
    clients_.clear();
    answers_.clear();
}

// ---------------------------------------------------------------- persistence

Snapshot LicenseServer::snapshot() const {
    Snapshot snapshot;
    snapshot.installed = installed_;
    const auto now = clock_.now();
    for (const auto* client : clients_.holders()) {
        const auto& holding = *client->holding;
        const auto left = std::chrono::ceil<std::chrono::seconds>(holding.lease_end - now);
        if (left.count() <= 0) continue;
        snapshot.holdings.push_back(
            {client->id, holding.session, holding.demand, holding.seats, unix_seconds(clock_) + left.count()}
        );
    }
    return snapshot;
}

void LicenseServer::restore(const Snapshot& snapshot) {
    forget();
    installed_ = snapshot.installed;
    for (const auto& saved : snapshot.holdings) {
        const std::chrono::seconds left(saved.lease_end - unix_seconds(clock_));
        auto* const client = clients_.enter(saved.client);
        if (!client) break;
        Holding holding;
        holding.session = saved.session;
        holding.demand = saved.demand;
        holding.seats = saved.seats;
        holding.lease_end = clock_.now() + std::min(left, settings_.lease);
        holding.renewed = holding.lease_end - settings_.lease;
        client->holding = std::move(holding);
    }
    drop_lapsed();
}

}  // namespace ctiengine::weblm_sim
