// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_ARCHITECTURE_API_FIXTURE_H_
#define PARLEY_TESTS_ARCHITECTURE_API_FIXTURE_H_

#include <array>
#include <string_view>

namespace parley::architecture {

// A small proto that keeps every rule of the API. The tests break it in one place at a time.
inline constexpr std::string_view kSoundProto = R"(
syntax = "proto3";
package parley.v1;
import "google/protobuf/descriptor.proto";
import "google/protobuf/field_mask.proto";
import "google/protobuf/timestamp.proto";
import "parley/v1/options.proto";

extend google.protobuf.FieldOptions {
  // Marks a fixture.
  bool fixture = 60001;
}

// Says where a thing is.
enum ThingStatus {
  // Stands for nothing.
  THING_STATUS_UNSPECIFIED = 0;
}

// Is a thing.
message Thing {
  // Names it.
  string name = 1;
  // Says where it is.
  ThingStatus status = 2 [(parley.v1.field).output_only = true];
  // Gives the day.
  string birth_date = 3 [(parley.v1.pii) = true];
  // Gives the instant.
  google.protobuf.Timestamp update_time = 4;
  // Counts the money.
  int64 minor_units = 5;
  // Gives the version.
  string etag = 6;
  // Gives the day it came.
  string date = 7;
}

// Is what happened.
message Event {
  // Names it.
  string event_id = 1;
}

// Asks for it.
message ListThingsRequest {
  // Limits the page.
  int32 page_size = 1;
  // Continues the list.
  string page_token = 2;
}

// Holds the answer.
message ListThingsResponse {
  // Holds the things.
  repeated Thing things = 1;
  // Continues the list.
  string next_page_token = 2;
}

// Asks for it.
message UpdateThingRequest {
  // Gives the thing.
  Thing thing = 1;
  // Names the fields.
  google.protobuf.FieldMask update_mask = 2;
  // Names the call.
  string request_id = 3 [(parley.v1.field).required = true];
}

// Asks for it.
message MoveThingRequest {
  // Names the thing.
  string name = 1;
  // Gives the version.
  string etag = 2;
  // Names the call.
  string request_id = 3 [(parley.v1.field).required = true];
}

// Keeps things.
service ThingService {
  // Lists things.
  rpc ListThings(ListThingsRequest) returns (ListThingsResponse) {
    option (parley.v1.method) = {
      scope: "parley.thing.read" effect: EFFECT_READ idempotency: IDEMPOTENCY_NONE
    };
  }
  // Updates a thing.
  rpc UpdateThing(UpdateThingRequest) returns (Thing) {
    option (parley.v1.method) = {
      scope: "parley.thing.write" effect: EFFECT_MUTATION idempotency: IDEMPOTENCY_REQUEST_ID
      target: "thing.name"
    };
  }
  // Approves a thing.
  rpc Approve(MoveThingRequest) returns (Thing) {
    option (parley.v1.method) = {
      scope: "parley.approve" effect: EFFECT_MUTATION idempotency: IDEMPOTENCY_REQUEST_ID
      target: "name"
    };
  }
  // Moves a thing.
  rpc MoveThing(MoveThingRequest) returns (Thing) {
    option (parley.v1.method) = {
      scope: "parley.thing.write" effect: EFFECT_MUTATION idempotency: IDEMPOTENCY_REQUEST_ID
      target: "name"
    };
  }
}
)";

// One way to break the sound proto: the rule that must notice, and what becomes of which text.
struct ApiBreak {
  std::string_view rule;
  std::string_view text;
  std::string_view becomes;
};

inline constexpr auto kApiBreaks = std::to_array<ApiBreak>({
    {"AMethodDeclaresTheScopeOfItsService", R"(scope: "parley.thing.read")", ""},
    {"AMethodDeclaresTheScopeOfItsService", "parley.thing.read", "parley.other.read"},
    {"AMethodDeclaresTheScopeOfItsService", "parley.thing.write", "parley.thing.read"},
    {"AMethodDeclaresTheScopeOfItsService", "parley.approve", "parley.thing.write"},
    {"AMethodDeclaresItsEffect", "effect: EFFECT_READ", ""},
    {"AMethodDeclaresItsIdempotency", "idempotency: IDEMPOTENCY_NONE", ""},
    {"AMethodDeclaresItsIdempotency", "IDEMPOTENCY_NONE", "IDEMPOTENCY_REQUEST_ID"},
    {"AMethodDeclaresItsIdempotency", "IDEMPOTENCY_REQUEST_ID", "IDEMPOTENCY_NONE"},
    {"ATargetIsATextOfTheRequest", R"(target: "thing.name")", R"(target: "thing.label")"},
    {"ATargetIsATextOfTheRequest", R"(target: "thing.name")", R"(target: "thing")"},
    {"AMutationRequiresARequestId", "string request_id = 3", "string call_id = 3"},
    {"AMutationRequiresARequestId", "request_id = 3 [(parley.v1.field).required = true]",
     "request_id = 3"},
    {"AMethodDeclaresItsIdempotency", "IDEMPOTENCY_REQUEST_ID", "IDEMPOTENCY_BY_REFERENCE"},
    {"AListHasPages", "int32 page_size = 1", "int32 size = 1"},
    {"AListHasPages", "string page_token = 2", "string token = 2"},
    {"AListHasPages", "next_page_token", "token"},
    {"AListHasPages", "repeated Thing things", "Thing things"},
    {"AChangeOfAResourceTakesAnEtag", "string etag = 2", "string version = 2"},
    {"AChangeOfAResourceTakesAnEtag", "google.protobuf.FieldMask update_mask",
     "string update_mask"},
    {"AServiceHasAFileOfItsOwn", "// Keeps things.\nservice ThingService {",
     "// Keeps others.\nservice OtherService {}\n// Keeps things.\nservice ThingService {"},
    {"ACivilDayIsAString", "string date = 7", "int32 date = 7"},
    {"AnInstantIsATimestamp", "google.protobuf.Timestamp update_time = 4", "int64 update_time = 4"},
    {"AnInstantIsATimestamp", "string date = 7", "google.protobuf.Timestamp when = 7"},
    {"MoneyIsCountedInWholeMinorUnits", "int64 minor_units = 5", "int32 minor_units = 5"},
    {"MoneyIsCountedInWholeMinorUnits", "int64 minor_units = 5", "double amount = 5"},
    {"AnEnumBeginsAtUnspecified", "THING_STATUS_UNSPECIFIED", "THING_STATUS_HERE"},
    {"AStateIsOutputOnly", " [(parley.v1.field).output_only = true]", ""},
    {"WhatCanChangeHasAnEtag", "string event_id = 1", "google.protobuf.Timestamp update_time = 1"},
    {"PersonalDataIsMarked", " [(parley.v1.pii) = true]", ""},
    {"PersonalDataIsMarked", "int64 minor_units = 5", "int64 salary = 5 [(parley.v1.pii) = true]"},
    {"AnEventHoldsNoPersonalData", "string event_id = 1", "Thing thing = 1"},
    {"TheProtosStandAlone", R"(import "parley/v1/options.proto";)",
     R"(import "parley/v1/options.proto"; import "google/rpc/error_info.proto";)"},
    {"AnOptionHasAPrivateNumber", "60001", "1001"},
    {"EveryElementIsExplained", "  // Counts the money.\n", ""},
    {"EveryElementIsExplained", "// Is a thing.", "// A thing."},
    {"EveryElementIsExplained", "// Lists things.", "// List things."},
    {"EveryElementIsExplained", "// Stands for nothing.", "// nothing"},
    {"EveryElementIsExplained", "// Keeps things.\n", ""},
    {"EveryElementIsExplained", "  // Marks a fixture.\n", ""},
});

}  // namespace parley::architecture

#endif  // PARLEY_TESTS_ARCHITECTURE_API_FIXTURE_H_
