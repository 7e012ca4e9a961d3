const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 17)) {
  console.error(
    `Jiesu needs Node.js 22.17 or newer; this is ${process.versions.node}. Start it by npm, which brings its own Node.js 24, or install a newer one.`,
  );
  process.exit(78);
}
