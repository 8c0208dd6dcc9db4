/** A file's bytes in pieces; Chromium's streams can be iterated only since 124, and Firefox's typings not at all. */
export async function* bytesOf(file: Blob): AsyncGenerator<Uint8Array, void> {
  const reader = file.stream().getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    // Where nobody wants the rest, nobody should go on reading it.
    await reader.cancel().catch(() => undefined)
  }
}
