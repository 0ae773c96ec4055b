# Compiler rules that every target of ours links: `target_link_libraries(x PRIVATE ctiengine_options)`.
option(CTIENGINE_WORKER_ONLY "Build only what the 32-bit worker and the stand-in libraries need" OFF)
option(CTIENGINE_TESTS "Build the tests" ON)
option(CTIENGINE_FUZZ "Build the targets of tests/fuzz for libFuzzer; needs clang" OFF)
set(CTIENGINE_SANITIZE "" CACHE STRING "Sanitizers, comma separated, e.g. address,undefined")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1")  # line tables only: half the link time and memory of -g
if(CTIENGINE_FUZZ)
    set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")  # several times the runs per second
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
    set(CMAKE_C_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

# Objects that instantiate Beast need up to 1.6 GB each; the pool keeps small hosts alive.
set_property(GLOBAL PROPERTY JOB_POOLS heavy=2)

add_library(ctiengine_options INTERFACE)
target_compile_features(ctiengine_options INTERFACE cxx_std_20)
target_include_directories(ctiengine_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(
    ctiengine_options
    INTERFACE -Wall -Wextra -Wshadow -Werror
              $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor;-Woverloaded-virtual>
              # False alarms of g++ 12 with optimisation: coroutine frames, and "literal" + std::to_string(...).
              $<$<AND:$<COMPILE_LANGUAGE:CXX>,$<CONFIG:Release>>:-Wno-mismatched-new-delete;-Wno-restrict>
)
if(CTIENGINE_SANITIZE)
    target_compile_options(ctiengine_options INTERFACE -fsanitize=${CTIENGINE_SANITIZE} -fno-omit-frame-pointer
                                                       -fno-sanitize-recover=undefined)
    target_link_options(ctiengine_options INTERFACE -fsanitize=${CTIENGINE_SANITIZE})
endif()
if(CTIENGINE_FUZZ)
    # Every room reports which branches were taken; only tests/fuzz links the fuzzer itself. g++ is the judge of warnings.
    target_compile_options(ctiengine_options INTERFACE -fsanitize=fuzzer-no-link -fno-sanitize=function -Wno-error)
endif()
