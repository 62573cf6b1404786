# SPDX-License-Identifier: Apache-2.0
"""A first call from Python with stock grpcio: lists debts, and reads why a call was refused.

  protoc -I api -I build/api/common --python_out=OUT --grpc_python_out=OUT \
      --plugin=protoc-gen-grpc_python="$(command -v grpc_python_plugin)" \
      api/parley/v1/*.proto google/rpc/status.proto google/rpc/error_info.proto
  PYTHONPATH=OUT python3 infra/docs/examples/first_call.py CLIENT.toml
"""

import sys
import tomllib

import grpc
from google.rpc import error_info_pb2, status_pb2
from parley.v1 import debt_service_pb2, debt_service_pb2_grpc


def open_channel(path):
    """A channel to the server that a client.toml of infra/run names."""
    with open(path, "rb") as file:
        config = tomllib.load(file)
    with open(config["ca"], "rb") as file:
        tls = grpc.ssl_channel_credentials(file.read())
    token = grpc.access_token_call_credentials(config["token"])
    return grpc.secure_channel(
        config["address"], grpc.composite_channel_credentials(tls, token)
    )


def error_info(error):
    """The one ErrorInfo among the details of a refused call."""
    trailers = dict(error.trailing_metadata())
    status = status_pb2.Status.FromString(trailers["grpc-status-details-bin"])
    for detail in status.details:
        info = error_info_pb2.ErrorInfo()
        if detail.Unpack(info):
            return info
    raise LookupError("the error carries no ErrorInfo")


def main():
    debts = debt_service_pb2_grpc.DebtServiceStub(open_channel(sys.argv[1]))
    listed = debts.ListDebts(
        debt_service_pb2.ListDebtsRequest(parent="debtors/-", page_size=3)
    )
    for debt in listed.debts:
        print(debt.external_ref, debt.balance.minor_units, debt.currency_code)
    nobody = "00000000-0000-7000-8000-000000000001"
    try:
        debts.GetDebt(
            debt_service_pb2.GetDebtRequest(name=f"debtors/{nobody}/debts/{nobody}")
        )
    except grpc.RpcError as error:
        print(error.code().name, error_info(error).reason)


if __name__ == "__main__":
    main()
