# SPDX-License-Identifier: Apache-2.0
"""Follows the events of a tenant, and goes on where it was after a cut or a restart.

Made and run as first_call.py is, with api/parley/events/v1/*.proto beside the rest:
  PYTHONPATH=OUT python3 watch_events.py CLIENT.toml TOKEN_FILE
"""

import pathlib
import sys
import time

import grpc
from first_call import open_channel
from parley.events.v1 import event_service_pb2, event_service_pb2_grpc


def follow(stub, kept):
    """Prints events until the stream ends; the token is kept after what it covers."""
    token = kept.read_text() if kept.exists() else ""
    request = event_service_pb2.WatchRequest(resume_token=token)
    for answer in stub.Watch(request):
        for event in answer.events:
            print(event.event_id, event.type, event.debtor, flush=True)
        kept.write_text(answer.resume_token)


def main():
    stub = event_service_pb2_grpc.EventServiceStub(open_channel(sys.argv[1]))
    while True:
        try:
            follow(stub, pathlib.Path(sys.argv[2]))
        except grpc.RpcError as error:
            again = (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED)
            if error.code() not in again:
                raise
        time.sleep(1)


main()
