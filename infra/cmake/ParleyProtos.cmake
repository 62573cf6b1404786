# SPDX-License-Identifier: Apache-2.0
# Generated code of the API. Headers are included as SYSTEM; their warnings are not ours.
include_guard()

# The google.rpc protos that the distribution ships inside a jar, which is a zip.
function(parley_extract_google_protos folder)
  set(jar "/usr/share/java/proto-google-common-protos.jar")
  set(members google/rpc/code.proto google/rpc/error_details.proto google/rpc/status.proto)
  foreach(member IN LISTS members)
    if(NOT EXISTS "${folder}/${member}")
      file(ARCHIVE_EXTRACT INPUT "${jar}" DESTINATION "${folder}" PATTERNS ${members})
    endif()
  endforeach()
endfunction()

# parley_proto_library(<name> DIR <folder>): a library of every .proto in the folder and below, and
# the descriptor set ${PROJECT_BINARY_DIR}/api/parley.binpb (with comments) for tests and buf.
# Services are in files named *_service.proto: only these go through the gRPC plugin.
function(parley_proto_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "DIR" "")
  set(source "${PROJECT_SOURCE_DIR}/${arg_DIR}")
  set(common "${PROJECT_BINARY_DIR}/api/common")
  set(out "${PROJECT_BINARY_DIR}/api/generated")
  parley_extract_google_protos("${common}")
  file(MAKE_DIRECTORY "${out}")
  file(GLOB_RECURSE protos CONFIGURE_DEPENDS RELATIVE "${source}" "${source}/*.proto")
  list(FILTER protos EXCLUDE REGEX "^baseline/")
  list(APPEND protos google/rpc/code.proto google/rpc/error_details.proto google/rpc/status.proto)
  set(protoc "$<TARGET_FILE:protobuf::protoc>" "-I${source}" "-I${common}" -I/usr/include)

  set(generated "")
  foreach(proto IN LISTS protos)
    string(REGEX REPLACE "\\.proto$" "" stem "${proto}")
    set(outputs "${out}/${stem}.pb.cc" "${out}/${stem}.pb.h")
    set(flags "--cpp_out=${out}")
    if(proto MATCHES "_service\\.proto$")
      list(APPEND outputs "${out}/${stem}.grpc.pb.cc" "${out}/${stem}.grpc.pb.h")
      list(APPEND flags "--plugin=protoc-gen-grpc=$<TARGET_FILE:gRPC::grpc_cpp_plugin>"
        "--grpc_out=${out}")
    endif()
    add_custom_command(OUTPUT ${outputs}
      COMMAND ${protoc} ${flags} "--dependency_out=${out}/${stem}.d" "${proto}"
      DEPFILE "${out}/${stem}.d"
      COMMENT "protoc ${proto}" VERBATIM)
    list(APPEND generated ${outputs})
  endforeach()

  set(own_protos "${protos}")
  list(FILTER own_protos INCLUDE REGEX "^parley/")
  list(TRANSFORM own_protos PREPEND "${source}/")
  set(descriptors "${PROJECT_BINARY_DIR}/api/parley.binpb")
  add_custom_command(OUTPUT "${descriptors}"
    COMMAND ${protoc} --include_imports --include_source_info
      "--descriptor_set_out=${descriptors}" ${protos}
    DEPENDS ${own_protos}
    COMMENT "descriptor set of the API" VERBATIM)
  add_custom_target(${name}_descriptors ALL DEPENDS "${descriptors}")

  add_library(${name} STATIC ${generated})
  add_dependencies(${name} ${name}_descriptors)
  target_include_directories(${name} SYSTEM PUBLIC "${out}")
  target_link_libraries(${name} PUBLIC gRPC::grpc++ protobuf::libprotobuf PRIVATE parley_options)
  target_compile_options(${name} PRIVATE -w)
  # protoc gives these two statics the same name in each file, which a unity build must tell apart.
  set_target_properties(${name} PROPERTIES
    UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 6 UNITY_BUILD_UNIQUE_ID PARLEY_UNITY_ID
    UNITY_BUILD_CODE_BEFORE_INCLUDE "#define PARLEY_JOIN_(a, b) a##b
#define PARLEY_JOIN(a, b) PARLEY_JOIN_(a, b)
#define schemas PARLEY_JOIN(schemas_, PARLEY_UNITY_ID)
#define file_default_instances PARLEY_JOIN(file_default_instances_, PARLEY_UNITY_ID)"
    UNITY_BUILD_CODE_AFTER_INCLUDE "#undef file_default_instances
#undef schemas
#undef PARLEY_JOIN
#undef PARLEY_JOIN_")
endfunction()
