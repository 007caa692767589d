import type { ContextValue, ContextValues } from './contextKeys.ts';

type Test = (values: ContextValues) => boolean;

const tokenPattern = /\s*(&&|\|\||==|!=|[!()]|'[^']*'|[\w./:-]+)/y;
const compiled = new Map<string, Test>();

/** Whether a condition such as `editor == ledger && !(dirty || modal)` holds. Unknown keys count as false. */
export function holds(when: string, values: ContextValues): boolean {
  let test = compiled.get(when);
  if (!test) {
    test = compile(when);
    compiled.set(when, test);
  }
  return test(values);
}

function compile(when: string): Test {
  const tokens = tokenize(when);
  const test = parseOr(tokens);
  if (tokens.length > 0) throw new SyntaxError(`unexpected "${tokens[0]}" in condition: ${when}`);
  return test;
}

function tokenize(when: string): string[] {
  const tokens: string[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < when.trimEnd().length) {
    const match = tokenPattern.exec(when);
    if (!match) throw new SyntaxError(`cannot read condition: ${when}`);
    tokens.push(match[1]!);
  }
  return tokens;
}

function parseOr(tokens: string[]): Test {
  const tests = [parseAnd(tokens)];
  while (tokens[0] === '||') {
    tokens.shift();
    tests.push(parseAnd(tokens));
  }
  return (values) => tests.some((test) => test(values));
}

function parseAnd(tokens: string[]): Test {
  const tests = [parseTerm(tokens)];
  while (tokens[0] === '&&') {
    tokens.shift();
    tests.push(parseTerm(tokens));
  }
  return (values) => tests.every((test) => test(values));
}

function parseTerm(tokens: string[]): Test {
  const token = tokens.shift();
  if (token === '!') {
    const test = parseTerm(tokens);
    return (values) => !test(values);
  }
  if (token === '(') {
    const test = parseOr(tokens);
    if (tokens.shift() !== ')') throw new SyntaxError('a bracket of a condition is not closed');
    return test;
  }
  if (token === undefined || !/^[\w./:-]/.test(token)) throw new SyntaxError('a condition ends too early');
  return parseComparison(token, tokens);
}

function parseComparison(key: string, tokens: string[]): Test {
  const operator = tokens[0];
  if (operator !== '==' && operator !== '!=') return (values) => Boolean(values[key]);
  tokens.shift();
  const word = tokens.shift()?.replace(/^'|'$/g, '');
  if (word === undefined) throw new SyntaxError('a comparison has no right side');
  const same = operator === '==';
  return (values) => (asText(values[key]) === word) === same;
}

function asText(value: ContextValue | undefined): string {
  return value === undefined || value === null ? '' : String(value);
}
