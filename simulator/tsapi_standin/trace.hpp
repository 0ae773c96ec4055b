#pragma once

namespace ctiengine::tsapi_standin {

/// Writes one line to stderr when the environment has CTIENGINE_STANDIN_TRACE; says why a call was refused or
/// a stream broke, which the vendor's return codes cannot. Any thread; printf rules.
[[gnu::format(printf, 1, 2)]] void trace(const char* format, ...);

}  // namespace ctiengine::tsapi_standin
