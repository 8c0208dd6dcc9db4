/** Waits so many ms. */
export function pause(ms: number): Promise<void> {
  return new Promise((wake) => setTimeout(wake, ms))
}

/** Waits until something is so; throws after `patience` ms. */
export async function waitUntil(isSo: () => Promise<boolean>, patience = 15_000): Promise<void> {
  const end = Date.now() + patience
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`it did not come to be so within ${patience} ms`)
    await pause(100)
  }
}
