/** The buffers within plain data, each once: to be handed over rather than copied. */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const look = (each: unknown): void => {
    if (typeof each !== 'object' || each === null) return;
    if (each instanceof ArrayBuffer) found.add(each);
    else if (!ArrayBuffer.isView(each)) for (const inner of Object.values(each)) look(inner);
    else if (each.buffer instanceof ArrayBuffer) found.add(each.buffer);
  };
  look(value);
  return [...found];
}
