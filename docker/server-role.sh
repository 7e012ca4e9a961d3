#!/usr/bin/env bash
# Run once by the database's image, on its first start: the role that the servers work as. It owns nothing; the
# migration grants it what it needs.
set -euo pipefail
psql --set ON_ERROR_STOP=1 --set password="$(cat /run/secrets/database_password)" \
  --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role jiesu_app login password :'password';
SQL
