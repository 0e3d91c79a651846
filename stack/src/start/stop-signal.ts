/** Resolves, and aborts the signal, when the person or the system asks us to stop. */
export function stopSignal(): { promise: Promise<void>; signal: AbortSignal } {
  const controller = new AbortController();
  const promise = new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(name, () => {
        controller.abort(new Error('stopped before everything was up'));
        resolve();
      });
    }
  });
  return { promise, signal: controller.signal };
}
