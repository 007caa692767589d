import { describe, expect, it } from 'vitest';
import { isOurs } from '../../../../main/electron/page.ts';

describe('An address of the page', () => {
  it.each(['app://drawdown/', 'app://drawdown/assets/a.js'])('%s is ours', (address) => {
    expect(isOurs(address)).toBe(true);
  });

  it.each([
    'https://drawdown/',
    'app://drawdown.evil.example/',
    'app://drawdownx/',
    'app://drawdown@evil.example/',
    'app://user@drawdown/',
    'app://drawdown:80/',
    'file:///app://drawdown/',
    'app:drawdown',
    ' javascript:alert(1)',
    'about:blank',
    '',
    'not an address',
  ])('%j is not', (address) => {
    expect(isOurs(address)).toBe(false);
  });
});
