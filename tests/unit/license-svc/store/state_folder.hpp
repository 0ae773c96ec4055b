#pragma once
#include "license-svc/store/database.hpp"

#include <gtest/gtest.h>

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace ctiengine::license {

/// A state folder that ends with the test.
class StateFolder {
  public:
    StateFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "license-state-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        folder_ = name;
    }
    ~StateFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    StateFolder(const StateFolder&) = delete;
    StateFolder& operator=(const StateFolder&) = delete;

    std::filesystem::path file() const { return folder_ / "state" / "license.db"; }
    std::filesystem::path key() const { return folder_ / "state" / "license.key"; }
    Database open() const {
        auto database = Database::open(file());
        if (!database) throw std::runtime_error(database.error().detail);
        return std::move(*database);
    }

  private:
    std::filesystem::path folder_;
};

}  // namespace ctiengine::license
