#include "common/authentication/method_chain.hpp"

#include "common/secret_memory/cleanse.hpp"

#include <algorithm>

namespace ctiengine::authentication {
namespace {

using identity::Credentials;
using identity::Identity;

/// Credentials that leave nothing behind, wherever the job that holds them ends.
class HeldCredentials {
  public:
    /// Takes them out of `from` and wipes what a move leaves there.
    explicit HeldCredentials(Credentials& from) : value_(from) {
        cleanse(from.password);
        cleanse(from.token);
    }
    ~HeldCredentials() {
        cleanse(value_.password);
        cleanse(value_.token);
    }
    HeldCredentials(const HeldCredentials&) = delete;
    HeldCredentials& operator=(const HeldCredentials&) = delete;

    const Credentials& get() const { return value_; }

  private:
    Credentials value_;
};

Result<Identity> check(Method& method, const Credentials& credentials) {
    auto who = method.check(credentials);
    if (who && !credentials.user.empty() && credentials.user != who->user) {
        return Error{
            Errc::Refused,
            std::string(method.name()) + " says '" + who->user + "', userName says somebody else"};
    }
    return who;
}

}  // namespace

MethodChain::MethodChain(std::vector<std::unique_ptr<Method>> methods, Limits limits) {
    for (auto& method : methods) {
        const std::string name(method->name());
        const auto& limit = name == "users" ? limits.passwords : limits.others;
        takes_tokens_ = takes_tokens_ || name == "token";
        links_.push_back({std::move(method), std::make_unique<BlockingPool>("log-ins by " + name, limit)});
    }
}

MethodChain::~MethodChain() {
    for (auto& link : links_) link.pool.reset();  // the jobs use the methods
}

MethodChain::Link* MethodChain::link_for(const Credentials& credentials) {
    auto found = std::find_if(links_.begin(), links_.end(), [&credentials](const Link& link) {
        return link.method->is_presented(credentials);
    });
    return found == links_.end() ? nullptr : &*found;
}

Task<Result<Identity>> MethodChain::authenticate(Credentials credentials) {
    auto* link = link_for(credentials);
    if (!link) {
        Error nothing{Errc::Refused, "no password, token or certificate that AUTHENTICATION takes"};
        co_return nothing;
    }
    auto held = std::make_shared<const HeldCredentials>(credentials);
    std::function<Result<Identity>()> job = [method = link->method.get(), held = std::move(held)] {
        return check(*method, held->get());
    };
    co_return co_await link->pool->run(std::move(job));
}

}  // namespace ctiengine::authentication
