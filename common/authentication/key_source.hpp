#pragma once
#include "common/jws/key_set.hpp"
#include "common/result/result.hpp"

#include <memory>

namespace ctiengine::authentication {

/// Where the keys come from that sign tokens. Any thread; may block for a few seconds, so not for event
/// loops.
class KeySource {
  public:
    using Keys = std::shared_ptr<const jws::KeySet>;
    virtual ~KeySource() = default;

    /// Error NotConnected: there has never been a key set yet.
    virtual Result<Keys> keys() = 0;

    /// After a token named a key that is not in `known`: a newer set if one can be had now, else `known`.
    virtual Keys newer_than(Keys known) = 0;
};

}  // namespace ctiengine::authentication
