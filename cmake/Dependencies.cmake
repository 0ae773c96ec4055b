# Everything comes from Debian 12; nothing is downloaded. `./dev` installs the packages.
if(CTIENGINE_SYSROOT)  # set by worker32-toolchain.cmake
    include(SysrootDependencies)
    return()
endif()
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(Protobuf REQUIRED)  # CMake's own module, before gRPC's config asks for it
find_package(gRPC CONFIG REQUIRED)
find_package(pugixml REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 CONFIG REQUIRED)
if(CTIENGINE_TESTS)
    find_package(GTest REQUIRED)
    include(GoogleTest)
endif()
