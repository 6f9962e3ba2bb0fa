// Says in one sentence what is wrong when Node is too old; written so that an old Node can still read it.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `eZhili's screens are built with Node 20.19 or newer, this is ${process.versions.node}. ` +
      'Install a newer Node, or build with -DskipUi to leave the screens out.',
  );
  process.exit(1);
}
