#include "common/grpc_security/seldom.hpp"

#include <utility>

namespace ctiengine::grpc_security {

std::optional<std::uint64_t> Seldom::ask(const std::string& subject, TimePoint now) {
    std::lock_guard lock(mutex_);
    auto found = subjects_.find(subject);
    if (found == subjects_.end()) {
        if (subjects_.size() >= kMostSubjects) subjects_.clear();
        subjects_[subject].spoken = now;
        return 0;
    }
    auto& known = found->second;
    if (now - known.spoken < gap_) {
        ++known.quiet;
        return std::nullopt;
    }
    known.spoken = now;
    return std::exchange(known.quiet, 0);
}

std::string and_more(std::uint64_t quiet) {
    return quiet == 0 ? std::string() : " (and " + std::to_string(quiet) + " more of the kind)";
}

}  // namespace ctiengine::grpc_security
