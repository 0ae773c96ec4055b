#include "tests/fakes/peer_certificates/peer_certificates.hpp"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace ctiengine::tests {
namespace {

/// The `sh` blocks of the section "Between processes".
std::vector<std::string> commands_of_the_page() {
    std::ifstream page(CTIENGINE_SECURITY_PAGE);
    std::vector<std::string> blocks;
    bool section = false, block = false;
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with("## ")) section = line == "## Between processes";
        if (line.starts_with("```")) {
            block = section && !block && line == "```sh";
            if (block) blocks.emplace_back("set -e\n");
        } else if (block) {
            blocks.back() += line + "\n";
        }
    }
    if (blocks.size() != 2)
        throw std::runtime_error("docs/ops/security.md should have two blocks of commands");
    return blocks;
}

void replace(std::string& text, const std::string& from, const std::string& to) {
    auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("no '" + from + "' in the commands:\n" + text);
    text.replace(at, from.size(), to);
}

}  // namespace

PeerCertificates::PeerCertificates(std::filesystem::path folder, const Replacements& instead)
    : folder_(std::move(folder)) {
    std::filesystem::create_directories(folder_);
    run(0, {});
    renew(instead);
}

void PeerCertificates::renew(const Replacements& instead) {
    run(1, instead);
}

void PeerCertificates::run(std::size_t block, const Replacements& instead) const {
    auto commands = commands_of_the_page().at(block);
    for (const auto& [from, to] : instead) replace(commands, from, to);
    std::ofstream(folder_ / "commands.sh") << commands;
    auto folder = folder_.string();
    auto line = "cd '" + folder + "' && sh commands.sh >commands.log 2>&1";
    if (std::system(line.c_str()) != 0) throw std::runtime_error("see " + folder + "/commands.log");
}

grpc_security::PeerSettings PeerCertificates::of(const std::string& role) const {
    return {folder_ / (role + ".pem"), folder_ / (role + ".key"), folder_ / "authority.pem", {}};
}

}  // namespace ctiengine::tests
