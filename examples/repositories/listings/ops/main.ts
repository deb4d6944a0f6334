const [command, event] = process.argv.slice(2);

if (command !== 'republish' || !event) {
  console.error('usage: npm run ops -- republish EVENT');
  process.exit(2);
}
console.log(`publishing the current state of ${event} again`);
