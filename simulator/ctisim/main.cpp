#include "simulator/ctisim/run_ctisim.hpp"

#include <cstdlib>
#include <iostream>

int main(int argc, char** argv) {
    const char* address = std::getenv("CTISIM_ADDRESS");
    return ctiengine::simulator::run_ctisim(
        argc, argv, address == nullptr ? "" : address, std::cout, std::cerr
    );
}
