#include "config/secrets/private_file.hpp"

#include "common/secret_memory/cleanse.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace ctiengine::config {
namespace {

constexpr std::size_t kLargestFile = 64 * 1024;

/// An open file, closed at the end.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }
    bool open() const { return number_ >= 0; }

  private:
    int number_;
};

Error invalid(const std::filesystem::path& path, const std::string& what) {
    return {Errc::InvalidSettings, path.string() + ": " + what};
}

Error failed(const std::filesystem::path& path, const char* what) {
    return {Errc::Io, path.string() + ": " + what + ": " + std::strerror(errno)};
}

std::string octal(mode_t mode) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "%04o", static_cast<unsigned>(mode) & 07777U);
    return text.data();
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
    return file.has_parent_path() ? file.parent_path() : ".";
}

bool is_ours(uid_t owner, const std::filesystem::path& path) {
    if (owner == 0 || owner == ::geteuid()) return true;
    struct stat folder {};
    return ::geteuid() == 0 && ::stat(folder_of(path).c_str(), &folder) == 0 && folder.st_uid == owner;
}

Result<void> check_rights(const std::filesystem::path& path, const struct stat& found, mode_t forbidden) {
    if (!is_ours(found.st_uid, path)) {
        return invalid(
            path, "it belongs to user number " + std::to_string(found.st_uid) +
                      ", but must belong to the user of this process (" + std::to_string(::geteuid()) +
                      ") or to root"
        );
    }
    if ((found.st_mode & forbidden) != 0) {
        return invalid(
            path, "others may look at it (mode " + octal(found.st_mode) + "); close it: chmod " +
                      (S_ISDIR(found.st_mode) ? "700 " : "600 ") + path.string()
        );
    }
    return {};
}

Result<Secret> read_all(const std::filesystem::path& file, int descriptor) {
    std::string content(kLargestFile + 1, '\0');
    const CleanseAtEnd guard(content);
    std::size_t size = 0;
    while (size < content.size()) {
        auto got = ::read(descriptor, content.data() + size, content.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return failed(file, "cannot be read");
        if (got == 0) return Secret(std::string_view(content.data(), size));
        size += static_cast<std::size_t>(got);
    }
    return invalid(file, "it is larger than 64 KiB, so it is not what it should be");
}

bool write_all(int descriptor, std::string_view content) {
    while (!content.empty()) {
        auto written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// The name is lasting only when its folder is written, too.
void sync_folder(const std::filesystem::path& file) {
    const Descriptor folder(::open(folder_of(file).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.open()) ::fsync(folder.number());
}

}  // namespace

Result<Secret> read_private_file(const std::filesystem::path& file, Privacy privacy) {
    const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (privacy == Privacy::KeyFile ? O_NOFOLLOW : 0);
    const Descriptor descriptor(::open(file.c_str(), flags));
    if (!descriptor.open()) {
        if (errno == ELOOP) return invalid(file, "it is a symbolic link; name the file itself");
        return invalid(file, std::string("cannot be read: ") + std::strerror(errno));
    }
    struct stat found {};
    if (::fstat(descriptor.number(), &found) != 0) return failed(file, "cannot be looked at");
    if (!S_ISREG(found.st_mode)) return invalid(file, "it is not a file");
    auto rights = check_rights(file, found, privacy == Privacy::Credential ? S_IRWXO : S_IRWXG | S_IRWXO);
    if (!rights) return rights.error();
    return read_all(file, descriptor.number());
}

Result<void> check_private_folder(const std::filesystem::path& folder) {
    struct stat found {};
    if (::stat(folder.c_str(), &found) != 0)
        return invalid(folder, std::string("cannot be looked at: ") + std::strerror(errno));
    if (!S_ISDIR(found.st_mode)) return invalid(folder, "it is not a folder");
    return check_rights(folder, found, S_IRWXG | S_IRWXO);
}

Result<void> write_new_file(
    const std::filesystem::path& file, std::string_view content, const FileOwner& owner
) {
    const Descriptor descriptor(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!descriptor.open()) return failed(file, "cannot be made");
    bool given = ::geteuid() != 0 || ::fchown(descriptor.number(), owner.user, owner.group) == 0;
    if (given && ::fchmod(descriptor.number(), owner.mode & 0777U) == 0 &&
        write_all(descriptor.number(), content) && ::fsync(descriptor.number()) == 0) {
        sync_folder(file);
        return {};
    }
    auto error = failed(file, "cannot be written");
    ::unlink(file.c_str());
    return error;
}

Result<void> replace_file(
    const std::filesystem::path& file, std::string_view content, const FileOwner& owner
) {
    auto fresh = file;
    fresh += ".new";
    ::unlink(fresh.c_str());  // of a run that was cut
    auto written = write_new_file(fresh, content, owner);
    if (!written) return written.error();
    if (::rename(fresh.c_str(), file.c_str()) != 0) return failed(file, "cannot be replaced");
    sync_folder(file);
    return {};
}

Result<FileOwner> owner_of(const std::filesystem::path& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) return failed(path, "cannot be looked at");
    return FileOwner{found.st_uid, found.st_gid, found.st_mode & 07777U};
}

}  // namespace ctiengine::config
