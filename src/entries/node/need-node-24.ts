/** Imported first by what runs in Node, so that an older Node is told apart from a fault of ours. */
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Interlog needs Node 24 or later; this is ${process.versions.node}. "npm start" brings its own.\n`,
  );
  process.exit(1);
}
