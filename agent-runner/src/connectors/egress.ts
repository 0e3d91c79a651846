import { lookup as resolve } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

/** Where connectors may connect to. Private and loopback ranges are refused unless the host is listed as internal. */
export interface EgressPolicy {
  /** Origins such as `https://ads.example.com`; nothing else is reached. */
  readonly allowedOrigins: readonly string[];
  /** Origins among them that may resolve to private or loopback addresses (a system in the company's own network). */
  readonly internalOrigins: readonly string[];
}

export interface PinnedTarget {
  readonly url: URL;
  readonly address: string;
  readonly family: 4 | 6;
}

export class EgressRefused extends Error {
  override name = 'EgressRefused';
}

export type Resolver = (host: string) => Promise<readonly { address: string; family: number }[]>;

const systemResolver: Resolver = (host) => resolve(host, { all: true });

function isPublic(address: string): boolean {
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast';
}

/**
 * Resolves a URL once and pins the address the connection must use, so that a second resolution cannot lead
 * elsewhere (DNS rebinding). Throws `EgressRefused` with the reason.
 */
export async function pinTarget(
  url: URL,
  policy: EgressPolicy,
  resolver: Resolver = systemResolver
): Promise<PinnedTarget> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new EgressRefused(`scheme ${url.protocol} is not allowed`);
  if (url.username !== '' || url.password !== '') throw new EgressRefused('credentials in an address are not allowed');
  if (!policy.allowedOrigins.includes(url.origin)) throw new EgressRefused(`${url.origin} is not on the egress list`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = ipaddr.isValid(host)
    ? [{ address: host, family: ipaddr.parse(host).kind() === 'ipv4' ? 4 : 6 }]
    : await resolver(host);
  const internal = policy.internalOrigins.includes(url.origin);
  for (const { address } of addresses) {
    if (!internal && !isPublic(address))
      throw new EgressRefused(`${url.origin} resolves to ${address}, which is not public`);
  }
  const first = addresses[0];
  if (first === undefined) throw new EgressRefused(`${url.origin} does not resolve`);
  return { url, address: first.address, family: first.family === 6 ? 6 : 4 };
}
