import { describe, expect, it } from 'vitest';
import { EgressRefused, pinTarget, type Resolver } from './egress.ts';

const policy = {
  allowedOrigins: ['https://ads.example.com', 'http://127.0.0.1:8790'],
  internalOrigins: ['http://127.0.0.1:8790'],
};
const resolvesTo =
  (...addresses: string[]): Resolver =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));

describe('egress', () => {
  it('pins the resolved public address', async () => {
    const target = await pinTarget(new URL('https://ads.example.com/x'), policy, resolvesTo('93.184.215.14'));
    expect(target.address).toBe('93.184.215.14');
  });

  it.each([
    ['metadata', '169.254.169.254'],
    ['loopback', '127.0.0.1'],
    ['private', '10.1.2.3'],
    ['IPv4-mapped private', '::ffff:192.168.1.1'],
    ['unique local', 'fd00::1'],
    ['carrier NAT', '100.64.0.1'],
  ])('refuses a listed host that resolves to a %s address', async (_, address) => {
    await expect(pinTarget(new URL('https://ads.example.com/'), policy, resolvesTo(address))).rejects.toThrow(
      EgressRefused
    );
  });

  it('refuses when one of several addresses is private', async () => {
    const resolver = resolvesTo('93.184.215.14', '10.0.0.1');
    await expect(pinTarget(new URL('https://ads.example.com/'), policy, resolver)).rejects.toThrow('not public');
  });

  it('refuses an origin that is not listed, another port included', async () => {
    await expect(pinTarget(new URL('https://ads.example.com:444/'), policy)).rejects.toThrow('egress list');
  });

  it('reaches an internal system only when it is listed as internal', async () => {
    await expect(pinTarget(new URL('http://127.0.0.1:8790/erp'), policy)).resolves.toMatchObject({
      address: '127.0.0.1',
    });
  });

  it('refuses other schemes and credentials in the address', async () => {
    await expect(pinTarget(new URL('file:///etc/passwd'), policy)).rejects.toThrow('scheme');
    await expect(pinTarget(new URL('https://user:pw@ads.example.com/'), policy)).rejects.toThrow('credentials');
  });
});
