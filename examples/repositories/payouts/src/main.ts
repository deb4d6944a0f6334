import { mayPayOut } from './balance.ts';

const off = Number(process.env.LEDGER_OFF_BY ?? 0);

if (!mayPayOut({ ledgerOffBy: off })) {
  console.error(`the ledger is off by ${off}: nothing is paid out`);
  process.exit(1);
}
console.log('paying out');
