import { describe, expect, it } from 'vitest';
import { firstOpen, whyLines, whyMove, whyText } from '../../../../../../renderer/contrib/bill/why/whyTree.ts';
import type { WhyNode } from '../../../../../../shared/rpc/views.ts';

function why(title: string, children: readonly WhyNode[] = [], more: Partial<WhyNode> = {}): WhyNode {
  const plain = { figure: '1 credit', rule: null, ruleText: null, arithmetic: null, row: null, path: null, more: 0 };
  return { title, ...plain, children, ...more };
}

const flex = why('Flex', [why('January', [why('job-1'), why('job-2')]), why('February')]);
const titles = (open: readonly string[]) => whyLines(flex, new Set(open)).map(({ node }) => node.title);

describe('the tree of reasons', () => {
  it('shows what is unfolded, with each place said for screen readers', () => {
    expect(titles(['0'])).toEqual(['Flex', 'January', 'February']);
    const lines = whyLines(flex, new Set(['0', '0.0']));
    expect(lines.map(({ level, place, siblings }) => [level, place, siblings])).toEqual([
      [1, 1, 1],
      [2, 1, 2],
      [3, 1, 2],
      [3, 2, 2],
      [2, 2, 2],
    ]);
  });

  it('opens by itself down to the first choice', () => {
    expect([...firstOpen(why('a', [why('b', [why('c'), why('d')])]))]).toEqual(['0', '0.0']);
  });

  it('is walked by arrows as every tree', () => {
    const closed = { lines: whyLines(flex, new Set(['0'])), at: '0.0', open: new Set(['0']) };
    expect(whyMove('ArrowDown', closed)?.at).toBe('0.1');
    expect(whyMove('ArrowLeft', closed)?.at).toBe('0');
    expect([...whyMove('ArrowRight', closed)!.open]).toEqual(['0', '0.0']);
    const open = { lines: whyLines(flex, new Set(['0', '0.0'])), at: '0.0', open: new Set(['0', '0.0']) };
    expect(whyMove('ArrowRight', open)?.at).toBe('0.0.0');
    expect([...whyMove('ArrowLeft', open)!.open]).toEqual(['0']);
    expect(whyMove('End', open)?.at).toBe('0.1');
    expect(whyMove('x', open)).toBeNull();
  });

  it('copies as indented text with sums, rules and places', () => {
    const line = why('Flex line', [why('Flex month', [], { row: 812 })], {
      figure: '$308.00',
      arithmetic: '77 × $4 = $308.00',
      rule: 'R12',
      ruleText: 'rounded down once',
      more: 3,
    });
    expect(whyText(line)).toBe(
      [
        'Flex line: $308.00',
        '  = 77 × $4 = $308.00',
        '  R12: rounded down once',
        '  Flex month: 1 credit',
        '    ledger row 812',
        '  and 3 more',
      ].join('\n'),
    );
  });
});
