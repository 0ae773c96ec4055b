#include "config/secrets/key_ring_file.hpp"

#include "config/secrets/private_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace ctiengine::config {
namespace {

std::filesystem::path folder_of(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : ".";
}

Result<void> make_folder(const std::filesystem::path& folder) {
    auto above = owner_of(folder_of(folder));
    if (!above) return above.error();
    if (::mkdir(folder.c_str(), 0700) != 0) {
        if (errno == EEXIST) return check_private_folder(folder);
        return Error{Errc::Io, folder.string() + ": cannot be made: " + std::strerror(errno)};
    }
    if (::geteuid() == 0 && ::chown(folder.c_str(), above->user, above->group) != 0)
        return Error{Errc::Io, folder.string() + ": cannot be given to its owner: " + std::strerror(errno)};
    return {};
}

}  // namespace

Result<KeyRing> load_key_ring(const std::filesystem::path& file) {
    auto text = read_private_file(file, Privacy::KeyFile);
    if (!text) return text.error();
    auto folder = check_private_folder(folder_of(file));
    if (!folder) return folder.error();
    auto ring = KeyRing::parse(text->reveal());
    if (!ring) {
        return Error{
            Errc::InvalidSettings,
            file.string() + ": " + ring.error().detail + "; put back the key ring from a backup"};
    }
    return ring;
}

Result<void> create_key_ring_file(const std::filesystem::path& file, const KeyRing& ring) {
    auto made = make_folder(folder_of(file));
    if (!made) return made.error();
    auto owner = owner_of(folder_of(file));
    if (!owner) return owner.error();
    owner->mode = 0600;
    return write_new_file(file, ring.text().reveal(), *owner);
}

Result<void> save_key_ring(const std::filesystem::path& file, const KeyRing& ring) {
    auto owner = owner_of(file);
    if (!owner) return owner.error();
    return replace_file(file, ring.text().reveal(), *owner);
}

}  // namespace ctiengine::config
