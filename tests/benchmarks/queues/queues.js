// SPDX-License-Identifier: Apache-2.0
// queues.js graphile-worker|pg-boss FOLDER DATABASE JOBS CONCURRENCY AT_ONCE: queues jobs that do
// nothing, claims and completes them all, and prints how many in how many seconds. The database is
// reached by the socket in FOLDER. send.py runs it.
'use strict';

const { Pool } = require('pg');

const [name, folder, database, ...numbers] = process.argv.slice(2);
const [jobs, concurrency, atOnce] = numbers.map(Number);
const connection = { host: folder, user: 'postgres', database };

async function secondsOf(work) {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

// A job is claimed by one prepared statement and completed by another: it knows no batches. Each of
// its workers takes its next job once the last one is completed, and a connection for each waits.
async function graphileWorker() {
  const { Logger, runMigrations, runOnce } = require('graphile-worker');
  const pgPool = new Pool({ ...connection, max: concurrency });
  const logger = new Logger(() => () => {});
  await runMigrations({ pgPool, logger });
  await pgPool.query("select graphile_worker.add_job('noop') from generate_series(1, $1)", [jobs]);
  await pgPool.query('vacuum analyze');
  let done = 0;
  const taskList = { noop: () => { done += 1; } };
  const options = { pgPool, concurrency, taskList, logger, noHandleSignals: true };
  const seconds = await secondsOf(() => runOnce(options));
  await pgPool.end();
  return [done, seconds];
}

// Whole batches are fetched and completed by a statement each, without its polling worker, which
// rests between two batches; nothing is archived meanwhile.
async function pgBoss() {
  const PgBoss = require('pg-boss');
  const boss = new PgBoss(
    { ...connection, max: concurrency, noSupervisor: true, noScheduling: true });
  await boss.start();
  await boss.insert(Array.from({ length: jobs }, () => ({ name: 'noop' })));
  const pool = new Pool(connection);
  await pool.query('vacuum analyze');
  await pool.end();
  let done = 0;
  const loop = async () => {
    for (;;) {
      const batch = await boss.fetch('noop', atOnce);
      if (batch === null) return;
      await boss.complete(batch.map((job) => job.id));
      done += batch.length;
    }
  };
  const seconds = await secondsOf(() => Promise.all(Array.from({ length: concurrency }, loop)));
  await boss.stop({ graceful: false });
  return [done, seconds];
}

const runs = { 'graphile-worker': graphileWorker, 'pg-boss': pgBoss };
runs[name]().then(([done, seconds]) => {
  console.log(`${done} ${seconds}`);
  process.exit(0);
});
