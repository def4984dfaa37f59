# The rules of the house that a machine can check: who includes whom, how long a file is.
if(ALONGSIDE_TESTS)
  add_executable(house_test ${CMAKE_SOURCE_DIR}/tests/house_test.cc)
  target_link_libraries(house_test PRIVATE test_main)
  add_test(NAME house COMMAND house_test WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})

  # What is true of the whole house, served with its sample: who may, hostile words, the bytes of each kind of entry.
  file(GLOB whole CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/whole/*.cc)
  add_executable(whole_test ${whole})
  target_link_libraries(whole_test PRIVATE room_faces_cli test_main)
  add_test(NAME whole COMMAND whole_test WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
endif()
