#pragma once

namespace ctiengine::admin {

/// How every command of ctiengine-admin ends; scripts rely on it.
enum ExitStatus : int {
    kDone = 0,    ///< it was done, or everything is as it should be
    kFound = 1,   ///< what was asked about is not as it should be
    kUsage = 2,   ///< wrong command line
    kFailed = 3,  ///< it could not be done: a file, a right, a process is missing
};

}  // namespace ctiengine::admin
