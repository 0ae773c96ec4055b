# Compiles for i686 with Debian's own g++ (package g++-multilib) against the sysroot of cmake/sysroot/i386_sysroot.sh.
# `./dev build worker32` makes the sysroot; CTIENGINE_SYSROOT names another one.
#
# What comes out needs nothing but glibc (libc.so.6, libm.so.6, the loader): the rest is linked statically, see
# SysrootDependencies.cmake. A static libm would bind to GLIBC_PRIVATE symbols and so to one glibc version.
# _TIME_BITS stays undefined: Debian's i386 libraries have a 32-bit time_t and abseil passes timespec by value.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR i686)

if(NOT CTIENGINE_SYSROOT)
    execute_process(
        COMMAND "${CMAKE_CURRENT_LIST_DIR}/sysroot/i386_sysroot.sh" path
        OUTPUT_VARIABLE CTIENGINE_SYSROOT
        OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY
    )
endif()
set(CTIENGINE_SYSROOT "${CTIENGINE_SYSROOT}" CACHE PATH "Headers and libraries of Debian 12, i386")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES CTIENGINE_SYSROOT)
if(NOT EXISTS "${CTIENGINE_SYSROOT}/usr/lib/i386-linux-gnu/libgrpc++.a")
    message(FATAL_ERROR "No i386 sysroot at ${CTIENGINE_SYSROOT}: make it with `cmake/sysroot/i386_sysroot.sh make`, "
                        "or let `./dev build worker32` do it")
endif()

set(CMAKE_SYSROOT "${CTIENGINE_SYSROOT}")
set(CMAKE_C_COMPILER gcc)
set(CMAKE_CXX_COMPILER g++)
set(CMAKE_LIBRARY_ARCHITECTURE i386-linux-gnu)
set(CTIENGINE_SYSROOT_LIB "${CTIENGINE_SYSROOT}/usr/lib/i386-linux-gnu")

# -B: start files and libc of the sysroot, not those that the host keeps for -m32.
set(CMAKE_C_FLAGS_INIT "-m32 -B${CTIENGINE_SYSROOT_LIB}")
set(CMAKE_CXX_FLAGS_INIT "-m32 -B${CTIENGINE_SYSROOT_LIB}")

# Symbols of the static libraries stay inside, so a library loaded by dlopen never binds to our libstdc++ or OpenSSL.
foreach(kind IN ITEMS EXE SHARED MODULE)
    set(CMAKE_${kind}_LINKER_FLAGS_INIT "-static-libgcc -static-libstdc++ -Wl,--exclude-libs,ALL")
endforeach()
# 64-bit atomics are library calls on i686; last on every link line.
set(CMAKE_CXX_STANDARD_LIBRARIES "-l:libatomic.a")

set(CMAKE_FIND_ROOT_PATH "${CTIENGINE_SYSROOT}")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)  # protoc and its plugin run here
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
