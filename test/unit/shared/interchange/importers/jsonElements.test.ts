import { describe, expect, it } from 'vitest';
import { jsonElements, ndjsonElements } from '../../../../../shared/interchange/importers/jsonElements.ts';
import { drain, textStream } from '../../../../support/streams.ts';

const elementsOf = (text: string, size = 3) => drain(jsonElements(textStream(text, size)));

describe('the elements of a JSON array', () => {
  it('come one by one with their lines, brackets in strings apart', async () => {
    const text = '[\n {"a": "]},{\\"", "b": [1, {}]},\n 12 , "x",\n[]\n]\n';
    expect(await elementsOf(text)).toEqual([
      { line: 2, text: '{"a": "]},{\\"", "b": [1, {}]}' },
      { line: 3, text: '12' },
      { line: 3, text: '"x"' },
      { line: 4, text: '[]' },
    ]);
  });

  it('are the same however the text is cut', async () => {
    const text = '[{"a":"\\\\"},[1,[2]],null,true]';
    const whole = await elementsOf(text, text.length);
    expect(whole).toHaveLength(4);
    for (let size = 1; size < text.length; size++) expect(await elementsOf(text, size)).toEqual(whole);
  });

  it.each([
    ['{"a": 1}', ['{"a": 1}']],
    ['  []  ', []],
    ['[ ]', []],
    ['7', ['7']],
  ])('of %s', async (text, elements) => {
    expect((await elementsOf(text)).map((element) => element.text)).toEqual(elements);
  });

  it.each(['[1,', '[1 {}]', '[,1]', '[{"a":1}', '[1] x', '{} {}', '[}', `[${'['.repeat(100)}`])(
    'are refused in %s',
    async (text) => {
      await expect(elementsOf(text)).rejects.toMatchObject({ fault: { code: 'json-malformed' } });
    },
  );

  it('of nothing are refused as an empty file', async () => {
    await expect(elementsOf(' \n')).rejects.toMatchObject({ fault: { code: 'empty-file' } });
  });
});

describe('lines of JSON', () => {
  it('come with their numbers, empty ones left out', async () => {
    expect(await drain(ndjsonElements(textStream('{"a":1}\r\n\n{"b":2}')))).toEqual([
      { line: 1, text: '{"a":1}\r' },
      { line: 3, text: '{"b":2}' },
    ]);
  });
});
