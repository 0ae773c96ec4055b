# A room is a folder with one small static library. Its link line is the proof that arrows only point down:
#   ctiengine_room(xml_scan SOURCES a.cpp b.cpp PUBLIC ctiengine::result PRIVATE pugixml::pugixml)
# makes the target ctiengine_xml_scan with the alias ctiengine::xml_scan. A room without SOURCES is header-only.
function(ctiengine_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    set(target ctiengine_${name})
    if(ROOM_SOURCES)
        add_library(${target} STATIC ${ROOM_SOURCES})
        target_link_libraries(${target} PUBLIC ctiengine_options ${ROOM_PUBLIC} PRIVATE ${ROOM_PRIVATE})
    else()
        add_library(${target} INTERFACE)
        target_link_libraries(${target} INTERFACE ctiengine_options ${ROOM_PUBLIC})
    endif()
    add_library(ctiengine::${name} ALIAS ${target})
endfunction()

# One test program per room and one entry in ctest for it: a thousand processes for a thousand cases would spend their
# time in the dynamic linker. Single cases: run the program with --gtest_filter.
#   ctiengine_unit_test(xml_scan_test SOURCES scan_test.cpp LIBS ctiengine::xml_scan)
function(ctiengine_unit_test name)
    cmake_parse_arguments(TEST "" "" "SOURCES;LIBS" ${ARGN})
    foreach(lib IN LISTS TEST_LIBS)
        if(CTIENGINE_WORKER_ONLY AND NOT TARGET ${lib})
            return()  # the room it tests is not part of the 32-bit build
        endif()
    endforeach()
    add_executable(${name} ${TEST_SOURCES})
    target_link_libraries(${name} PRIVATE ctiengine_options ${TEST_LIBS} GTest::gmock GTest::gtest_main)
    add_test(NAME ${name} COMMAND ${name} --gtest_brief=1)
    set_tests_properties(${name} PROPERTIES LABELS unit TIMEOUT 240)
endfunction()
