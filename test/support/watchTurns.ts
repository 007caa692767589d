/** Watches for how long this thread gives no turn to anything else; asked, gives the longest time in milliseconds and stops. */
export function watchTurns(): () => number {
  let last = performance.now();
  let longest = 0;
  const look = (): number => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    return longest;
  };
  const turns = setInterval(look, 1);
  return () => {
    clearInterval(turns);
    return look();
  };
}
