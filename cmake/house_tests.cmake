# The rules of the house that a machine can check: who includes whom, how long a file is.
if(ALONGSIDE_TESTS)
  add_executable(house_test ${CMAKE_SOURCE_DIR}/tests/house_test.cc)
  target_link_libraries(house_test PRIVATE test_main)
  add_test(NAME house COMMAND house_test WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
endif()
