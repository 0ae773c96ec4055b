#pragma once
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace ctiengine::testing {

/// A folder of mode 0700 that goes at the end, and files in it.
class PrivateFolder {
  public:
    PrivateFolder() {
        auto pattern = (std::filesystem::temp_directory_path() / "ctiengine-secrets-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    ~PrivateFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

    std::filesystem::path write(const std::string& name, const std::string& content, mode_t mode) const {
        auto file = path_ / name;
        std::filesystem::remove(file);
        std::ofstream(file, std::ios::binary) << content;
        ::chmod(file.c_str(), mode);
        return file;
    }

  private:
    std::filesystem::path path_;
};

}  // namespace ctiengine::testing
