const needed = { major: 20, minor: 12 };

/** One plain line where this Node.js is too old, else null. Kept to syntax that old versions can read. */
export function complaintAboutNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > needed.major || (major === needed.major && minor >= needed.minor)) return null;
  return `Drawdown needs Node.js ${needed.major}.${needed.minor} or newer; this is ${version}.`;
}
