#!/bin/sh
# Every plan has the header, and rows that count upwards.
set -eu

status=0
for plan in plans/*.csv; do
  if ! head -n 1 "$plan" | grep -qx 'block,row,first,last,stage'; then
    echo "::error file=$plan::The first line has to be block,row,first,last,stage"
    status=1
  fi
  if ! awk -F, 'NR > 1 && ($3 !~ /^[0-9]+$/ || $4 !~ /^[0-9]+$/ || $3 + 0 > $4 + 0) { exit 1 }' "$plan"; then
    echo "::error file=$plan::A row ends before it begins"
    status=1
  fi
  echo "$plan"
done
exit $status
