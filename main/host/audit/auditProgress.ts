const megabyte = 1_000_000;

/** Tells of bytes that are read, at every fifty megabytes. */
export function progressOf(tell: (step: string) => void): (bytes: number) => void {
  let told = 0;
  return (bytes) => {
    if (bytes - told < 50 * megabyte) return;
    told = bytes;
    tell(`read ${Math.round(bytes / megabyte)} MB`);
  };
}
