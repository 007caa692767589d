/** A key that nothing but the name of its column tells, and ones that their makers mark. None of them is real. */
export const plantedKeys = {
  plain: 'Qm7RkPz4VtXw9LsHy2Nd',
  bearer: 'Zb81KfTq0LmVr55CxWnJ',
  marked: 'sk-' + 'live-0a1b2c3d4e5f6a7b8c9d',
  web: 'eyJ' + 'hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.' + 'c2lnbmF0dXJl',
} as const;

const { plain, bearer, marked, web } = plantedKeys;

/** Usage as servers write it down, with keys in columns, in members, in texts and where an identity is looked for. */
export const filesWithKeys: Readonly<Record<string, string>> = {
  'columns.csv': [
    'timestamp,api_key,request_id,images,Authorization,note',
    `2026-01-05T10:00:00Z,${plain},r-1,5,Bearer ${bearer},plain`,
    `2026-01-05T11:00:00Z,${plain},r-2,7,Bearer ${bearer},GET /infer?api_key=${plain}`,
    `2026-01-05T12:00:00Z,${plain},r-3,9,Bearer ${bearer},authorization: Bearer ${bearer}`,
    `2026-01-05T13:00:00Z,${plain},${marked},2,Bearer ${bearer},${web}`,
    `never,${plain},r-5,4,Bearer ${bearer},a refused row`,
    `2026-01-05T14:00:00Z,${plain},r-6,4,Bearer ${bearer}`,
    '',
  ].join('\n'),
  'records.ndjson': [
    {
      api_key: plain,
      headers: { Authorization: `Bearer ${bearer}` },
      category: 'model',
      resource_id: `m/1?api_key=${plain}`,
    },
    { api_key: plain, authorization: `Bearer ${bearer}`, category: `model ${marked}`, resource_id: 'm/2' },
  ]
    .map((record, index) => {
      const stamps = `"timestamp_start":17677872${index}0100000000,"timestamp_stop":17677872${index}0200000000`;
      return `${JSON.stringify({ ...record, processed_frames: 5 }).slice(0, -1)},${stamps}}\n`;
    })
    .join(''),
  'ledger.csv': [
    'When;Access Token;Type;Service;Credits;Included;Prepaid;Flex',
    `2026-01-05 10:00;${plain};usage;images;5;5;0;0`,
    `2026-01-05 11:00;${plain};usage;images;7;7;0;0;one cell too many`,
    `never;${plain};usage;api_key=${plain};9;9;0;0`,
    '',
  ].join('\n'),
};
