#include "license-svc/sample_adapter/sample_licences.hpp"

#include <algorithm>

namespace ctiengine::sample_adapter {
namespace {

namespace pb = weblm::v1;

constexpr std::chrono::seconds kLease{600};
constexpr std::chrono::seconds kRenew{180};
constexpr const char* kSeats[] = {
    "VALUE_AESO_OPEN_USERS", "VALUE_AESO_OPEN_HA_USERS", "VALUE_AESO_OPEN_REM_USERS"};
constexpr const char* kFlags[] = {
    "FEAT_AESO_BASE", "FEAT_AESO_CALLCENTER", "FEAT_AESO_HA", "FEAT_AESO_HA_CALLCENTER"};

template <class Table>
bool holds(const Table& table, const std::string& keyword) {
    return std::find(std::begin(table), std::end(table), keyword) != std::end(table);
}

pb::Response answer_to(
    const pb::Request& request, pb::ResultCode code = pb::RESULT_CODE_OK, const char* text = ""
) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    pb::Response response;
    response.set_request_id(request.request_id());
    response.set_server_id("sample-adapter");
    response.set_server_time(std::chrono::duration_cast<std::chrono::seconds>(now).count());
    response.set_code(code);
    response.set_text(text);
    return response;
}

}  // namespace

pb::Response SampleLicences::describe(const pb::Request& request, Time now) {
    drop_lapsed(now);
    auto response = answer_to(request);
    response.mutable_product()->set_name(request.client().product());
    response.mutable_product()->set_release(request.client().release());
    for (const auto* keyword : kSeats) {
        auto& grant = *response.add_grants();
        grant.set_keyword(keyword);
        grant.set_capacity(capacity_);
        grant.set_in_use(in_use(keyword));
        grant.set_expires("permanent");
    }
    for (const auto* keyword : kFlags) {
        auto& grant = *response.add_grants();
        grant.set_keyword(keyword);
        grant.set_on(true);
        grant.set_expires("permanent");
    }
    return response;
}

pb::Response SampleLicences::acquire(const pb::Request& request, Time now) {
    drop_lapsed(now);
    auto response = answer_to(request);
    if (displaced(request, response)) return response;
    if (!request.session().empty() && !find(request))
        return answer_to(request, pb::RESULT_CODE_UNKNOWN_SESSION, "acquire without a session");
    auto& holder = holders_[request.client().id()];
    holder = Holder{request.client().incarnation(), "s-" + std::to_string(++sessions_)};
    holder.end = now + kLease;
    grant(holder, request.features(), response);
    return response;
}

pb::Response SampleLicences::renew(const pb::Request& request, Time now) {
    drop_lapsed(now);
    auto response = answer_to(request);
    if (displaced(request, response)) return response;
    auto* const holder = find(request);
    if (!holder) return answer_to(request, pb::RESULT_CODE_UNKNOWN_SESSION, "acquire without a session");
    const auto demand = request.features().empty() ? holder->demand : request.features();
    holder->seats.clear();
    holder->end = now + kLease;
    grant(*holder, demand, response);
    return response;
}

pb::Response SampleLicences::release(const pb::Request& request, Time now) {
    drop_lapsed(now);
    auto response = answer_to(request);
    if (displaced(request, response)) return response;
    auto* const holder = find(request);
    if (!holder) return answer_to(request, pb::RESULT_CODE_UNKNOWN_SESSION, "nothing to release");
    *holder = Holder{holder->incarnation, {}};
    return response;
}

bool SampleLicences::displaced(const pb::Request& request, pb::Response& response) const {
    const auto holder = holders_.find(request.client().id());
    if (holder == holders_.end() || holder->second.incarnation <= request.client().incarnation())
        return false;
    response = answer_to(request, pb::RESULT_CODE_STALE_CLIENT, "a later start of this client was here");
    return true;
}

/// All of the demand that there is; without a feature that is needed, nothing.
void SampleLicences::grant(
    Holder& holder,
    const google::protobuf::RepeatedPtrField<pb::FeatureDemand>& demand,
    pb::Response& response
) {
    for (const auto& feature : demand) {
        auto& grant = *response.add_grants();
        grant.set_keyword(feature.keyword());
        auto code = pb::RESULT_CODE_DENIED_FEATURE;
        if (feature.has_count() && holds(kSeats, feature.keyword())) {
            const auto seats = std::min(feature.count(), capacity_ - in_use(feature.keyword()));
            grant.set_requested(feature.count());
            grant.set_granted(holder.seats[feature.keyword()] = seats);
            code = seats == feature.count() ? pb::RESULT_CODE_OK
                   : seats > 0              ? pb::RESULT_CODE_PARTIAL
                                            : pb::RESULT_CODE_DENIED_CAPACITY;
        } else if (!feature.has_count()) {
            grant.set_on(holds(kFlags, feature.keyword()));
            if (grant.on()) code = pb::RESULT_CODE_OK;
        }
        if (!feature.optional_feature()) response.set_code(std::max(response.code(), code));  // gravest last
    }
    if (response.code() > pb::RESULT_CODE_PARTIAL) {
        response.clear_grants();
        holder = Holder{holder.incarnation, {}};
        return;
    }
    holder.demand = demand;
    response.set_session(holder.session);
    response.set_lease_seconds(static_cast<std::uint32_t>(kLease.count()));
    response.set_renew_seconds(static_cast<std::uint32_t>(kRenew.count()));
}

SampleLicences::Holder* SampleLicences::find(const pb::Request& request) {
    const auto holder = holders_.find(request.client().id());
    if (holder == holders_.end() || holder->second.session.empty()) return nullptr;
    return holder->second.session == request.session() ? &holder->second : nullptr;
}

std::uint32_t SampleLicences::in_use(const std::string& keyword) const {
    std::uint32_t sum = 0;
    for (const auto& [id, holder] : holders_) {
        const auto seats = holder.seats.find(keyword);
        if (seats != holder.seats.end()) sum += seats->second;
    }
    return sum;
}

void SampleLicences::drop_lapsed(Time now) {
    for (auto& [id, holder] : holders_) {
        if (!holder.session.empty() && holder.end <= now) holder = Holder{holder.incarnation, {}};
    }
}

}  // namespace ctiengine::sample_adapter
