import { createHash } from 'node:crypto';
import { influenceEdges, influenceNodes } from '@ai-cos/catalog';

/** Fingerprint of the influence graph: a result repeats bit for bit under the same seed and the same version. */
export const catalogVersion = createHash('sha256')
  .update(JSON.stringify([influenceNodes, influenceEdges]))
  .digest('hex')
  .slice(0, 12);
