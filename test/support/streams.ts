/** Pieces of a text as a stream, each `size` characters long. */
export async function* textStream(text: string, size = 7): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) {
    // As a file is read: other work gets its turn between two pieces.
    if (size > 1000) await new Promise((resolve) => setImmediate(resolve));
    yield text.slice(at, at + size);
  }
}

/** Everything that a stream gives. */
export async function drain<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const each of stream) all.push(each);
  return all;
}
