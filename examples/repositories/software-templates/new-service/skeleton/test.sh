#!/usr/bin/env bash
# Checks what build.sh made.
set -eu

for name in $(jq -r '.documents[]' public/index.json); do
  file="public/$name.json"
  if ! jq -e '(.title | type == "string") and (.text | type == "string")' "$file" > /dev/null; then
    echo "::error file=data/$name.json::A document needs a title and a text"
    exit 1
  fi
  echo "ok $name"
done
