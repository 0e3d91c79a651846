/** One key per click; `crypto.randomUUID` exists only on secure origins, Grafana is often plain http inside a company. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
