import path from 'node:path';

/** Rules of this project that no ready linter has. Each is proved by a planted violation beside it. */
const report = (context, node, message) => context.report({ node, message });

const noBarrel = {
  create: (context) => ({
    ExportAllDeclaration: (node) => report(context, node, 'no barrels: import from the file that declares it'),
    ExportNamedDeclaration: (node) => {
      if (node.source) report(context, node, 'no barrels: import from the file that declares it');
    },
  }),
};

const fileNamePattern =
  /^([A-Z]\w*Context|[a-z][A-Za-z0-9]*|\d{4}-[a-z0-9-]+)(\.(test|property|long|bench|config|e2e|setup|d))*\.(ts|mts|mjs|cjs)$/;
const componentPattern = /^([A-Z][A-Za-z0-9]*|[a-z][A-Za-z0-9]*)(\.test)?\.tsx$/;

const fileName = {
  create: (context) => ({
    Program: (node) => {
      const name = path.basename(context.filename);
      const wellNamed = fileNamePattern.test(name) || componentPattern.test(name);
      if (!wellNamed || name.startsWith('index.'))
        report(context, node, `file name: camelCase.ts or PascalCase.tsx, no index`);
    },
  }),
};

const rawHtml = new Set(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc', 'dangerouslySetInnerHTML']);

const noRawHtml = {
  create: (context) => ({
    MemberExpression: (node) => {
      const { object, property } = node;
      if (!node.computed && rawHtml.has(property.name)) report(context, node, 'no raw HTML: build elements instead');
      const writes = object.name === 'document' && ['write', 'writeln'].includes(property.name);
      if (writes) report(context, node, 'no document.write');
    },
    JSXAttribute: (node) => {
      if (rawHtml.has(node.name.name)) report(context, node, 'no raw HTML: build elements instead');
    },
  }),
};

const noShell = {
  create: (context) => ({
    ImportSpecifier: (node) => {
      const { source } = node.parent;
      const shell = ['exec', 'execSync'].includes(node.imported.name);
      if (shell && /^(node:)?child_process$/.test(source.value))
        report(context, node, 'no shell: use execFile or spawn');
    },
    Property: (node) => {
      if (node.key?.name === 'shell' && node.value?.value === true) report(context, node, 'no shell: pass arguments');
    },
  }),
};

const impureCalls = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
]);
const impureGlobals = new Set(['setTimeout', 'setInterval', 'fetch', 'console', 'process', 'Buffer']);

const pure = {
  create: (context) => ({
    MemberExpression: (node) => {
      const name = `${node.object.name}.${node.property.name}`;
      if (impureCalls.has(name)) report(context, node, `shared is pure: no ${name}`);
      if (name.startsWith('Temporal.Now') || name === 'Temporal.Now') report(context, node, 'shared is pure: no clock');
    },
    NewExpression: (node) => {
      if (node.callee.name === 'Date' && node.arguments.length === 0) report(context, node, 'shared is pure: no clock');
    },
    Identifier: (node) => {
      const { parent } = node;
      const isMember = parent.type === 'MemberExpression' && parent.property === node && !parent.computed;
      const isUse = ['CallExpression', 'MemberExpression'].includes(parent.type) && !isMember;
      if (isUse && impureGlobals.has(node.name)) report(context, node, `shared is pure: no ${node.name}`);
    },
  }),
};

export default {
  meta: { name: 'drawdown' },
  rules: { 'no-barrel': noBarrel, 'file-name': fileName, 'no-raw-html': noRawHtml, 'no-shell': noShell, pure },
};
