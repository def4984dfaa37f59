# bench/<name>_bench.cc becomes a program that links the room of its name, or the whole house if there is none.
# They are built by bench/run alone, with what bench/*.mjs measure with.
find_package(benchmark QUIET)
if(benchmark_FOUND AND ALONGSIDE_TESTS)
  file(GLOB benches CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/bench/*_bench.cc)
  foreach(source ${benches})
    get_filename_component(program ${source} NAME_WE)
    string(REGEX REPLACE "_bench$" "" name ${program})
    add_executable(${program} EXCLUDE_FROM_ALL ${source})
    target_include_directories(${program} PRIVATE ${CMAKE_SOURCE_DIR}/tests)  # temporary folders
    if(TARGET room_${name})
      target_link_libraries(${program} PRIVATE room_${name} benchmark::benchmark_main)
    else()
      target_link_libraries(${program} PRIVATE room_faces_cli benchmark::benchmark_main)
    endif()
  endforeach()
  add_executable(load EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/bench/load.cc)
  add_executable(page_server EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/bench/page_server.cc)
  target_link_libraries(page_server PRIVATE room_faces_web)
  if(TARGET store_bench)  # it brings its own PostgreSQL, as the tests do
    target_sources(store_bench PRIVATE ${CMAKE_SOURCE_DIR}/tests/postgres_cluster.cc)
  endif()
endif()
