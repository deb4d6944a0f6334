#!/usr/bin/env bash
# Makes public/ from data/: each document without spaces, and a list of all.
set -eu

mkdir -p public
for file in data/*.json; do
  jq -c . "$file" > "public/$(basename "$file")"
done
for file in data/*.json; do
  basename "$file" .json
done | jq -R . | jq -s '{ documents: . }' > public/index.json
echo "$(jq '.documents | length' public/index.json) documents"
