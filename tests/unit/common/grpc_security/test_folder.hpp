#pragma once
#include <stdlib.h>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace ctiengine::grpc_security {

/// A folder of mode 0700 that is gone with the test.
class TestFolder {
  public:
    TestFolder() {
        auto pattern = (std::filesystem::temp_directory_path() / "ctiengine-peers-XXXXXX").string();
        if (!::mkdtemp(pattern.data())) throw std::runtime_error("cannot make a folder like " + pattern);
        path = pattern;
    }
    ~TestFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;

    std::filesystem::path path;
};

}  // namespace ctiengine::grpc_security
