# The same names as in Dependencies.cmake, for the 32-bit build: everything but libc is a static library of the sysroot.
# Debian's own package files name the shared libraries, hence targets of our own.
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED)
find_package(CLI11 CONFIG REQUIRED)

# The libraries refer to each other in circles, so one group holds them all. The linker takes only what is used.
file(GLOB absl_archives CONFIGURE_DEPENDS "${CTIENGINE_SYSROOT_LIB}/libabsl_*.a")
list(FILTER absl_archives EXCLUDE REGEX "_test_util|_flags|failure_signal_handler")
set(grpc_archives "")
foreach(name IN ITEMS grpc++ grpc gpr upb address_sorting protobuf re2 cares ssl crypto z)
    list(APPEND grpc_archives "${CTIENGINE_SYSROOT_LIB}/lib${name}.a")
endforeach()

add_library(ctiengine_static_grpc INTERFACE)
list(JOIN grpc_archives "," grpc_group)
list(JOIN absl_archives "," absl_group)
target_link_libraries(
    ctiengine_static_grpc INTERFACE "$<LINK_GROUP:RESCAN,${grpc_group},${absl_group}>" Threads::Threads
)
foreach(alias IN ITEMS gRPC::grpc++ protobuf::libprotobuf OpenSSL::SSL OpenSSL::Crypto)
    add_library(${alias} ALIAS ctiengine_static_grpc)
endforeach()

add_library(pugixml::pugixml STATIC IMPORTED)
set_target_properties(pugixml::pugixml PROPERTIES IMPORTED_LOCATION "${CTIENGINE_SYSROOT_LIB}/libpugixml.a")

# Debian has spdlog and fmt only as shared libraries; both can be compiled from their headers.
add_library(spdlog::spdlog INTERFACE IMPORTED)
target_compile_definitions(spdlog::spdlog INTERFACE SPDLOG_HEADER_ONLY SPDLOG_FMT_EXTERNAL FMT_HEADER_ONLY)
target_link_libraries(spdlog::spdlog INTERFACE Threads::Threads)
add_library(fmt::fmt ALIAS spdlog::spdlog)

if(CTIENGINE_TESTS)
    find_package(GTest REQUIRED)
    include(GoogleTest)
endif()
