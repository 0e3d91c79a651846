import { z } from 'zod';

const Environment = z.object({
  /** Chromium to use instead of the machine's. */
  AICOS_CHROMIUM: z.string().optional(),
  /** `1` renews the pictures of the documentation. */
  AICOS_UPDATE_SCREENSHOTS: z.enum(['0', '1']).default('0'),
});

export const env = Environment.parse(process.env);
