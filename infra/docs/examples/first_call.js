// SPDX-License-Identifier: Apache-2.0
// A first call from Node with stock @grpc/grpc-js: lists debts, and reads why a call was refused.
//
//   NODE_PATH=build/npm/node_modules node infra/docs/examples/first_call.js CLIENT.toml [BUILD]
//
// BUILD is the folder of the build, which has the protos of google.rpc: without it, build.
const fs = require('fs');
const path = require('path');
const grpc = require('@grpc/grpc-js');
const protobuf = require('protobufjs');
const protoLoader = require('@grpc/proto-loader');

const project = path.join(__dirname, '..', '..', '..');
const build = process.argv[3] ?? path.join(project, 'build');
const folders = [path.join(project, 'api'), path.join(build, 'api', 'common')];

// The two keys that matter of a client.toml; its values are plain strings.
function readConfig(path) {
  const lines = fs.readFileSync(path, 'utf8').matchAll(/^(\w+)\s*=\s*"([^"]*)"/gm);
  return Object.fromEntries([...lines].map(([, key, value]) => [key, value]));
}

function load(file) {
  const options = { includeDirs: folders, keepCase: true, longs: String, enums: String };
  return grpc.loadPackageDefinition(protoLoader.loadSync(file, options));
}

// The one ErrorInfo among the details of a refused call.
function errorInfo(error) {
  const root = new protobuf.Root();
  root.resolvePath = (_, target) => folders.map((f) => `${f}/${target}`).find(fs.existsSync);
  root.loadSync(['google/rpc/status.proto', 'google/rpc/error_info.proto']);
  const [bytes] = error.metadata.get('grpc-status-details-bin');
  const status = root.lookupType('google.rpc.Status').decode(bytes);
  const info = status.details.find((detail) => detail.type_url.endsWith('/google.rpc.ErrorInfo'));
  return root.lookupType('google.rpc.ErrorInfo').decode(info.value);
}

const config = readConfig(process.argv[2]);
const api = load('parley/v1/debt_service.proto');
const credentials = grpc.credentials.combineChannelCredentials(
  grpc.credentials.createSsl(fs.readFileSync(config.ca)),
  grpc.credentials.createFromMetadataGenerator((_, done) => {
    const metadata = new grpc.Metadata();
    metadata.set('authorization', `Bearer ${config.token}`);
    done(null, metadata);
  }),
);
const debts = new api.parley.v1.DebtService(config.address, credentials);
const nobody = '00000000-0000-7000-8000-000000000001';

debts.ListDebts({ parent: 'debtors/-', page_size: 3 }, (error, listed) => {
  if (error) throw error;
  for (const debt of listed.debts) {
    console.log(debt.external_ref, debt.balance.minor_units, debt.currency_code);
  }
  debts.GetDebt({ name: `debtors/${nobody}/debts/${nobody}` }, (refused) => {
    console.log(grpc.status[refused.code], errorInfo(refused).reason);
  });
});
