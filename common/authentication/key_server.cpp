#include "common/authentication/key_server.hpp"

#include "common/logging/log.hpp"

namespace ctiengine::authentication {

KeyServer::KeyServer(std::string address, Fetch fetch, const Clock& clock, audit::AuditTrail& trail)
    : address_(std::move(address)), fetch_(std::move(fetch)), clock_(clock), trail_(trail) {}

KeySource::Keys KeyServer::kept() const {
    const std::lock_guard lock(mutex_);
    return keys_;
}

bool KeyServer::begin_asking() {
    const std::lock_guard lock(mutex_);
    const auto pause = keys_ ? kPause : kFirstPause;
    if (asking_ || (asked_ && clock_.now() - *asked_ < pause)) return false;
    asking_ = true;
    asked_ = clock_.now();
    return true;
}

Result<KeySource::Keys> KeyServer::keys() {
    bool due = false;
    {
        const std::lock_guard lock(mutex_);
        due = !answered_ || clock_.now() - *answered_ >= kRefresh;
    }
    if (due && begin_asking()) ask();
    if (auto keys = kept()) return keys;
    return Error{Errc::NotConnected, "no token keys from " + address_ + " yet"};
}

KeySource::Keys KeyServer::newer_than(Keys known) {
    auto now = kept();
    if (now != known) return now;  // another log-in got them meanwhile
    if (begin_asking()) ask();
    return kept();
}

void KeyServer::ask() {
    Result<std::string> text = Error{Errc::Io, "the attempt ended by a defect"};
    try {
        text = fetch_();
    } catch (const std::exception& defect) {
        text = Error{Errc::Io, defect.what()};
    }
    take(std::move(text));
}

void KeyServer::take(Result<std::string> text) {
    auto set = text ? jws::KeySet::parse(*text) : Result<jws::KeySet>(text.error());
    const std::lock_guard lock(mutex_);
    asking_ = false;
    if (!set) {
        const char* stay = keys_ ? "; those before stay in force" : "";
        if (!failing_) logging::error("token keys from {}: {}{}", address_, set.error().detail, stay);
        failing_ = true;
        return;
    }
    if (failing_) logging::info("token keys from {}: answered again", address_);
    failing_ = false;
    answered_ = clock_.now();
    if (*text == text_) return;
    text_ = std::move(*text);
    for (const auto& remark : set->remarks())
        logging::warn("token keys from {}: passed over {}", address_, remark);
    logging::info("token keys from {}: {} keys", address_, set->size());
    keys_ = std::make_shared<const jws::KeySet>(std::move(*set));
    trail_.record({"token keys replaced", {}, {}, {}, {{"from", address_}}});
}

}  // namespace ctiengine::authentication
