#pragma once
#include "common/authentication/method.hpp"
#include "common/blocking_pool/blocking_pool.hpp"
#include "common/identity/authenticator.hpp"

#include <memory>
#include <vector>

namespace ctiengine::authentication {

/// The methods of AUTHENTICATION in their order. The first one for which the client brings something decides:
/// what it brings and is wrong refuses the log-in, and no weaker method is asked. Each method has threads of
/// its own.
class MethodChain final : public identity::Authenticator {
  public:
    struct Limits {
        BlockingPool::Limits passwords{2, 64};
        BlockingPool::Limits others{2, 256};
    };

    MethodChain(std::vector<std::unique_ptr<Method>> methods, Limits limits);
    ~MethodChain() override;

    Task<Result<identity::Identity>> authenticate(identity::Credentials credentials) override;
    bool takes_tokens() const override { return takes_tokens_; }

  private:
    struct Link {
        std::unique_ptr<Method> method;
        std::unique_ptr<BlockingPool> pool;
    };

    Link* link_for(const identity::Credentials& credentials);

    std::vector<Link> links_;
    bool takes_tokens_ = false;
};

}  // namespace ctiengine::authentication
