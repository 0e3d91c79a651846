import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
  type JSONWebKeySet,
} from 'jose';

export interface SigningKey {
  kid: string;
  privateKey: CryptoKey;
  publicSet: JSONWebKeySet;
}

async function createJwk(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return exportJWK(privateKey);
}

function readStored(file: string): JWK | undefined {
  if (!existsSync(file)) {
    return undefined;
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JWK;
  } catch (error) {
    throw new Error(`the console's signing key ${file} cannot be read: delete it to get a new one`, { cause: error });
  }
}

/** The key survives restarts: the runner caches the published set and would refuse a new `kid` for a while. */
export async function loadSigningKey(stateFolder: string): Promise<SigningKey> {
  const file = path.join(stateFolder, 'signing-key.json');
  let jwk = readStored(file);
  if (jwk === undefined) {
    jwk = await createJwk();
    mkdirSync(stateFolder, { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify(jwk), { mode: 0o600 });
  }
  const kid = `console-${await calculateJwkThumbprint(jwk)}`;
  const { d: _secret, ...publicJwk } = jwk;
  const imported = await importJWK(jwk, 'ES256');
  if (imported instanceof Uint8Array) {
    throw new Error(`the console's signing key ${file} is not an EC key: delete it to get a new one`);
  }
  return {
    kid,
    privateKey: imported,
    publicSet: { keys: [{ ...publicJwk, kid, alg: 'ES256', use: 'sig' }] },
  };
}
