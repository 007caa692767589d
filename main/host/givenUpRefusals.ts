/** How a call is refused that nobody waits for any more, by why it was given up. */
export const givenUpRefusals = {
  cancelled: { code: 'cancelled', message: 'It was cancelled.' },
  superseded: { code: 'superseded', message: 'A newer version is computed instead.' },
} as const;
