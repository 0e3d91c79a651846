/** 32-bit finaliser (murmur3): neighbouring inputs give unrelated outputs. */
export function mix32(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** A seed for one named stream of a run; order of use does not matter. */
export function streamSeed(seed: number, stream: number): number {
  return mix32(mix32(seed) + Math.imul(stream + 1, 0x9e3779b9));
}

/** Uniform number in (0, 1) as a pure function of seed and position: reruns are bit-identical on any number of workers. */
export function uniformAt(seed: number, position: number): number {
  const high = mix32(seed ^ mix32(position));
  const low = mix32(high + 0x6d2b79f5 + position);
  return (high * 2 ** -32 + low * 2 ** -64) * (1 - 2 ** -52) + 2 ** -54;
}
