-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:roles to pg
-- Roles belong to the whole cluster, so another database, or a migration that runs beside this one,
-- may have made them already.
BEGIN;

DO $$
BEGIN
  CREATE ROLE parley_owner NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

DO $$
BEGIN
  CREATE ROLE parley_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

CREATE SCHEMA parley AUTHORIZATION parley_owner;
GRANT USAGE ON SCHEMA parley TO parley_app;

COMMIT;
