# SPDX-License-Identifier: Apache-2.0
# The table of layers: what each may link (net 1, at configure) and include (net 2, the lint).
# A layer is named by its folder. Plain data, read by the build and by the lint script.
include_guard()

# parley_layer(<folder> LINKS <regex>... INCLUDES <prefix/ or file>...
#   [STD <header>...] [STD_EXCEPT <header>...])
# Without STD every standard header is allowed, but for those of STD_EXCEPT.
function(parley_layer folder)
  cmake_parse_arguments(PARSE_ARGV 1 layer "" "" "LINKS;INCLUDES;STD;STD_EXCEPT")
  list(APPEND PARLEY_LAYERS ${folder})
  set(PARLEY_LAYERS "${PARLEY_LAYERS}" PARENT_SCOPE)
  foreach(column LINKS INCLUDES STD STD_EXCEPT)
    set(PARLEY_${column}_${folder} "${layer_${column}}" PARENT_SCOPE)
  endforeach()
endfunction()
set(PARLEY_LAYERS "")

# Abseil without a clock, a thread, a random number or a flag.
set(PARLEY_PURE_ABSL
  absl::algorithm_container absl::btree absl::civil_time absl::cleanup absl::cord
  absl::core_headers absl::fixed_array absl::flat_hash_map absl::flat_hash_set absl::function_ref
  absl::hash absl::inlined_vector absl::int128 absl::span absl::status absl::statusor
  absl::str_format absl::strings absl::time)
set(pure_absl_headers
  absl/algorithm/container.h absl/base/attributes.h absl/base/macros.h absl/base/optimization.h
  absl/cleanup/cleanup.h absl/container/ absl/functional/function_ref.h absl/hash/hash.h
  absl/numeric/ absl/status/ absl/strings/ absl/time/civil_time.h absl/time/time.h
  absl/types/span.h)
set(pure_std
  algorithm array bit bitset cassert charconv climits compare concepts cstddef cstdint cstdlib
  cstring deque functional initializer_list iosfwd iterator limits list map memory numeric optional
  ostream queue set span stack stdexcept string string_view tuple type_traits typeindex
  unordered_map unordered_set utility variant vector)

parley_layer(domain
  LINKS ${PARLEY_PURE_ABSL}
  INCLUDES domain/ ${pure_absl_headers}
  STD ${pure_std})
# A layer within a layer is none of its parent's: who may include it names it.
parley_layer(domain/language
  LINKS parley_domain ${PARLEY_PURE_ABSL} re2::re2 ICU::uc
  INCLUDES domain/ domain/language/ ${pure_absl_headers} re2/ unicode/
  STD ${pure_std})
parley_layer(application
  LINKS parley_domain parley_language ${PARLEY_PURE_ABSL}
  INCLUDES application/ domain/ domain/language/ ${pure_absl_headers}
  STD_EXCEPT chrono cstdio ctime filesystem fstream iostream random)

set(inner application/ domain/ domain/language/ absl/)
set(inner_links parley_application parley_language parley_domain absl::.*)
set(proto_headers parley/ google/rpc/ google/protobuf/)
parley_layer(adapters/cases
  LINKS ${inner_links} nlohmann_json::nlohmann_json
  INCLUDES adapters/cases/ ${inner} nlohmann/)
parley_layer(adapters/crypto
  LINKS ${inner_links} Cjose::cjose OpenSSL::.* nlohmann_json::nlohmann_json
  INCLUDES adapters/crypto/ ${inner} cjose/ openssl/ nlohmann/ sys/ fcntl.h unistd.h)
parley_layer(adapters/documents
  LINKS ${inner_links} PkgConfig::pangocairo
  INCLUDES adapters/documents/ ${inner} cairo/ pango/ fontconfig/ glib-object.h)
parley_layer(adapters/grpc
  LINKS ${inner_links} parley_api gRPC::.* protobuf::libprotobuf
  INCLUDES adapters/grpc/ ${inner} ${proto_headers} grpc/ grpcpp/)
parley_layer(adapters/http
  LINKS ${inner_links} prometheus-cpp::.* PkgConfig::httplib OpenSSL::Crypto Threads::Threads
  INCLUDES adapters/http/ ${inner} prometheus/ httplib.h openssl/)
parley_layer(adapters/intake
  LINKS ${inner_links}
  INCLUDES adapters/intake/ ${inner})
parley_layer(adapters/lexicons
  LINKS ${inner_links}
  INCLUDES adapters/lexicons/ ${inner})
parley_layer(adapters/memory
  LINKS ${inner_links}
  INCLUDES adapters/memory/ ${inner})
parley_layer(adapters/messaging
  LINKS ${inner_links} CURL::libcurl PkgConfig::gmime PkgConfig::nats nlohmann_json::nlohmann_json
  INCLUDES adapters/messaging/ ${inner} curl/ gmime/ nats/ nlohmann/ sys/ fcntl.h unistd.h)
parley_layer(adapters/policy
  LINKS ${inner_links} parley_api protobuf::libprotobuf
  INCLUDES adapters/policy/ ${inner} ${proto_headers})
parley_layer(adapters/postgres
  LINKS ${inner_links} SOCI::.* PostgreSQL::PostgreSQL nlohmann_json::.*
  INCLUDES adapters/postgres/ ${inner} soci/ libpq-fe.h nlohmann/)
parley_layer(adapters/system
  LINKS ${inner_links} spdlog::.* nlohmann_json::.* Threads::Threads
  INCLUDES adapters/system/ ${inner} spdlog/ nlohmann/ sys/ fcntl.h unistd.h)
parley_layer(adapters/text
  LINKS ${inner_links} ICU::i18n ICU::uc Phonenumber::.* nlohmann_json::nlohmann_json
  INCLUDES adapters/text/ ${inner} kainjow/ phonenumbers/ unicode/ nlohmann/)
parley_layer(infra/server LINKS .* INCLUDES .*)
parley_layer(infra/cli LINKS .* INCLUDES .*)

# Each adapters/x is the target parley_adapter_x.
set(PARLEY_ADAPTERS "${PARLEY_LAYERS}")
list(FILTER PARLEY_ADAPTERS INCLUDE REGEX "^adapters/")
list(TRANSFORM PARLEY_ADAPTERS REPLACE "^adapters/" "")
set(PARLEY_ADAPTER_TARGETS "${PARLEY_ADAPTERS}")
list(TRANSFORM PARLEY_ADAPTER_TARGETS PREPEND "parley_adapter_")
