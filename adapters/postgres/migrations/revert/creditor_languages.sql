-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:creditor_languages from pg
-- It fails, and changes nothing, where a creditor has a language.
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL search_path = parley;

LOCK TABLE creditors IN ACCESS EXCLUSIVE MODE;
-- Rows that a policy hides from whoever reverts would else be passed over.
SET LOCAL row_security = off;
DO $$
BEGIN
  IF EXISTS (SELECT FROM creditors WHERE language <> '') THEN
    RAISE EXCEPTION 'languages of creditors would be lost';
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 18;

ALTER TABLE creditors DROP COLUMN language;

COMMIT;
