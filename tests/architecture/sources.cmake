# SPDX-License-Identifier: Apache-2.0
# list_sources(<result> <regex>): the tree's hand-written files whose path ends so.
function(list_sources result regex)
  set(patterns "")
  foreach(folder IN ITEMS domain application adapters infra tests)
    list(APPEND patterns "${ROOT}/${folder}/*.h" "${ROOT}/${folder}/*.cc")
  endforeach()
  file(GLOB_RECURSE found ${patterns})
  list(FILTER found INCLUDE REGEX "${regex}")
  set(${result} "${found}" PARENT_SCOPE)
endfunction()
