import type { Page } from '@playwright/test';

/** What the page has the host keep of where editors are looked at, as it comes. */
export function keptPlaces(page: Page): readonly string[] {
  const kept: string[] = [];
  page.on('requestfinished', (request) => kept.push(...placesIn(request.postData())));
  return kept;
}

function placesIn(sent: string | null): readonly string[] {
  if (!sent?.startsWith('{"name":"state.set"')) return [];
  const { params } = JSON.parse(sent) as { params: { key: string; value: string } };
  return params.key === 'places' ? [params.value] : [];
}
