# tests/faults/: what is done in processes that are killed, starved of disk or robbed of their rights.
if(ALONGSIDE_TESTS)
  add_executable(store_faults_test ${CMAKE_SOURCE_DIR}/tests/faults/vault_fault_test.cc
                                   ${CMAKE_SOURCE_DIR}/tests/faults/door_fault_test.cc)
  target_link_libraries(store_faults_test PRIVATE room_store test_main)
  add_test(NAME store_faults COMMAND store_faults_test WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  add_executable(first_secret_faults_test ${CMAKE_SOURCE_DIR}/tests/faults/first_secret_fault_test.cc)
  target_link_libraries(first_secret_faults_test PRIVATE room_store test_main)
  add_test(NAME first_secret_faults COMMAND first_secret_faults_test WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})

  # Preloaded by at_each_write.mjs, which has the program killed before each of its writes.
  add_library(at_each_write SHARED ${CMAKE_SOURCE_DIR}/tests/faults/at_each_write.c)
  target_link_libraries(at_each_write PRIVATE ${CMAKE_DL_LIBS})
endif()
