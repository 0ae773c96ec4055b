#pragma once
#include "common/result/result.hpp"
#include "common/websocket/http.hpp"

#include <filesystem>
#include <string>

namespace ctiengine::websocket {

struct StaticFilesSettings {
    std::filesystem::path root;  ///< directory whose files are served; nothing outside ever is
    std::string prefix;          ///< of the URL path, begins and ends with '/': "/softphone/"
};

/// Serves the files below a directory to browsers: GET and HEAD, `index.html` for a path that ends with '/',
/// ETag and 304, a content type by file name, a Content-Security-Policy of `default-src 'self'`. Refused with
/// 404: dot segments (plain or encoded), names that begin with a dot, symbolic links that lead out of the
/// root. InvalidSettings when the root is no directory or the prefix has no slash at either end.
Result<HttpResponder> serve_files(const StaticFilesSettings& settings);

}  // namespace ctiengine::websocket
