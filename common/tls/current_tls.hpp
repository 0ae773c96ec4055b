#pragma once
#include "common/tls/tls_context.hpp"

#include <memory>
#include <mutex>
#include <utility>

namespace ctiengine::tls {

/// The certificate for the next connection of every port of a process; live connections keep theirs. Any
/// thread; the lock is held for a copy of a pointer.
class CurrentTls {
  public:
    explicit CurrentTls(std::shared_ptr<const TlsContext> tls) : tls_(std::move(tls)) {}

    std::shared_ptr<const TlsContext> get() const {
        const std::lock_guard hold(mutex_);
        return tls_;
    }
    void replace(std::shared_ptr<const TlsContext> tls) {
        const std::lock_guard hold(mutex_);
        tls_ = std::move(tls);
    }

  private:
    mutable std::mutex mutex_;
    std::shared_ptr<const TlsContext> tls_;
};

}  // namespace ctiengine::tls
