#include "common/refusals/refusal_book.hpp"

#include <exception>

namespace ctiengine::refusals {
namespace {

audit::AuditEntry entry_of(const RefusalRow& row, const RefusedClient& client, std::string detail) {
    audit::AuditEntry entry;
    entry.event = "refused";
    entry.user = client.user;
    entry.session = client.session;
    entry.source = client.source;
    entry.fields.emplace_back("reason", row.label);
    if (!detail.empty()) entry.fields.emplace_back("detail", std::move(detail));
    return entry;
}

}  // namespace

void RefusalBook::note(Refusal refusal, const RefusedClient& client, std::string detail) noexcept {
    const auto& row = row_of(refusal);
    counts_[static_cast<std::size_t>(refusal)].fetch_add(1, std::memory_order_relaxed);
    try {
        logging::info(
            client.log, "refused ({}) {}: {}", row.label, client.source,
            detail.empty() ? row.sentence : detail
        );
        if (row.audited) trail_.record(entry_of(row, client, std::move(detail)));
    } catch (const std::exception&) {  // out of memory: the count stands
    }
}

}  // namespace ctiengine::refusals
