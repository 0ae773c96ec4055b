#include "tests/fakes/program_run/program_run.hpp"

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>

namespace ctiengine::testing {

Ran run_shell(const std::string& line) {
    Ran ran;
    std::FILE* pipe = ::popen(line.c_str(), "r");
    std::array<char, 4096> block{};
    for (std::size_t size = 0; (size = std::fread(block.data(), 1, block.size(), pipe)) > 0;) {
        ran.output.append(block.data(), size);
    }
    ran.status = WEXITSTATUS(::pclose(pipe));
    return ran;
}

Ran run_on_terminal(const std::vector<std::string>& arguments, std::vector<std::string> answers) {
    int terminal = -1;
    const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
    if (child == 0) {
        std::vector<char*> argv;
        for (const auto& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
        argv.push_back(nullptr);
        ::execv(argv.front(), argv.data());
        ::_exit(127);
    }
    Ran ran;
    std::size_t seen = 0;
    std::array<char, 256> block{};
    for (ssize_t size = 0; (size = ::read(terminal, block.data(), block.size())) > 0;) {
        ran.output.append(block.data(), static_cast<std::size_t>(size));
        const auto question = ran.output.find(": ", seen);
        if (question == std::string::npos || answers.empty()) continue;
        seen = question + 2;
        const auto answer = answers.front() + "\n";
        answers.erase(answers.begin());
        if (::write(terminal, answer.data(), answer.size()) < 0) break;
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ::close(terminal);
    ran.status = WEXITSTATUS(status);
    return ran;
}

}  // namespace ctiengine::testing
